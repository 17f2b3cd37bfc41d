import type { Act } from '#platform/act'
import { CodeBook, level1CodeOf } from '../codes.ts'
import type { Matter, MatterElements } from '../contract.ts'
import { announceChange, lockDraft, recordDeviations } from '../draft.ts'
import { refuse } from '../refusals.ts'
import { allFields } from '../store/fields.ts'
import { allMatters, codesEverGiven, findMatter, renumber, saveMatters } from '../store/matters.ts'
import { parseTimeRule } from '../time-rule/index.ts'
import { refuseTwins } from './change-matters.ts'

export interface AddMatter {
  readonly editionId: number
  readonly fieldCode: string
  readonly elements: MatterElements
  readonly reason: string
}

/** Adds a matter to a draft, behind the others of its first-level matter. */
export async function addMatter(act: Act, input: AddMatter): Promise<Matter> {
  const { draft } = await lockDraft(act, input.editionId)
  const fields = await allFields(act.tx)
  if (!fields.some((field) => field.code === input.fieldCode))
    throw refuse('noField', { code: input.fieldCode })
  const named = { ...input.elements, fieldCode: input.fieldCode }
  await refuseTwins(act, draft.id, [{ ...named, code: '' }])

  const book = new CodeBook(await codesEverGiven(act.tx, draft.organizationId))
  const code = book.codesFor([named])[0] as string
  const matters = await allMatters(act.tx, draft.id, { field: input.fieldCode })
  const before =
    matters.findLast((matter) => level1CodeOf(matter.code) === level1CodeOf(code)) ?? matters.at(-1)
  await saveMatters(act.tx, draft.id, [
    {
      ...named,
      code,
      timeRule: parseTimeRule(named.timeLimit),
      provenance: 'local',
      ordinal: before?.ordinal ?? 0,
    },
  ])
  await renumber(act.tx, draft.id)
  await recordDeviations(act, draft, [code], input.reason)
  await announceChange(act, draft, 'added', [code], input.reason)
  return (await findMatter(act.tx, draft.id, code)) as Matter
}
