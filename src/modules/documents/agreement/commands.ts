import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import type {
  answerAgreement as answerContract,
  askAgreement as askContract,
  cancelAgreement as cancelContract,
  decideAgreement as decideContract,
} from '../contract/life-cycle.ts'
import { type Edition, factAbout, isWorking } from '../edition.ts'
import { findEdition, isVisible } from '../finding.ts'
import {
  agreementAnswered,
  agreementAsked,
  agreementCancelled,
  agreementDecided,
} from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { workingStates } from '../lifecycle.ts'
import { lastDay, limitOn } from '../limits/limit.ts'
import { mayEdit } from '../policy.ts'
import { lockEdition } from '../store/editions.ts'
import { ownerById } from '../store/organizations.ts'
import { openAgreements } from './standing.ts'
import { askedAbout, decisionOn, lockAsked, markOfText } from './store.ts'

/** Who speaks for a unit that is asked: a clerk prepares, but does not bind it. */
export const answerers = ['sectionHead', 'leader', 'signer', 'disclosureOffice'] as const
/** Who decides above the units. */
export const deciders = ['leader', 'signer', 'disclosureOffice'] as const

/** The nearest place of the tree that is above, or is, every one of these. */
export function commonPath(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').filter(Boolean))
  const shared = first.filter((_, at) =>
    others.every((other) => first.slice(0, at + 1).join('/') === other.slice(0, at + 1).join('/')),
  )
  return shared.length === 0 ? '/' : `/${shared.join('/')}/`
}

/** Asks units whether a text may go out; asked again, the former answer no longer counts. */
export async function askAgreement(
  act: Act,
  input: z.output<typeof askContract.input>,
): Promise<z.output<typeof askContract.output>> {
  const edition = await findEdition(act, { id: input.id }, mayEdit)
  if (!isWorking(edition) || !workingStates.includes(edition.state)) throw refuse('notReady')
  if (input.organizationIds.includes(edition.document.owner.id)) throw refuse('ownUnit')
  const dueOn =
    input.dueOn ?? lastDay(await limitOn(act.tx, 'agreementAnswer', act.today), act.today)
  if (dueOn < act.today) throw refuse('limitInPast')
  const asked = await askedAbout(act.tx, edition.id)
  for (const organizationId of new Set(input.organizationIds)) {
    const unit = await ownerById(act.tx, organizationId)
    const before = asked.find((one) => one.organizationId === organizationId)
    if (before?.answer === null) throw refuse('askedAlready', { name: unit.name })
    await sql`insert into documents.agreement
        (edition_id, organization_id, question, due_on, asked_at, asked_by)
      values (${edition.id}, ${organizationId}, ${input.question}, ${dueOn}, ${act.at}, ${act.by.id})`.execute(
      act.tx,
    )
    await act.announce(agreementAsked, {
      ...factAbout(edition),
      askedOrganizationId: organizationId,
      dueOn,
      note: unit.name,
    })
  }
  return { asked: new Set(input.organizationIds).size, dueOn }
}

/** A unit's word on what it read. Changes and objections are useless without saying which. */
export async function answerAgreement(
  act: Act,
  input: z.output<typeof answerContract.input>,
): Promise<z.output<typeof answerContract.output>> {
  const asked = await lockAsked(act.tx, input.id)
  if (!asked) throw refuse('notAsked')
  if (!holds(act.by, answerers, asked.path)) throw refuse('notYours')
  if (asked.answered) throw refuse('answeredAlready')
  if (input.answer !== 'agreed' && input.note.length < 2) throw refuse('noteNeeded')
  const edition = await lockEdition(act.tx, asked.editionId)
  const mark = await markOfText(act.tx, edition.id)
  await sql`update documents.agreement set answer = ${input.answer}, note = ${input.note},
      answered_at = ${act.at}, answered_by = ${act.by.id}, text_mark = ${mark}
    where id = ${asked.id}`.execute(act.tx)
  await act.announce(agreementAnswered, {
    ...factAbout(edition),
    askedOrganizationId: asked.organizationId,
    answer: input.answer,
    note: input.note,
  })
  return { editionId: edition.id, answer: input.answer }
}

/** Takes a question back before it was answered; an answer that was given stays on record. */
export async function cancelAgreement(
  act: Act,
  input: z.output<typeof cancelContract.input>,
): Promise<z.output<typeof cancelContract.output>> {
  const asked = await lockAsked(act.tx, input.id)
  if (!asked) throw refuse('notAsked')
  const edition = await findEdition(act, { id: asked.editionId }, mayEdit)
  if (asked.answered) throw refuse('answeredAlready')
  await sql`update documents.agreement set cancelled_at = ${act.at}, cancelled_by = ${act.by.id}
    where id = ${asked.id}`.execute(act.tx)
  await act.announce(agreementCancelled, {
    ...factAbout(edition),
    askedOrganizationId: asked.organizationId,
  })
  return { editionId: edition.id }
}

/** Whether somebody stands above the owner and every unit that was asked. */
export const mayDecide = (by: Actor, edition: Edition, paths: readonly string[]): boolean =>
  holds(by, deciders, commonPath([edition.document.owner.path, ...paths]))

/** Where units do not agree, or do not answer, their common superior decides, with the reason. */
export async function decideAgreement(
  act: Act,
  input: z.output<typeof decideContract.input>,
): Promise<z.output<typeof decideContract.output>> {
  const edition = await lockEdition(act.tx, input.id)
  if (!(await isVisible(act.tx, edition.id, { kind: 'staff', by: act.by })))
    throw refuse('notFound')
  const asked = await askedAbout(act.tx, edition.id)
  if (
    !mayDecide(
      act.by,
      edition,
      asked.map((one) => one.path),
    )
  )
    throw refuse('notYours')
  if (openAgreements(asked, await decisionOn(act.tx, edition.id)).length === 0)
    throw refuse('nothingToDecide')
  const mark = await markOfText(act.tx, edition.id)
  await sql`insert into documents.agreement_decision
      (edition_id, verdict, reason, text_mark, decided_at, decided_by)
    values (${edition.id}, ${input.verdict}, ${input.reason}, ${mark}, ${act.at}, ${act.by.id})`.execute(
    act.tx,
  )
  await act.announce(agreementDecided, {
    ...factAbout(edition),
    verdict: input.verdict,
    reason: input.reason,
  })
  return { editionId: edition.id }
}
