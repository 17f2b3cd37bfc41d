import type { CivilDate } from '#platform/civil-date'

/** How a case ended, by the leaves of the annual report's table (国办公开办函〔2021〕30号). */
export const resultCodes = [
  'granted/already_public',
  'granted/provided',
  'partial',
  'refused/state_secret',
  'refused/law_prohibits',
  'refused/security_stability',
  'refused/third_party',
  'refused/internal_affairs',
  'refused/process_info',
  'refused/case_file',
  'refused/query_matter',
  'unavailable/not_held',
  'unavailable/needs_creation',
  'unavailable/still_unclear',
  'not_handled/petition',
  'not_handled/repeat',
  'not_handled/publication',
  'not_handled/excessive',
  'not_handled/confirm_or_reissue',
  'other/overdue_correction',
  'other/overdue_fee',
  'other/other',
] as const
export type ResultCode = (typeof resultCodes)[number]

/** What the drafter has to write, because no other field of the case knows it. */
export const replyFields = ['获取途径', '提供方式', '不予公开内容', '理由', '依据'] as const
export type ReplyField = (typeof replyFields)[number]

export interface ResultRule {
  readonly code: ResultCode
  /** The row of the report's third table. Both kinds of grant are one row there. */
  readonly reportRow: string
  readonly article: string
  /** 条例 art. 14, 15 or 16: a refusal in the sense of 法释〔2025〕8号 art. 1 (2). */
  readonly withholds: boolean
  readonly mustSay: readonly ReplyField[]
  /** The reply in the unified wording; what stands in braces is filled in. */
  readonly wording: readonly string[]
}

const regulations = '《中华人民共和国政府信息公开条例》'
const art = (text: string): string => `${regulations}${text}`

const refusal = (
  code: ResultCode,
  reportRow: string,
  article: string,
  is: string,
  mustSay: readonly ReplyField[] = ['理由'],
): ResultRule => ({
  code,
  reportRow,
  // Art. 36 (3): a refusal is told, with its reasons.
  article: art(`${article}、第三十六条第（三）项`),
  withholds: true,
  mustSay,
  wording: [
    `经审查，您申请公开的政府信息${is}。理由：{理由}。`,
    `根据${art(`${article}、第三十六条第（三）项`)}的规定，本机关不予公开。`,
  ],
})

const told = (
  code: ResultCode,
  reportRow: string,
  article: string,
  wording: readonly string[],
  mustSay: readonly ReplyField[] = [],
): ResultRule => ({ code, reportRow, article, withholds: false, mustSay, wording })

