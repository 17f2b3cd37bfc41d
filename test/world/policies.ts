import type { EditionFields } from '#documents/contract'
import { signExemption } from '#interpretation'
import { keepParticulars } from '#policies'
import { makeDraft, monday, type Office, publish } from './documents.ts'
import type { World } from './world.ts'

const legality = {
  reviewedOn: '2026-02-20',
  reviewer: '县司法局',
  number: '青司审〔2026〕1号',
  opinion: '合法',
}

/** A normative document ready to be sent up: legality reviewed, excused from an interpretation. */
export const makePolicyDraft = async (
  w: World,
  office: Office,
  documentNumber: string,
  text: string,
  fields: Partial<EditionFields> = {},
) => {
  const draft = await makeDraft(w, office, {
    title: '青穗县临时救助实施办法',
    documentNumber,
    html: `<p>${text}</p>`,
    ...fields,
  })
  const { documentId: id } = draft
  await w.act((act) => keepParticulars(act, { id, legality }), office.clerk, monday)
  await excuse(w, office, id)
  return draft
}

/** What a leader signs where a policy explains itself. */
export const excuse = (w: World, office: Office, documentId: number) =>
  w.act(
    (act) => signExemption(act, { id: documentId, reason: '内容简明，不需要另行解读。' }),
    office.leader,
    monday,
  )

/** A released normative document. */
export const makePolicy = async (
  w: World,
  office: Office,
  documentNumber: string,
  text: string,
  fields: Partial<EditionFields> = {},
) => publish(w, office, await makePolicyDraft(w, office, documentNumber, text, fields))
