import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import {
  attachFile,
  deskOf,
  owedTo,
  publishEdition,
  receiveFile,
  releaseWhenDue,
  returnEdition,
  scheduleEdition,
  submitEdition,
} from '#documents'
import type { EditionMark } from '#documents/contract'
import {
  draftMaterial,
  heldPolicies,
  interpretationDesk,
  keepMaterial,
  setCommentRule,
  setPlan,
  signExemption,
  tieMaterial,
} from '#interpretation'
import type { Perform } from '#platform/act'
import {
  approveAll,
  makeDraft,
  makeOffice,
  monday,
  type Office,
} from '../../../test/world/documents.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let office: Office

beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const measure = { title: '青穗县临时救助实施办法', kind: '办法', documentNumber: '' }
const tuesday = '2026-03-03T10:00:00+08:00'

/** The worker's way to act, at a moment. */
const at =
  (moment: string): Perform =>
  (by, work) =>
    w.perform(by, work, new Date(moment))

/** A policy and its text of explanation, both signed. */
const signedPair = async () => {
  const policy = await makeDraft(w, office, measure)
  await w.act(
    (act) =>
      setPlan(act, {
        id: policy.documentId,
        items: [
          { form: 'text', author: '李局长', authorPost: '', plannedOn: '2026-03-02', channel: '' },
        ],
      }),
    office.clerk,
    monday,
  )
  const made = await makeDraft(w, office, {
    title: '《青穗县临时救助实施办法》解读',
    html: '<p>为什么出台？为了救急难。主要措施有三项，与原来相比提高了标准。</p>',
    kind: '解读',
  })
  await w.act(
    (act) =>
      tieMaterial(act, {
        ...{ documentId: made.documentId, policyId: policy.documentId, form: 'text' },
        ...{ followUp: false, author: '李局长', authorPost: '', details: {} },
      }),
    office.clerk,
    monday,
  )
  await w.act(
    (act) =>
      keepMaterial(act, {
        ...{ id: made.documentId, version: 1, form: 'text', author: '李局长', authorPost: '' },
        details: {},
        substance: {
          background: 'covered',
          purpose: 'covered',
          measures: 'covered',
          changes: 'notApplicable',
        },
      }),
    office.clerk,
    monday,
  )
  return {
    material: await approveAll(w, office, made),
    policy: await approveAll(w, office, policy),
  }
}

const schedule = ({ editionId: id, version }: EditionMark) =>
  w.act((act) => scheduleEdition(act, { id, version, publishAt: tuesday }), office.signer, monday)
const comesBack = ({ editionId: id, version }: EditionMark) =>
  w.act(
    (act) => returnEdition(act, { id, version, reason: '数字有误，请核对。' }),
    office.signer,
    monday,
  )

test('[M50] an interpretation that loses its signature after its policy was set to go out is told, before and after', async () => {
  const { policy, material } = await signedPair()
  await schedule(policy)
  expect((await heldPolicies(w.db, office.signer, '2026-03-02')).items).toEqual([])
  await comesBack(material)
  // Said beforehand: on Today, and beside the text.
  expect((await heldPolicies(w.db, office.signer, '2026-03-02')).items).toMatchObject([
    { policy: { documentId: policy.documentId }, publishAt: new Date(tuesday).toISOString() },
  ])
  expect((await heldPolicies(w.db, office.stranger, '2026-03-02')).items).toEqual([])
  const beside = await interpretationDesk(w.db, office.signer, policy.documentId, '2026-03-02')
  expect(beside.issues).toMatchObject([{ code: 'materialUnsigned' }])
  // The moment comes: nothing goes out, nothing is tried all night, and who publishes is told why.
  await releaseWhenDue(at(tuesday), { editionId: policy.editionId })
  await releaseWhenDue(at(tuesday), { editionId: policy.editionId })
  const desk = await deskOf(w.db, office.signer, { documentId: policy.documentId }, '2026-03-03')
  expect(desk.edition.state).toBe('approved')
  expect(desk.document.liveEditionId).toBeNull()
  expect(desk.missed).toMatchObject({
    code: 'interpretation.materialNotApproved',
    publishAt: new Date(tuesday).toISOString(),
  })
  const owed = await owedTo(w.db, office.signer, new Date(tuesday))
  expect(owed.items).toMatchObject([{ kind: 'missedRelease', title: measure.title, late: true }])
  expect((await owedTo(w.db, office.stranger, new Date(tuesday))).items).toEqual([])
  // Settled by an exemption here: it goes out, and nobody is reminded any more.
  await w.act((act) => setPlan(act, { id: policy.documentId, items: [] }), office.clerk, monday)
  await w.act(
    (act) => signExemption(act, { id: policy.documentId, reason: '仅调整文号，不涉及办事。' }),
    office.leader,
    monday,
  )
  await w.act(
    (act) => publishEdition(act, { id: policy.editionId, version: desk.edition.version }),
    office.signer,
    new Date(tuesday),
  )
  expect((await owedTo(w.db, office.signer, new Date(tuesday))).items).toEqual([])
})