const fromRevision: readonly ResultRule[] = [
  told(
    'granted/already_public',
    'r3.1',
    art('第三十六条第（一）项'),
    [
      '经审查，您申请公开的政府信息已经主动公开。',
      `根据${art('第三十六条第（一）项')}的规定，现告知您获取该政府信息的方式、途径：{获取途径}。`,
    ],
    ['获取途径'],
  ),
  told(
    'granted/provided',
    'r3.1',
    art('第三十六条第（二）项'),
    [
      '经审查，您申请公开的政府信息属于可以公开的政府信息。',
      `根据${art('第三十六条第（二）项')}的规定，本机关予以公开。提供的方式、途径和时间：{提供方式}。`,
    ],
    ['提供方式'],
  ),
  {
    code: 'partial',
    reportRow: 'r3.2',
    article: art('第三十七条'),
    withholds: true,
    mustSay: ['提供方式', '不予公开内容', '理由', '依据'],
    wording: [
      '经审查，您申请公开的政府信息中含有不应当公开的内容，但能够作区分处理。',
      `根据${art('第三十七条')}的规定，本机关将可以公开的内容提供给您。提供的方式、途径和时间：{提供方式}。`,
      '以下内容不予公开：{不予公开内容}。理由：{理由}。依据：{依据}。',
    ],
  },
  refusal('refused/state_secret', 'r3.3.1', '第十四条', '依法确定为国家秘密'),
  refusal(
    'refused/law_prohibits',
    'r3.3.2',
    '第十四条',
    '属于法律、行政法规禁止公开的政府信息（{依据}）',
    ['理由', '依据'],
  ),
  refusal(
    'refused/security_stability',
    'r3.3.3',
    '第十四条',
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  ),
  refusal(
    'refused/third_party',
    'r3.3.4',
    '第十五条、第三十二条',
    '涉及第三方的商业秘密、个人隐私等，公开会对第三方合法权益造成损害',
  ),
  refusal(
    'refused/internal_affairs',
    'r3.3.5',
    '第十六条第一款',
    '属于本机关人事管理、后勤管理、内部工作流程等方面的内部事务信息',
  ),
  refusal(
    'refused/process_info',
    'r3.3.6',
    '第十六条第二款',
    '属于本机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  ),
  refusal('refused/case_file', 'r3.3.7', '第十六条第二款', '属于行政执法案卷信息'),
  told(
    'refused/query_matter',
    'r3.3.8',
    art('第三十六条第（七）项'),
    [
      '经审查，您申请公开的信息属于工商、不动产登记资料等信息，有关法律、行政法规对其获取有特别规定（{依据}）。',
      `根据${art('第三十六条第（七）项')}的规定，请您依照上述规定办理查询：{获取途径}。`,
    ],
    ['依据', '获取途径'],
  ),
  told('unavailable/not_held', 'r3.4.1', art('第三十六条第（四）项、第（五）项'), [
    `{#经检索}经检索，您申请公开的政府信息不存在。检索情况：{检索情况}。根据${art('第三十六条第（四）项')}的规定，现予告知。{/经检索}`,
    `{^经检索}您申请公开的政府信息不属于本机关负责公开。理由：{理由}。根据${art('第三十六条第（五）项')}的规定，现予告知。{#负责机关}您可以向{负责机关}提出申请。{/负责机关}{/经检索}`,
  ]),
  told(
    'unavailable/needs_creation',
    'r3.4.2',
    art('第三十八条'),
    [
      '经审查，本机关没有您所申请内容的现成信息，需要对现有政府信息进行加工、分析。理由：{理由}。',
      `根据${art('第三十八条')}的规定，行政机关向申请人提供的信息应当是已制作或者获取的政府信息，本机关不予提供。`,
    ],
    ['理由'],
  ),
  told(
    'unavailable/still_unclear',
    'r3.4.3',
    art('第三十条'),
    [
      '经本机关一次性告知补正后，您的申请内容仍不明确。理由：{理由}。',
      `根据${art('第二十九条、第三十条')}的规定，本机关无法按照现有申请内容提供政府信息。`,
    ],
    ['理由'],
  ),
  told(
    'not_handled/petition',
    'r3.5.1',
    art('第三十九条第一款'),
    [
      '经审查，您以政府信息公开申请的形式进行信访、投诉、举报等活动。',
      `根据${art('第三十九条第一款')}的规定，本机关不作为政府信息公开申请处理。您可以通过相应渠道提出：{获取途径}。`,
    ],
    ['获取途径'],
  ),
  told(
    'not_handled/repeat',
    'r3.5.2',
    art('第三十六条第（六）项'),
    [
      '经审查，本机关已就您申请公开的政府信息作出答复，您重复申请公开相同政府信息。已作出的答复：{理由}。',
      `根据${art('第三十六条第（六）项')}的规定，本机关不予重复处理。`,
    ],
    ['理由'],
  ),
  told(
    'not_handled/publication',
    'r3.5.3',
    art('第三十九条第二款'),
    [
      '经审查，您的申请内容为要求本机关提供政府公报、报刊、书籍等公开出版物。',
      `根据${art('第三十九条第二款')}的规定，现告知您获取的途径：{获取途径}。`,
    ],
    ['获取途径'],
  ),
  told(
    'not_handled/excessive',
    'r3.5.4',
    art('第三十五条'),
    [
      '您申请公开政府信息的数量、频次明显超过合理范围，本机关已要求您说明理由。经审查，您的理由不合理：{理由}。',
      `根据${art('第三十五条')}的规定，本机关不予处理。`,
    ],
    ['理由'],
  ),
  told(
    'not_handled/confirm_or_reissue',
    'r3.5.5',
    '《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）',
    [
      '经审查，您要求本机关对您已经获取的政府信息予以确认或者重新出具。理由：{理由}。',
      `该要求不属于${art('第二条')}规定的政府信息公开申请，本机关不予处理。`,
    ],
    ['理由'],
  ),
  told('other/overdue_correction', 'r3.6.1', art('第三十条'), [
    '本机关已一次性告知您作出补正，您无正当理由逾期不补正。',
    `根据${art('第三十条')}的规定，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  ]),
  told(
    'other/overdue_fee',
    'r3.6.2',
    '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条',
    [
      '本机关已向您发出收费通知，您未在规定期限内缴纳信息处理费。',
      '根据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
    ],
  ),
  told(
    'other/other',
    'r3.6.3',
    art('第四十五条'),
    ['{理由}。', '本件政府信息公开申请办理终结。'],
    ['理由'],
  ),
]

/** Newest last: a reply is judged by the rules of the day on which it is made. */
export const resultRules: readonly {
  readonly from: CivilDate
  readonly rules: readonly ResultRule[]
}[] = [{ from: '2019-05-15', rules: fromRevision }]

export const resultRulesOn = (on: CivilDate): readonly ResultRule[] =>
  resultRules.findLast(({ from }) => from <= on)?.rules ?? []

export const resultRule = (code: ResultCode, on: CivilDate): ResultRule | undefined =>
  resultRulesOn(on).find((rule) => rule.code === code)
