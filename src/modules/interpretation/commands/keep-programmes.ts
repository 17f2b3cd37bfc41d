import type { z } from 'zod'
import { mustDraftFor } from '#documents'
import type { Act } from '#platform/act'
import type * as contract from '../contract/programmes.ts'
import { programmeReleased, programmeSaved } from '../facts.ts'
import { mayPlan, mayReview } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { mustBeOut } from '../released-policy.ts'
import * as store from '../store/programmes.ts'

type Done = { id: number; version: number }

const factOf = (programmeId: number, organizationId: number, policyId: number | null) => ({
  subject: `programme/${programmeId}`,
  organizationId,
  programmeId,
  policyId,
})

/** Plans an interview, a lecture, an hour on radio or television (M57). */
export async function addProgramme(
  act: Act,
  input: z.output<typeof contract.addProgramme.input>,
): Promise<Done> {
  await mustDraftFor(act.tx, act.by, input.organizationId)
  await mustBeOut(act, input.policyId)
  const id = await store.addProgramme(act.tx, { ...input, at: act.at, by: act.by.id })
  await act.announce(programmeSaved, factOf(id, input.organizationId, input.policyId))
  return { id, version: 1 }
}

async function findProgramme(
  act: Act,
  id: number,
  may: typeof mayPlan,
): Promise<store.ProgrammeRow> {
  const programme = await store.programmeById(act.tx, id)
  if (!programme) throw refuse('notFound')
  if (!may(act.by, programme.path)) throw refuse('notYours')
  return programme
}

/** Keeps schedule, questions and transcript; the public goes on reading what was released. */
export async function saveProgramme(
  act: Act,
  input: z.output<typeof contract.saveProgramme.input>,
): Promise<Done> {
  const programme = await findProgramme(act, input.id, mayPlan)
  await mustBeOut(act, input.policyId)
  const kept = await store.putProgramme(act.tx, { ...input, at: act.at, by: act.by.id })
  if (!kept) throw refuse('changedMeanwhile')
  await act.announce(programmeSaved, factOf(input.id, programme.organization.id, input.policyId))
  return { id: input.id, version: input.version + 1 }
}

/** Puts what is typed before the public. Nobody releases their own text (M158). */
export async function releaseProgramme(
  act: Act,
  input: z.output<typeof contract.releaseProgramme.input>,
): Promise<Done> {
  const programme = await findProgramme(act, input.id, mayReview)
  if (programme.version !== input.version) throw refuse('changedMeanwhile')
  if (programme.isSame) throw refuse('nothingToReview')
  if (act.by.id !== null && programme.changedBy === act.by.id) throw refuse('ownText')
  await store.releaseProgramme(act.tx, input.id, { at: act.at, by: act.by.id })
  const { organization, policy } = programme
  await act.announce(
    programmeReleased,
    factOf(input.id, organization.id, policy?.documentId ?? null),
  )
  return { id: input.id, version: input.version + 1 }
}
