import { resultRule } from '../decision/result-codes.ts'
import { codeOfReply, enclosuresField, type LetterKind, letterRule } from './kinds.ts'

/** What every letter of a case may say: known to the case, filled in by itself. */
export const caseFields = [
  '机关',
  '机关地址',
  '机关电话',
  '文号',
  '日期',
  '申请编号',
  '申请日期',
  '收到日期',
  '已收到',
  '收到途径',
  '申请人',
  '申请人类别',
  '证件类型',
  '证件号码',
  '联系电话',
  '电子邮箱',
  '通信地址',
  '邮政编码',
  '申请内容',
  '用途',
  '提供形式',
  '获取方式',
  '答复期限',
  '经办人',
] as const

const ownFields: Readonly<Record<string, readonly string[]>> = {
  correctionNotice: ['补正期限'],
  extension: ['原答复期限', '延长后期限'],
  thirdPartyInquiry: ['第三方', '征求意见期限'],
  thirdPartyConfirmation: ['第三方', '拟公开内容', '征求意见期限'],
  thirdPartyNotice: ['第三方', '救济'],
  coMakerInquiry: ['第三方', '征求意见期限'],
  feeNotice: ['缴费期限'],
  reviewSheet: ['答复类型', '答复依据', '审核人', '审核日期', '签发人', '签发日期'],
  serviceProof: ['送达文书', '送达文号', '送达方式', '送达日期', '邮件号', '签收日期', '送达依据'],
}

// A letter without these does not stand: who, when, under which number, and what may be done against it.
const musts: Readonly<Record<string, readonly string[]>> = {
  receipt: ['机关', '申请编号'],
  correctionNotice: ['机关', '文号', '日期', '补正事项', '补正期限'],
  explainReasons: ['机关', '文号', '日期'],
  extension: ['机关', '文号', '日期', '延期理由', '延长后期限'],
  thirdPartyInquiry: ['机关', '文号', '日期', '第三方', '拟公开内容', '征求意见期限'],
  thirdPartyNotice: ['机关', '文号', '日期', '第三方', '拟公开内容', '理由'],
  coMakerInquiry: ['机关', '文号', '日期', '拟公开内容', '征求意见期限'],
  feeNotice: ['机关', '文号', '日期', '金额', '缴费期限'],
}

const asksOf = (kind: LetterKind): readonly string[] => {
  const code = codeOfReply(kind)
  const mustSay = code ? (resultRule(code, '9999-12-31')?.mustSay ?? []) : []
  return letterRule(kind, mustSay).asks
}

/** Every field that a template of this kind may name. */
export const fieldsOf = (kind: LetterKind): readonly string[] => [
  ...new Set([
    ...caseFields,
    ...asksOf(kind),
    ...(ownFields[kind] ?? []),
    ...(codeOfReply(kind) ? ['救济', '答复依据', '经检索', enclosuresField] : []),
  ]),
]

/** What a template of this kind has to name. */
export const mustName = (kind: LetterKind): readonly string[] => {
  const code = codeOfReply(kind)
  if (!code) return musts[kind] ?? []
  const mustSay = resultRule(code, '9999-12-31')?.mustSay ?? []
  return ['机关', '文号', '日期', '申请人', ...mustSay, ...(code === 'other/other' ? [] : ['救济'])]
}

/** What the drafter writes, and which of it must not stay empty. */
export const askedOf = (kind: LetterKind): readonly string[] => asksOf(kind)
