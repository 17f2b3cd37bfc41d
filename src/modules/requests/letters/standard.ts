import { resultRule } from '../decision/result-codes.ts'
import { codeOfReply, enclosuresField, type LetterKind, letterRule } from './kinds.ts'

/** A line of a standard text, or a table of labels and what stands beside them. */
export type StandardPart =
  | { readonly line: string; readonly as?: 'body' | 'addressee' | 'signature' }
  | { readonly table: readonly (readonly string[])[] }

const body = (...lines: readonly string[]): StandardPart[] =>
  lines.map((line) => ({ line, as: 'body' }))
const addressee = (line: string): StandardPart => ({ line, as: 'addressee' })
const signature: readonly StandardPart[] = [
  { line: '{机关}', as: 'signature' },
  { line: '{日期}', as: 'signature' },
]
const contact = '联系地址：{机关地址}，联系电话：{机关电话}。'

const opening =
  '本机关于{收到日期}收到您（单位）提交的政府信息公开申请（编号：{申请编号}），申请公开：{申请内容}。'
const regulations = '《中华人民共和国政府信息公开条例》'

const requestTable: readonly (readonly string[])[] = [
  ['申请编号', '{申请编号}', '申请日期', '{申请日期}'],
  ['申请人', '{申请人}', '申请人类别', '{申请人类别}'],
  ['证件类型', '{证件类型}', '证件号码', '{证件号码}'],
  ['联系电话', '{联系电话}', '电子邮箱', '{电子邮箱}'],
  ['通信地址', '{通信地址}', '邮政编码', '{邮政编码}'],
  ['所需政府信息', '{申请内容}'],
  ['用途', '{用途}'],
  ['提供政府信息的形式', '{提供形式}', '获取政府信息的途径', '{获取方式}'],
]

