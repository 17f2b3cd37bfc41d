import { documentPage, readCursor, thePublic } from '#documents'
import {
  interpretingUnits,
  type ProgrammeRow,
  policiesAnswered,
  publicAnswers,
  publicInterpretations,
  publicProgramme,
  publicProgrammes,
} from '#interpretation'
import { form as anyForm, type Form, forms } from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import type { Chrome } from '../chrome.ts'
import { renderConsultation } from '../pages/consultation.tsx'
import { renderInterpretations } from '../pages/interpretation.tsx'
import { renderProgramme, renderProgrammes } from '../pages/programmes.tsx'
import { tags } from '../tags.ts'
import type { DocumentLink, ProgrammeView } from '../views.ts'
import { html } from './html.ts'
import { withValidity } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

const pageSize = 20

/** A page of rows read one beyond its size; `next` is the moment and id of the last one shown. */
const sliceOf = <Row, Item>(
  rows: readonly Row[],
  after: string | null,
  show: (row: Row) => Item,
  placeOf: (row: Row) => { readonly at: Date; readonly id: number },
) => {
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const place = last && placeOf(last)
  return {
    items: shown.map(show),
    next: rows.length > pageSize && place ? `${place.at.toISOString()}~${place.id}` : null,
    first: after === null,
  }
}

/** The policy that a list is narrowed to; null where the public cannot read it. */
const policyAsked = async (portal: Portal, id: number | null): Promise<DocumentLink | null> => {
  const found = id === null ? null : await documentPage(portal.db, id, thePublic)
  if (!found) return null
  return (await withValidity(portal, [{ id: found.id, title: found.title }]))[0] ?? null
}

/** How the policies that a page names stand today: one read for all of them. */
const marksOf = async (portal: Portal, policies: readonly DocumentLink[]) =>
  new Map((await withValidity(portal, policies)).map(({ id, validity }) => [id, validity]))

export const isForm = (text: string | null): text is Form => anyForm.safeParse(text).success

export interface AskedInterpretations {
  readonly form: string | null
  readonly unit: string | null
  readonly policy: number | null
  readonly after: string | null
}

/** `/interpretation`: by form, unit and policy. */
export const interpretationAnswer = async (
  portal: Portal,
  asked: AskedInterpretations,
  chrome: Chrome,
): Promise<Answer> => {
  const [policy, units] = await Promise.all([
    policyAsked(portal, asked.policy),
    interpretingUnits(portal.db),
  ])
  const form = isForm(asked.form) ? asked.form : null
  const unit = units.find((one) => one.code === asked.unit) ?? null
  const rows = await publicInterpretations(
    portal.db,
    {
      form,
      organizationId: unit?.id ?? null,
      policyId: policy?.id ?? null,
      after: readCursor(asked.after),
      limit: pageSize + 1,
    },
    thePublic,
  )
  const marks = await marksOf(
    portal,
    rows.map(({ policy }) => policy),
  )
  const items = sliceOf(
    rows,
    asked.after,
    (row) => ({
      id: row.id,
      title: row.title,
      form: row.form,
      unit: { code: row.organizationCode, name: row.organizationName },
      publishedOn: row.publishedOn,
      policy: { ...row.policy, validity: marks.get(row.policy.id) ?? null },
    }),
    (row) => ({ at: row.publishedAt, id: row.id }),
  )
  const query = { form, unit: unit?.code ?? null, policy }
  return html(renderInterpretations({ query, forms, units, items }, chrome), [tags.interpretation])
}

export interface AskedConsultation {
  readonly q: string
  readonly policy: number | null
  readonly after: string | null
}

// Policies named beside the answers: as many as one looks over.
const policiesShown = 12

/** `/consultation`: never kept, since questions are without number and answers expire by the day. */
export const consultationAnswer = async (
  portal: Portal,
  asked: AskedConsultation,
  chrome: Chrome,
): Promise<Answer> => {
  const today = dateAt(new Date())
  const policy = await policyAsked(portal, asked.policy)
  // A policy asked for that nobody can read has no answers, rather than everybody's.
  const isUnknown = asked.policy !== null && policy === null
  const [rows, policies] = await Promise.all([
    isUnknown
      ? []
      : publicAnswers(
          portal.db,
          {
            q: asked.q,
            policyId: policy?.id ?? null,
            // The best matches stand on one page; only the newest go on.
            after: asked.q === '' ? readCursor(asked.after) : null,
            limit: asked.q === '' ? pageSize + 1 : pageSize,
          },
          today,
        ),
    policiesAnswered(portal.db, policiesShown, today),
  ])
  const marks = await marksOf(portal, [
    ...rows.flatMap(({ policy }) => (policy ? [{ ...policy, id: policy.documentId }] : [])),
    ...policies.map((one) => ({ ...one, id: one.documentId })),
  ])
  const shown = (one: { readonly documentId: number; readonly title: string }) => ({
    id: one.documentId,
    title: one.title,
    validity: marks.get(one.documentId) ?? null,
  })
  const answers = sliceOf(
    rows,
    asked.after,
    (row) => ({
      id: row.id,
      question: row.question,
      answer: row.answer,
      unit: row.organization,
      policy: row.policy && shown(row.policy),
      reviewedOn: dateAt(row.reviewedAt),
    }),
    (row) => ({ at: row.reviewedAt, id: row.id }),
  )
  const view = {
    query: { q: asked.q, policy },
    answers,
    policies: policies.map((one) => ({ ...shown(one), answers: one.answers })),
  }
  return html(renderConsultation(view, chrome), [], 200, true)
}

const programmeView = (row: ProgrammeRow): ProgrammeView | null =>
  row.live && {
    ...row.live,
    id: row.id,
    unit: row.organization,
    policy: row.policy && { id: row.policy.documentId, title: row.policy.title },
  }

/** `/programmes`: the latest first, those to come at the top. */
export const programmesAnswer = async (
  portal: Portal,
  after: string | null,
  chrome: Chrome,
): Promise<Answer> => {
  const asked = { after: readCursor(after), limit: pageSize + 1 }
  const rows = (await publicProgrammes(portal.db, asked)).filter((row) => row.live !== null)
  const programmes = sliceOf(
    rows,
    after,
    (row) => programmeView(row) as ProgrammeView,
    (row) => ({ at: row.startsAt, id: row.id }),
  )
  return html(renderProgrammes({ programmes }, chrome), [tags.programmes])
}

/** `/programmes/3`: what was released of it. */
export const programmeAnswer = async (
  portal: Portal,
  id: number,
  chrome: Chrome,
): Promise<Answer | null> => {
  const row = await publicProgramme(portal.db, id)
  const view = row && programmeView(row)
  if (!view) return null
  const [policy = null] = view.policy ? await withValidity(portal, [view.policy]) : []
  return html(renderProgramme({ ...view, policy }, chrome), [
    tags.programmes,
    ...(policy ? [tags.policy(policy.id)] : []),
  ])
}