const comment = {
  title: '关于《青穗县临时救助办法（征求意见稿）》公开征求意见的公告',
  kind: '公告',
  html: '<p>现向社会公开征求意见。</p>',
}
const submit = ({ editionId: id, version }: EditionMark) =>
  w.act((act) => submitEdition(act, { id, version }), office.clerk, monday)

test('[M50] a draft put out for comment goes up with what explains it, in its text, as a file, or tied', async () => {
  const bare = await makeDraft(w, office, comment)
  await expect(submit(bare)).rejects.toMatchObject({
    code: 'interpretation.explanationFirst',
    issues: [{ code: 'explanationMissing' }],
  })
  const desk = await interpretationDesk(w.db, office.clerk, bare.documentId, '2026-03-02')
  expect(desk.needed?.article).toContain('第713号')
  expect(desk.issues.map((one) => one.code)).toEqual(['explanationMissing'])
  const explained = await makeDraft(w, office, {
    ...comment,
    html: `${comment.html}<h2>一、起草说明</h2><p>原办法已施行八年。</p>`,
  })
  expect((await submit(explained)).state).toBe('inReview')
  await w.act(
    async (act) => {
      const file = await receiveFile(w.house.files, {
        name: '起草说明.txt',
        stream: Readable.from([Buffer.from('为什么修订')]),
      })
      return attachFile(act, { editionId: bare.editionId, file, inline: false })
    },
    office.clerk,
    monday,
  )
  expect((await submit(bare)).state).toBe('inReview')
  const tied = await makeDraft(w, office, comment)
  const made = await w.act(
    (act) => draftMaterial(act, { id: tied.documentId, form: 'qa', title: '', followUp: false }),
    office.clerk,
    monday,
  )
  // An empty one explains nothing.
  await expect(submit(tied)).rejects.toMatchObject({ code: 'interpretation.explanationFirst' })
  expect(made.documentId).toBeGreaterThan(0)
  // What tells how the call ended is no call.
  const result = await makeDraft(w, office, {
    ...comment,
    title: '关于《青穗县临时救助办法（征求意见稿）》公开征求意见采纳情况的公告',
  })
  expect((await submit(result)).state).toBe('inReview')
})

test('[M50] the rule for drafts put out for comment is data: a dated row switches it', async () => {
  const set = (by: Office['clerk'], validFrom: string) =>
    w.act(
      (act) =>
        setCommentRule(act, {
          ...{ validFrom, isNeeded: false, titleMarks: ['征求意见稿'], organizationKinds: [] },
          article: '青穗县政务公开办通知',
        }),
      by,
      monday,
    )
  await expect(set(office.clerk, '2026-03-02')).rejects.toMatchObject({
    code: 'interpretation.notYours',
  })
  await expect(set(office.disclosureOffice, '2026-03-01')).rejects.toMatchObject({
    code: 'interpretation.ruleBackwards',
  })
  await set(office.disclosureOffice, '2026-03-02')
  expect((await submit(await makeDraft(w, office, comment))).state).toBe('inReview')
})