const texts: Readonly<Record<string, readonly StandardPart[]>> = {
  requestForm: [
    { table: [['受理机关', '{机关}'], ...requestTable] },
    ...body('申请人（签名或者盖章）：                    年    月    日'),
  ],
  registration: [
    {
      table: [
        ...requestTable,
        ['收到途径', '{收到途径}', '收到日期', '{收到日期}'],
        ['答复期限', '{答复期限}', '经办人', '{经办人}'],
        ['登记意见', ''],
      ],
    },
  ],
  receipt: [
    addressee('{申请人}：'),
    ...body(
      '您（单位）于{申请日期}提交的政府信息公开申请，本机关已经接收，编号为{申请编号}。申请公开：{申请内容}。',
      '{#已收到}根据' +
        `${regulations}第三十一条的规定，本机关收到申请之日为{收到日期}；根据第三十三条的规定，本机关将于{答复期限}前答复。{/已收到}`,
      '{^已收到}根据' +
        `${regulations}第三十一条的规定，收到申请之日以双方确认之日为准，本机关将与您（单位）联系确认。{/已收到}`,
      contact,
    ),
    ...signature,
  ],
  correctionNotice: [
    addressee('{申请人}：'),
    ...body(
      opening,
      `经审查，您（单位）提交的申请内容不符合${regulations}第二十九条的规定，需要补正的事项为：{补正事项}。`,
      `根据${regulations}第三十条的规定，请您（单位）自收到本告知书之日起{补正期限}内一次性补正。答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`,
      contact,
    ),
    ...signature,
  ],
  explainReasons: [
    addressee('{申请人}：'),
    ...body(
      opening,
      '经审查，您（单位）申请公开政府信息的数量、频次明显超过合理范围：{情况说明}。',
      `根据${regulations}第三十五条的规定，请您（单位）说明理由。本机关认为理由不合理的，将告知不予处理；理由合理，但是无法在规定期限内答复的，将确定延迟答复的合理期限并告知。`,
      contact,
    ),
    ...signature,
  ],
  extension: [
    addressee('{申请人}：'),
    ...body(
      opening,
      `根据${regulations}第三十三条的规定，本机关原应当于{原答复期限}前答复。因{延期理由}，经政府信息公开工作机构负责人同意，现延长答复期限，于{延长后期限}前答复。`,
      '特此告知。',
    ),
    ...signature,
  ],
  thirdPartyInquiry: [
    addressee('{第三方}：'),
    ...body(
      '本机关收到公民、法人或者其他组织提出的政府信息公开申请，所申请公开的政府信息涉及您（单位）的合法权益。拟公开的内容：{拟公开内容}。',
      `根据${regulations}第三十二条的规定，现书面征求您（单位）的意见。请自收到本征求意见书之日起{征求意见期限}内提出意见，不同意公开的，请说明理由；可以使用所附确认函。`,
      '逾期未提出意见的，由本机关依照条例的规定决定是否公开。您（单位）不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知您（单位）。',
      contact,
    ),
    ...signature,
  ],
  thirdPartyConfirmation: [
    {
      table: [
        ['征求意见机关', '{机关}'],
        ['第三方', '{第三方}'],
        ['涉及的政府信息', '{拟公开内容}'],
        ['意见', '□ 同意公开    □ 部分同意公开    □ 不同意公开'],
        ['理由（不同意的必填）', ''],
        ['签名或者盖章', '                              年    月    日'],
      ],
    },
    ...body(`请在收到征求意见书之日起{征求意见期限}内寄回或者送交（${regulations}第三十二条）。`),
  ],
  consultationNotice: [
    addressee('{申请人}：'),
    ...body(
      opening,
      `经审查，您（单位）申请公开的政府信息需要征求第三方或者其他机关的意见。根据${regulations}第三十三条第三款的规定，征求意见所需时间不计算在答复期限内。`,
      '特此告知。',
    ),
    ...signature,
  ],
  thirdPartyNotice: [
    addressee('{第三方}：'),
    ...body(
      '本机关曾就政府信息公开申请书面征求您（单位）的意见。',
      `经审查，本机关认为不公开可能对公共利益造成重大影响。根据${regulations}第十五条、第三十二条的规定，决定予以公开。决定公开的政府信息内容：{拟公开内容}。理由：{理由}。`,
      '{救济}',
    ),
    ...signature,
  ],
  coMakerInquiry: [
    addressee('{第三方}：'),
    ...body(
      '本机关收到政府信息公开申请，所申请公开的政府信息由本机关牵头、与贵单位共同制作。拟公开的内容：{拟公开内容}。',
      `根据${regulations}第三十四条的规定，现征求贵单位意见。请自收到本函之日起{征求意见期限}内提出意见，逾期未提出意见的，视为同意公开。`,
      contact,
    ),
    ...signature,
  ],
  assistance: [
    addressee('{协办单位}：'),
    ...body(
      '本机关于{收到日期}收到政府信息公开申请（编号：{申请编号}），申请公开：{申请内容}。',
      '根据职责分工，请你单位协助办理：{协办事项}。请于{协办期限}前书面反馈，并附有关材料。',
      contact,
    ),
    ...signature,
  ],
  feeNotice: [
    addressee('{申请人}：'),
    ...body(
      opening,
      '您（单位）申请公开政府信息的数量、频次明显超过合理范围。根据' +
        `${regulations}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关按{计费方式}收取信息处理费：计费数量{计费数量}，金额{金额}元。`,
      '请自收到本通知次日起{缴费期限}内缴纳：{缴费方式}。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。答复期限自缴费完成次日起重新计算。',
      '收费通知不服的，可以就本件申请的处理一并申请行政复议或者提起行政诉讼。',
      contact,
    ),
    ...signature,
  ],
  reviewSheet: [
    {
      table: [
        ['申请编号', '{申请编号}', '收到日期', '{收到日期}'],
        ['申请人', '{申请人}', '答复期限', '{答复期限}'],
        ['申请内容', '{申请内容}'],
        ['答复类型', '{答复类型}', '依据', '{答复依据}'],
        ['拟办意见', '{拟办意见}'],
        ['经办人', '{经办人}', '日期', '{日期}'],
        ['合法性审核', '{审核人}', '日期', '{审核日期}'],
        ['签发', '{签发人}', '日期', '{签发日期}'],
      ],
    },
  ],
  serviceProof: [
    {
      table: [
        ['送达文书', '{送达文书}'],
        ['文号', '{送达文号}'],
        ['受送达人', '{申请人}'],
        ['送达方式', '{送达方式}', '送达日期', '{送达日期}'],
        ['邮政快递单号', '{邮件号}', '签收日期', '{签收日期}'],
        ['受送达人签名或者盖章', '                              年    月    日'],
        ['送达依据', '{送达依据}'],
        ['送达人', '{经办人}'],
      ],
    },
  ],
}

const replyText = (kind: LetterKind): readonly StandardPart[] => {
  const code = codeOfReply(kind)
  // The wording now in force; a reply of another day's law is drawn up by that day's.
  const rule = code ? resultRule(code, '9999-12-31') : undefined
  return [
    addressee('{申请人}：'),
    ...body(
      opening,
      ...(rule?.wording ?? []),
      ...(code === 'other/other' ? [] : ['{救济}']),
      '特此告知。',
      `{#${enclosuresField}}附件：{${enclosuresField}}{/${enclosuresField}}`,
    ),
    ...signature,
  ]
}

export interface StandardText {
  readonly title: string
  readonly numbered: boolean
  readonly parts: readonly StandardPart[]
}

/** The standard text of a kind, from which its template is made. */
export const standardText = (kind: LetterKind): StandardText => {
  const rule = letterRule(kind)
  return {
    title: rule.title,
    numbered: rule.series !== null,
    parts: texts[kind] ?? replyText(kind),
  }
}
