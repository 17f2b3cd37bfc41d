import type { EventType } from '../clock/contract.ts'
import { type ResultCode, resultCodes } from '../decision/result-codes.ts'

/** The letters and forms of a case besides its reply. */
export const formKinds = [
  'requestForm',
  'registration',
  'receipt',
  'correctionNotice',
  'explainReasons',
  'extension',
  'thirdPartyInquiry',
  'thirdPartyConfirmation',
  'consultationNotice',
  'thirdPartyNotice',
  'coMakerInquiry',
  'assistance',
  'feeNotice',
  'reviewSheet',
  'serviceProof',
] as const
export type FormKind = (typeof formKinds)[number]

export type LetterKind = FormKind | `reply:${ResultCode}`
export const letterKinds: readonly LetterKind[] = [
  ...formKinds,
  ...resultCodes.map((code): LetterKind => `reply:${code}`),
]

export const codeOfReply = (kind: string): ResultCode | null =>
  kind.startsWith('reply:') ? (kind.slice('reply:'.length) as ResultCode) : null

/** The name of a kind as part of a file's name. */
export const fileNameOf = (kind: LetterKind): string => kind.replaceAll(/[:/]/g, '-')

/** Which running number an office gives it: replies, notices and letters to others each have their own. */
export type Series = '公复' | '公告' | '公函'

/** Whom it needs before it may leave: nobody, the head of the work office, or review and signature. */
export type Needs = 'nobody' | 'head' | 'reviewAndSignature'

export interface LetterRule {
  readonly title: string
  readonly series: Series | null
  readonly needs: Needs
  /** What sending it means to the clock. */
  readonly records: Exclude<EventType, 'submitted'> | null
  /** Whose opinion it asks, or who is told. */
  readonly party: 'thirdParty' | 'coMaker' | null
  /** What the drafter writes; everything else comes from the case. */
  readonly asks: readonly string[]
}

const note = (
  title: string,
  records: LetterRule['records'],
  asks: readonly string[],
  needs: Needs = 'nobody',
): LetterRule => ({ title, series: '公告', needs, records, party: null, asks })

const form = (title: string, asks: readonly string[] = []): LetterRule => ({
  title,
  series: null,
  needs: 'nobody',
  records: null,
  party: null,
  asks,
})

/** Names as in the municipal set of texts (宿政办函〔2021〕21号). */
const forms: Readonly<Record<FormKind, LetterRule>> = {
  requestForm: form('政府信息公开申请表'),
  registration: form('政府信息公开申请登记表'),
  receipt: form('政府信息公开申请接收回执'),
  correctionNotice: note('政府信息公开申请补正告知书', 'correctionNoticed', ['补正事项']),
  explainReasons: note('政府信息公开申请说明理由告知书', 'excessiveReasonAsked', ['情况说明']),
  // Art. 33: the head of the work office agrees, and the requester is told.
  extension: note('政府信息公开延期答复告知书', 'extended', ['延期理由'], 'head'),
  thirdPartyInquiry: {
    title: '政府信息公开征求意见书（第三方）',
    series: '公函',
    needs: 'nobody',
    records: 'thirdPartyAsked',
    party: 'thirdParty',
    asks: ['拟公开内容'],
  },
  thirdPartyConfirmation: {
    ...form('政府信息公开征求意见确认函', ['拟公开内容']),
    party: 'thirdParty',
  },
  consultationNotice: note('政府信息公开征求意见告知书', null, []),
  thirdPartyNotice: {
    title: '政府信息依申请公开告知书（第三方）',
    series: '公告',
    needs: 'nobody',
    records: null,
    party: 'thirdParty',
    asks: ['拟公开内容', '理由'],
  },
  coMakerInquiry: {
    title: '政府信息公开征求意见函（共同制作机关）',
    series: '公函',
    needs: 'nobody',
    records: 'coMakerAsked',
    party: 'coMaker',
    asks: ['拟公开内容'],
  },
  assistance: {
    ...form('政府信息公开申请协办函', ['协办单位', '协办事项', '协办期限']),
    series: '公函',
  },
  feeNotice: note('政府信息公开信息处理费收费通知书', 'feeNoticed', [
    '计费方式',
    '计费数量',
    '金额',
    '缴费方式',
  ]),
  reviewSheet: form('政府信息公开申请答复审查呈批单', ['拟办意见']),
  serviceProof: form('政府信息公开文书送达回证'),
}

const replyTitles: readonly (readonly [RegExp, string])[] = [
  [/^granted\/already_public/, '政府信息公开告知书'],
  [/^granted|^partial/, '政府信息公开答复书'],
  [/^refused\/(?!query)/, '政府信息不予公开告知书'],
  [/^unavailable/, '政府信息无法提供告知书'],
  [/^not_handled/, '政府信息公开申请不予处理告知书'],
  [/^other/, '政府信息公开申请办理终结告知书'],
  [/./, '政府信息公开申请告知书'],
]

const replyAsks: Partial<Record<ResultCode, readonly string[]>> = {
  // Which of the two is required follows from the guide's answer: searched for, or another organ's.
  'unavailable/not_held': ['检索情况', '理由', '负责机关'],
}

/** What holds for a kind of letter; of a reply, what its result code asks for. */
export const letterRule = (kind: LetterKind, mustSay: readonly string[] = []): LetterRule => {
  const code = codeOfReply(kind)
  if (!code) return forms[kind as FormKind]
  return {
    title: replyTitles.find(([sort]) => sort.test(code))?.[1] ?? '',
    series: '公复',
    needs: 'reviewAndSignature',
    records: 'replied',
    party: null,
    asks: replyAsks[code] ?? mustSay,
  }
}

/** The list of what goes along with a reply (附件说明, GB/T 9704). */
export const enclosuresField = '附件清单'

/** Set in a reply of "not held" that rests on a search; without it another organ discloses. */
export const searchedField = '经检索'
