import type { Act } from '#platform/act'
import {
  announceChange,
  type Draft,
  governmentToChange,
  lockDraft,
  recordDeviations,
} from '../draft.ts'
import { importDropped } from '../facts.ts'
import { type FieldPlan, planImport } from '../import-plan.ts'
import { bodyReader } from '../queries/imports.ts'
import { refuse } from '../refusals.ts'
import { editionInState } from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { closeImport, lockImport, type StoredImport } from '../store/imports.ts'
import {
  allMatters,
  codesEverGiven,
  deleteMatters,
  renumber,
  saveMatters,
} from '../store/matters.ts'
import { replaceQuestions } from '../store/questions.ts'
import { openDraft } from './open-draft.ts'

export interface ApplyImport {
  readonly importId: number
  /** Codes of the fields to take in; all of the table when not given. */
  readonly fields?: readonly string[] | undefined
  /** Which field a name of the table means, where it is not known by that name. */
  readonly fieldFor?: Readonly<Record<string, string>> | undefined
  readonly reason: string
  /** Takes out what the table does not mention, in the fields that it does. */
  readonly removeMissing: boolean
}

export interface AppliedImport {
  readonly editionId: number
  readonly addedCount: number
  readonly changedCount: number
  readonly removedCount: number
  readonly questionCount: number
}

/** Takes a table into the draft, in a few statements however long it is. */
export async function applyImport(act: Act, input: ApplyImport): Promise<AppliedImport> {
  const received = await takeImport(act, input.importId)
  const draft = await draftFor(act, received.organizationId)
  const plan = planImport(
    received.rows,
    {
      fields: await allFields(act.tx),
      matters: await allMatters(act.tx, draft.id),
      known: await codesEverGiven(act.tx, draft.organizationId),
      isKnownBody: await bodyReader(act.tx, draft.organizationId, act.today),
    },
    input.fieldFor,
  )
  const chosen = plan.fields.filter((one) => input.fields?.includes(one.field.code) ?? true)
  if (chosen.length === 0)
    throw refuse('fieldUnknown', {
      names: plan.unknownFields.map((one) => one.name || '—').join('、'),
    })

  const removed = input.removeMissing ? chosen.flatMap((one) => one.notMentioned) : []
  await write(act, draft, chosen, input.removeMissing)
  const touched = [
    ...chosen.flatMap((one) => [...one.added, ...one.changed.map(({ matter }) => matter)]),
    ...removed,
  ].map((matter) => matter.code)
  await recordDeviations(act, draft, touched, input.reason)
  await closeImport(act.tx, received.id, 'applied', act.at)
  await announceChange(act, draft, 'imported', touched, input.reason)
  return {
    editionId: draft.id,
    addedCount: chosen.reduce((sum, one) => sum + one.added.length, 0),
    changedCount: chosen.reduce((sum, one) => sum + one.changed.length, 0),
    removedCount: removed.length,
    questionCount: chosen.reduce((sum, one) => sum + one.questions.length, 0),
  }
}

// Rows of a table come first, in its order; what it does not mention follows as it stood.
const behindTheTable = 1_000_000

const write = async (
  act: Act,
  draft: Draft,
  plans: readonly FieldPlan[],
  removeMissing: boolean,
): Promise<void> => {
  const mentioned = plans.flatMap((one) => [
    ...one.added,
    ...one.changed.map(({ matter }) => matter),
    ...one.unchanged,
  ])
  const missing = plans.flatMap((one) => one.notMentioned)
  const moved = missing.map((matter) => ({ ...matter, ordinal: behindTheTable + matter.ordinal }))
  await saveMatters(act.tx, draft.id, removeMissing ? mentioned : [...mentioned, ...moved])
  const gone = removeMissing ? missing.map((matter) => matter.code) : []
  await deleteMatters(act.tx, draft.id, gone)
  await renumber(act.tx, draft.id)
  await replaceQuestions(
    act.tx,
    draft.id,
    [...mentioned.map((matter) => matter.code), ...gone],
    plans.flatMap((one) =>
      one.questions.map(({ matter, part, asWritten }) => ({ code: matter.code, part, asWritten })),
    ),
  )
}

/** Puts a table aside without taking it in. */
export async function dropImport(act: Act, input: { readonly importId: number }): Promise<void> {
  const received = await takeImport(act, input.importId)
  await closeImport(act.tx, received.id, 'dropped', act.at)
  await act.announce(importDropped, {
    subject: `import/${received.id}`,
    organizationId: received.organizationId,
    importId: received.id,
  })
}

const takeImport = async (act: Act, importId: number): Promise<StoredImport> => {
  const received = await lockImport(act.tx, importId)
  if (!received) throw refuse('noImport', { id: importId })
  await governmentToChange(act, received.organizationId)
  if (received.state !== 'waiting') throw refuse('importTaken', { file: received.fileName })
  return received
}

/** The draft that is open, else one opened from the edition in force, else an empty one. */
const draftFor = async (act: Act, organizationId: number): Promise<Draft> => {
  const open = await editionInState(act.tx, organizationId, 'draft')
  if (open) return (await lockDraft(act, open.id)).draft
  const inForce = await editionInState(act.tx, organizationId, 'inForce')
  const opened = await openDraft(act, { organizationId, base: inForce ? 'inForce' : 'empty' })
  return { ...opened, organizationId }
}
