import { expect, test } from 'vitest'
import type { Edition } from './edition.ts'
import { attributeMarks } from './edition.ts'
import { blockers, draftIssues, type Surroundings } from './readiness.ts'

const around: Surroundings = {
  today: '2026-03-02',
  attachments: 0,
  filesToSettle: [],
  secrecyReviewedBy: 3,
  mattersWithoutColumn: [],
  columnsGone: [],
  overruled: new Set(),
}
const ready = {
  title: '关于做好救助工作的通知',
  text: '正文',
  kind: '通知',
  documentNumber: '青民发〔2026〕3号',
  issuingOrgan: '青穗县民政局',
  writtenOn: '2026-03-02',
  formedOn: '2026-03-02',
  attribute: 'proactive',
  attributeGround: '',
  attributeReason: '',
  matterCodes: ['F05-01-01'],
  columnKeys: [],
  correctionNote: '',
  takeDownAt: null,
  document: { liveEditionId: null, owner: { creditCode: '11331082002640053H' } },
} as unknown as Edition

const codes = (edition: Partial<Edition>, surroundings: Partial<Surroundings> = {}) =>
  blockers({ ...ready, ...edition }, { ...around, ...surroundings }).map(
    ({ field, code }) => `${field} ${code}`,
  )

test('nothing stands before a text that has everything', () => {
  expect(codes({})).toEqual([])
})

test('names everything that is missing at once', () => {
  const nothing = { title: ' ', text: '', writtenOn: null, formedOn: null, issuingOrgan: '' }
  expect(codes({ ...nothing, matterCodes: [] }, { secrecyReviewedBy: null })).toEqual([
    'title missing',
    'html missing',
    'writtenOn missing',
    'formedOn missing',
    'issuingOrgan missing',
    'matterCodes missing',
    'secrecyReview missing',
  ])
})

test('a sheet of prices may be all there is to say', () => {
  expect(codes({ text: '' }, { attachments: 1 })).toEqual([])
})

test('[M33] a document number has its form, and a unit without credit code no index number', () => {
  expect(codes({ documentNumber: '青民发[2026]3号' })).toEqual([
    'documentNumber documentNumberForm',
  ])
  expect(codes({ documentNumber: '' })).toEqual([])
  const document = { ...ready.document, owner: { ...ready.document.owner, creditCode: '' } }
  expect(codes({ document })).toEqual(['creditCode missing'])
})

test('[M23] what is not proactive is complete without a column, and is not for the public', () => {
  const kept: Partial<Edition> = {
    attribute: 'notDisclosed',
    attributeGround: 'processInformation',
    attributeReason: '内部请示',
    matterCodes: [],
  }
  expect(draftIssues({ ...ready, ...kept }, around)).toEqual([])
  expect(codes(kept)).toEqual(['attribute notProactive'])
})

test('[M46] work news may stand in a column made by hand, not in one of the catalogue', () => {
  expect(codes({ kind: '工作动态' })).toEqual(['matterCodes workNews'])
  expect(codes({ kind: '工作动态', matterCodes: [], columnKeys: ['hand:news'] })).toEqual([])
})

test('[M37] a take-down date that is over would take the text down on its first day', () => {
  expect(codes({ takeDownAt: new Date('2026-03-02T18:00:00+08:00') })).toEqual(['takeDownAt past'])
  expect(codes({ takeDownAt: new Date('2026-03-03T09:00:00+08:00') })).toEqual([])
})

test('[M25] each attribute has its mark for the note line', () => {
  expect(attributeMarks).toEqual({
    proactive: '（此件公开发布）',
    onRequest: '（此件依申请公开）',
    notDisclosed: '（此件不予公开）',
  })
})
