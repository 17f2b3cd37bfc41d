import type { Act } from '#platform/act'
import type { Matter, MatterChanges } from '../contract.ts'
import { announceChange, lockDraft, recordDeviations } from '../draft.ts'
import { changesBetween } from '../matter.ts'
import { foldedName } from '../names.ts'
import { refuse } from '../refusals.ts'
import { allMatters, findMatter, saveMatters } from '../store/matters.ts'
import { dropQuestions } from '../store/questions.ts'
import { parseTimeRule } from '../time-rule/index.ts'

export interface ChangeMatter {
  readonly editionId: number
  readonly code: string
  readonly changes: MatterChanges
  readonly reason: string
}

/** Changes elements of one matter of a draft. Its code stays, whatever it is now called. */
export async function changeMatter(act: Act, input: ChangeMatter): Promise<Matter> {
  await changeMatters(act, { ...input, codes: [input.code] })
  return (await findMatter(act.tx, input.editionId, input.code)) as Matter
}

export interface ChangeMatters {
  readonly editionId: number
  readonly codes: readonly string[]
  readonly changes: MatterChanges
  readonly reason: string
}

/** Changes the same elements of many matters at once; answers how many it made different. */
export async function changeMatters(
  act: Act,
  input: ChangeMatters,
): Promise<{ changedCount: number }> {
  const { draft } = await lockDraft(act, input.editionId)
  const matters = await allMatters(act.tx, draft.id, { codes: input.codes })
  const found = new Set(matters.map((matter) => matter.code))
  const missing = input.codes.find((code) => !found.has(code))
  if (missing) throw refuse('noMatter', { code: missing })

  const given = Object.fromEntries(
    Object.entries(input.changes).filter(([, value]) => value !== undefined),
  ) as MatterChanges
  const changed = matters
    .map((former) => ({ former, now: { ...former, ...given } }))
    .filter(({ former, now }) => changesBetween(former, now).length > 0)
    .map(({ former, now }) => ({
      ...now,
      timeRule: now.timeLimit === former.timeLimit ? former.timeRule : parseTimeRule(now.timeLimit),
      provenance: 'local' as const,
    }))
  if (changed.length === 0) return { changedCount: 0 }
  if (given.level1 !== undefined || given.level2 !== undefined || given.level3 !== undefined)
    await refuseTwins(act, draft.id, changed)

  const codes = changed.map((matter) => matter.code)
  await saveMatters(act.tx, draft.id, changed)
  // What a person has written needs no question about what the table meant.
  await dropQuestions(act.tx, draft.id, codes, Object.keys(given))
  await recordDeviations(act, draft, codes, input.reason)
  await announceChange(act, draft, 'changed', codes, input.reason)
  return { changedCount: changed.length }
}

/** Two matters of one name could not be told apart in the next table that is taken in. */
export async function refuseTwins(
  act: Act,
  editionId: number,
  changed: readonly Pick<Matter, 'code' | 'fieldCode' | 'level1' | 'level2' | 'level3'>[],
): Promise<void> {
  const others = await allMatters(act.tx, editionId, { field: changed[0]?.fieldCode })
  const nameOf = (matter: (typeof changed)[number]): string =>
    [matter.level1, matter.level2 || matter.level1, matter.level3].map(foldedName).join('|')
  for (const matter of changed) {
    const twin = others.find((one) => one.code !== matter.code && nameOf(one) === nameOf(matter))
    if (twin) throw refuse('matterExists', { code: twin.code, name: twin.level2 || twin.level1 })
  }
}
