import { beforeAll, expect, test } from 'vitest'
import type { EditionFields, EditionMark } from '#documents/contract'
import type { Actor } from '#platform/act'
import {
  approveAll,
  makeDraft,
  makeOffice,
  monday,
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { publishEdition } from '../commands/publish-edition.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { submitEdition } from '../commands/submit-edition.ts'
import { deskOf } from '../reading/desk.ts'
import { overruleFinding, reinstateFinding } from './index.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const idNumber = '110101199003070396'
const list = `<p>补贴名单：</p><table><tbody><tr><td>姓名</td><td>身份证号码</td></tr>
<tr><td>张三丰</td><td>${idNumber}</td></tr></tbody></table>`

const draft = (fields: Partial<EditionFields>): Promise<EditionMark> => makeDraft(w, office, fields)
const submit = (mark: EditionMark, by: Actor = office.clerk) =>
  w.act((act) => submitEdition(act, { id: mark.editionId, version: mark.version }), by, monday)
const issuesOf = async (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (no) =>
      (no.issues as { field: string; code: string }[]).map((one) => `${one.field} ${one.code}`),
  )
const overrule = (mark: EditionMark, kind: 'idCard' | 'secretMark', value: string, by: Actor) =>
  w.act(
    (act) =>
      overruleFinding(act, {
        id: mark.editionId,
        ...{ kind, value, ground: 'lawRequires', reason: '处罚决定依法公开' },
      }),
    by,
    monday,
  )

test('[M44] an ID number in text or title keeps a draft from review until it is masked', async () => {
  const mark = await draft({ title: `关于${idNumber}的公告`, html: list })
  expect(await issuesOf(submit(mark))).toEqual(['title found.idCard', 'html found.idCard'])

  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: mark.editionId,
        version: mark.version,
        fields: { title: '关于补贴的公告', html: list.replace(idNumber, '110101********0396') },
      }),
    office.clerk,
    monday,
  )
  expect(saved.issues).toEqual([])
  expect((await submit(saved)).state).toBe('inReview')
})

test('[M44] full-width digits and blanks hide nothing from the gate', async () => {
  const wide = [...idNumber].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join(' ')
  expect(await issuesOf(submit(await draft({ html: `<p>${wide}</p>` })))).toEqual([
    'html found.idCard',
  ])
})

test('[M44] what stays inside may hold what it is about', async () => {
  const inside = {
    attribute: 'notDisclosed',
    attributeGround: 'privacy',
    attributeReason: '含个人隐私',
  }
  const mark = await draft({ html: list, ...inside } as Partial<EditionFields>)
  expect(await issuesOf(submit(mark))).toEqual([])
})

test('[M44] a named person answers for what the law wants public, and can take it back', async () => {
  const mark = await draft({ html: `<p>当事人证件号码${idNumber}。</p>` })
  await overrule(mark, 'idCard', idNumber, office.clerk)
  const { examined } = await deskOf(w.db, office.clerk, mark, '2026-03-02')
  expect(examined).toMatchObject([
    {
      kind: 'idCard',
      stands: true,
      overruled: { ground: 'lawRequires', reason: '处罚决定依法公开' },
    },
  ])
  const said = await w.db
    .selectFrom('audit.entry')
    .select('payload')
    .where('kind', '=', 'documents.findingOverruled')
    .execute()
  expect(JSON.stringify(said)).toContain('处罚决定依法公开')
  expect(JSON.stringify(said)).not.toContain(idNumber.slice(6, 14))

  const value = ` ${idNumber.slice(0, 6)} ${idNumber.slice(6)}`
  const back = { id: mark.editionId, kind: 'idCard', value } as const
  await w.act((act) => reinstateFinding(act, back), office.clerk, monday)
  expect(await issuesOf(submit(mark))).toEqual(['html found.idCard'])
  await overrule(mark, 'idCard', idNumber, office.clerk)
  expect((await submit(mark)).state).toBe('inReview')
})

test('[M44] nobody answers for what is not there, and no stranger for anything', async () => {
  const mark = await draft({ html: `<p>${idNumber}</p>` })
  await expect(overrule(mark, 'idCard', '11010119900307051X', office.clerk)).rejects.toMatchObject({
    code: 'documents.findingGone',
  })
  await expect(overrule(mark, 'idCard', idNumber, office.stranger)).rejects.toMatchObject({
    code: 'documents.notYours',
  })
})

test('[M30] a mark of secrecy is never lifted by the drafter, only by the secrecy reviewer', async () => {
  const mark = await draft({ html: '<p>机密★10年</p><p>现通知如下。</p>' })
  expect(await issuesOf(submit(mark))).toEqual(['html found.secretMark'])
  const value = '机密★10年'
  await expect(overrule(mark, 'secretMark', value, office.clerk)).rejects.toMatchObject({
    code: 'documents.secretMarkStands',
  })
  await overrule(mark, 'secretMark', value, office.secrecyReviewer)
  expect((await submit(mark)).state).toBe('inReview')
})

test('[M30] the secrecy reviewer sees what the machine saw', async () => {
  const mark = await draft({ html: '<p>联系人：李明，联系电话：13900000000。布署如下。</p>' })
  await submit(mark)
  const { examined } = await deskOf(w.db, office.secrecyReviewer, mark, '2026-03-02')
  expect(examined.map(({ kind, confidence, advice }) => ({ kind, confidence, advice }))).toEqual([
    { kind: 'phone', confidence: 'medium', advice: undefined },
    { kind: 'wording', confidence: 'high', advice: '部署' },
  ])
})

test('[M44] the gate is asked again at release: an answer taken back holds the text', async () => {
  const mark = await draft({ html: `<p>当事人证件号码${idNumber}。</p>` })
  await overrule(mark, 'idCard', idNumber, office.clerk)
  const { editionId: id, version } = await approveAll(w, office, mark)
  const back = { id, kind: 'idCard', value: idNumber } as const
  await w.act((act) => reinstateFinding(act, back), office.secrecyReviewer, monday)
  const release = w.act((act) => publishEdition(act, { id, version }), office.signer, monday)
  expect(await issuesOf(release)).toEqual(['html found.idCard'])
})
