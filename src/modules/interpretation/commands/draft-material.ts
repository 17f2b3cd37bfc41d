import type { z } from 'zod'
import { createDraft } from '#documents'
import type { Act } from '#platform/act'
import type { draftMaterial as contract, tieMaterial as tying } from '../contract/desk.ts'
import { deriveDuty } from '../derive.ts'
import { linkChanged, materialTied } from '../facts.ts'
import { factAbout, findPolicy } from '../finding.ts'
import { mayPlan } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { questionsOn } from '../store/consultation.ts'
import { materialById, tie } from '../store/materials.ts'
import { planOf } from '../store/plans.ts'
import type { PolicyRow } from '../store/policies.ts'

interface Tied {
  readonly documentId: number
  readonly title: string
}

/** 《…》 around a title, unless it stands in such marks already. */
const quoted = (title: string): string => (/^《.*》$/.test(title) ? title : `《${title}》`)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What was asked and answered, as the first draft of a follow-up (M54). */
const fromQuestions = (
  asked: readonly { readonly question: string; readonly answer: string | null }[],
): string =>
  asked
    .map(
      ({ question, answer }) =>
        `<p><strong>问：${escaped(question)}</strong></p><p>答：${escaped(answer ?? '')}</p>`,
    )
    .join('')

// As many questions as one text can answer.
const mostQuestions = 20

/**
 * Opens the document that explains a policy. It stands where the policy stands, so that a reader of
 * the column finds both.
 */
export async function draftMaterial(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<Tied & { editionId: number; version: number }> {
  const policy = await findPolicy(act, input.id, mayPlan)
  const planned = (await planOf(act.tx, policy.documentId)).find((item) => item.form === input.form)
  const asked = input.followUp ? await questionsOn(act.tx, policy.documentId, mostQuestions) : []
  const ending = input.followUp ? '执行中常见问题解读' : '政策解读'
  const title = input.title || `${quoted(policy.title)}${ending}`
  const { documentId, editionId, version } = await createDraft(act, {
    organizationId: policy.organizationId,
    fields: {
      title,
      html: fromQuestions(asked),
      kind: '解读',
      writtenOn: act.today,
      formedOn: act.today,
      matterCodes: [...policy.matterCodes],
      columnKeys: [...policy.columnKeys],
    },
  })
  await tie(act.tx, {
    documentId,
    policyId: policy.documentId,
    form: input.form,
    followUp: input.followUp,
    author: planned?.author ?? '',
    authorPost: planned?.authorPost ?? '',
    details: {},
    at: act.at,
    by: act.by.id,
  })
  const { form, followUp } = input
  await act.announce(materialTied, { ...factAbout(policy), documentId, form, followUp })
  return { documentId, editionId, title, version }
}

/** Ties a document that stood by itself to the policy that it explains. */
export async function tieMaterial(act: Act, input: z.output<typeof tying.input>): Promise<Tied> {
  const { documentId, policyId, form, followUp } = input
  if (documentId === policyId) throw refuse('explainsItself')
  const document = await findPolicy(act, documentId, mayPlan)
  const policy = await findPolicy(act, policyId, () => true)
  const before = await materialById(act.tx, documentId)
  if (before) throw refuse('explainsAnother', { title: before.policy.title })
  if (await materialById(act.tx, policyId)) throw refuse('otherPolicy', { title: policy.title })
  await tie(act.tx, {
    documentId,
    policyId,
    form,
    followUp,
    author: input.author || document.organizationName,
    authorPost: input.authorPost,
    details: input.details,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(materialTied, { ...factAbout(policy), documentId, form, followUp })
  await deriveDuty(act, policyId)
  await tellLink(act, policy, document)
  return { documentId, title: document.title }
}

/** Both pages change as soon as both documents are out. */
const tellLink = async (act: Act, policy: PolicyRow, document: PolicyRow): Promise<void> => {
  if (policy.isLive && document.isLive)
    await act.announce(linkChanged, {
      ...factAbout(policy),
      documentId: document.documentId,
      isOut: true,
    })
}
