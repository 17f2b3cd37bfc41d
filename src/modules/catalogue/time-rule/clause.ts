import type { PlainTimeRule } from './contract.ts'

/** What one clause says: a limit, how long something is on show, or nothing that counts time. */
export interface Clause {
  readonly rule?: PlainTimeRule
  readonly display?: NonNullable<PlainTimeRule['display']>
  readonly assumed?: boolean
}

type Trigger = NonNullable<PlainTimeRule['trigger']>
type Unit = NonNullable<PlainTimeRule['unit']>

/** Events by their words; the first that fits decides, so the narrower ones stand first. */
const triggers: readonly (readonly [Trigger, RegExp])[] = [
  ['request_received', /(收到|接到|受理)(公开|信息公开|当事人)?申请/],
  ['receipt_of_approval', /(收到|接到|取得|获得)[^，]*(批准文件|批复文件|批文|批准)/],
  ['approval_by_congress', /(人民代表大会|人大|常务委员会|常委会)[^，]*(批准|审议|通过)/],
  ['approval_by_finance', /(财政)[^，]*(批复|批准)|^(自|在)?(部门)?批复(之日|后|起)/],
  ['survey_end', /(现状)?调查(工作)?(结束|完成)/],
  ['obtained', /下(发|达)(至|到)/],
  ['decision', /决定[^，]*(作出|做出|形成|完成|之日)|(作出|做出)[^，]*决定|(作出|做出)(之日|后)/],
  ['made_or_obtained', /(制作|制定|产生|形成)(或者?|、|和|及)获[取得]/],
  [
    'formed_or_changed',
    /(形成|产生|制定|生成)[^，]{0,6}(变更|变动|更新|修改)|(变更|变动)[^，]{0,4}形成/,
  ],
  ['formed', /(形成|产生|生成|制作完成)/],
  ['obtained', /获[取得]/],
  ['changed', /(变更|变动|更新)/],
]

const unitOf = (word: string): { unit: Unit; times: number } => {
  if (word === '工作日') return { unit: 'working', times: 1 }
  if (word === '小时') return { unit: 'hour', times: 1 }
  if (word === '周' || word === '星期') return { unit: 'calendar', times: 7 }
  // A month counted as thirty days; no published limit seen is counted in months.
  return { unit: 'calendar', times: word === '个月' ? 30 : 1 }
}

const counted = /(\d{1,3})个?(工作日|自然日|小时|个月|周|星期|天|日)/
const leastWords = /(不少于|不得少于|不低于|不短于|不得短于|不得低于|至少|以上)/
const showWords = /(公示|公告|公布期|披露|征求意见|展示|公开期|张贴)/

/** Reads one clause that stands between semicolons, stops or commas. */
export function readClause(text: string): Clause {
  const periodic = readPeriodic(text)
  if (periodic) return { rule: periodic }
  const match = counted.exec(text)
  if (match) return readCounted(text, match)
  return readWords(text)
}

function readCounted(text: string, match: RegExpExecArray): Clause {
  const { unit, times } = unitOf(match[2] as string)
  const days = Number(match[1]) * times
  if (days === 0) return {}
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + match[0].length)
  if (/^(之|以)?内/.test(after)) return within(before, days, unit)
  if (/^(之|以)?前/.test(after)) return { rule: { kind: 'before', days, unit, ...eventOf(before) } }
  if (/提前$/.test(before)) return { rule: { kind: 'before', days, unit, trigger: 'other' } }
  if (/(日|开始|举行|召开|起始)之?前$/.test(before))
    return {
      rule: { kind: 'before', days, unit, ...eventOf(before.replace(/(之日|日)?之?前$/, '')) },
    }
  const event = /^(.+?)(之?后|之日起)，/.exec(before)?.[1]
  const upon = event ? { rule: { kind: 'on_event' as const, ...eventOf(event) } } : {}
  if (leastWords.test(before) || /^以上/.test(after))
    return { ...upon, display: { days, unit, atLeast: true } }
  if (showWords.test(before)) {
    // 公示7个工作日 sets the least, as the rules on notices do; 公告期限为5个工作日 sets the time itself.
    return { ...upon, display: { days, unit, atLeast: !/(为|是|共)$/.test(before) } }
  }
  if (/^每$/.test(before)) return { rule: { kind: 'periodic', days, unit } }
  if (before === '' && /^(公开|予以公开|公布)?$/.test(after))
    return { rule: { kind: 'within', days, unit, trigger: 'formed_or_changed' }, assumed: true }
  // 信息形成之日起20个工作日公开: the word 内 was left out.
  return before === '' ? {} : within(before, days, unit)
}

function within(before: string, days: number, unit: Unit): Clause {
  const rule: PlainTimeRule = { kind: 'within', days, unit }
  if (/^(最迟|最晚|应在|须在|在)?$/.test(before)) {
    if (unit === 'hour') return { rule: { ...rule, trigger: 'other', triggerText: '事件发生' } }
    return { rule: { ...rule, trigger: 'formed_or_changed' }, assumed: true }
  }
  const event = eventOf(before)
  return {
    rule: {
      ...rule,
      ...event,
      ...(event.trigger === 'request_received' ? { mode: 'on_request' } : {}),
    },
  }
}

/** The event that a text names: one of the known, or its own words. */
function eventOf(text: string): Pick<PlainTimeRule, 'trigger' | 'triggerText'> {
  const known = triggers.find(([, words]) => words.test(text))
  if (known) return { trigger: known[0] }
  return { trigger: 'other', ...eventText(text) }
}

function eventText(text: string): { triggerText?: string } {
  const own = /(?:自(?!然)|从|在|于|应当?于)([^，自从于]+)$/.exec(text)?.[1] ?? text
  const event = own.replace(/(之日起?|起|以?后|时|的)+$/g, '').replace(/^(应当?|并|应在)/, '')
  return event === '' ? {} : { triggerText: event.slice(0, 60) }
}

const periods: readonly (readonly [NonNullable<PlainTimeRule['period']>, RegExp])[] = [
  ['half_year', /[每按]半年/],
  ['quarter', /[每按]个?季/],
  ['month', /[每按](个)?月|逐月/],
  ['year', /[每按](一)?年|逐年|年度/],
]

// February ends on the 28th, the last day that every year has.
const lastDays = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31']

function readPeriodic(text: string): PlainTimeRule | undefined {
  const monthEnd = /每年(?:度)?的?(\d{1,2})月底/.exec(text)?.[1]
  if (monthEnd)
    return {
      kind: 'fixed_date',
      by: `${two(monthEnd)}-${lastDays[Number(monthEnd) - 1] ?? '28'}`,
      period: 'year',
    }
  const yearly = /每年(?:度)?的?(\d{1,2})月(\d{1,2})日(之?前|以前)?/.exec(text)
  if (yearly)
    return { kind: 'fixed_date', by: `${two(yearly[1])}-${two(yearly[2])}`, period: 'year' }
  const found = periods.find(([, words]) => words.test(text))
  if (!found || (found[0] === 'year' && !/[每按逐]/.test(text))) return undefined
  const [period, words] = found
  const day = /(?:首个?月|第1个?月|第一个?月|每个?月|次月|月)的?(\d{1,2})日/.exec(text)?.[1]
  const condition = /^(.*[^自]的)，/.exec(text.slice(0, text.search(words)))?.[1]
  return {
    kind: 'periodic',
    period,
    ...(day ? { by: two(day) } : {}),
    ...(condition ? { when: condition } : {}),
  }
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/** A clause without a number: at once, promptly, as it goes, with some event. */
function readWords(text: string): Clause {
  if (/缩短|予以说明|说明理由/.test(text)) return {}
  if (/^(定期|适时|动态)(公开|更新|调整|公示|发布)?/.test(text))
    return { rule: { kind: text.startsWith('定期') ? 'periodic' : 'prompt' }, assumed: true }
  const prompt = /(及时|随时|立即|第一时间|尽快|当[天日])/.test(text)
  const stages = text.match(/事前|事中|事后/g)
  if (stages && stages.length >= 2) return { rule: { kind: 'by_progress', stages } }
  if (/(实时|即时|同步)(公开|公示|发布|更新)?/.test(text)) return { rule: { kind: 'realtime' } }
  if (/进展|各环节|分阶段|分段|办理进度/.test(text))
    return { rule: { kind: 'by_progress', ...(prompt ? { prompt: true as const } : {}) } }
  if (/(从其规定|规定的(期限|时限|时间)|按[^，]*(规定|要求))/.test(text))
    return { rule: { kind: 'external', ...(prompt ? { prompt: true as const } : {}) } }
  if (/依申请/.test(text))
    return { rule: { kind: 'on_event', trigger: 'request_received', mode: 'on_request' } }
  const along = /^随(同)?(.+?)(同时|一并|一同|同步)?(公开|公告|公示|发布|公布)$/.exec(text)
  if (along && !prompt)
    return { rule: { kind: 'on_event', trigger: 'other', triggerText: along[2] ?? '' } }
  const after =
    /^(.+?)(之?后|(?<![及随即实同定])时|之日起?|当天)(，|应|予以|及时|立即|公开|公示|公布|发布|$)/.exec(
      text,
    )
  if (after?.[1]) {
    const event = eventOf(after[1] + (after[2] ?? ''))
    return { rule: { kind: prompt ? 'prompt' : 'on_event', ...event } }
  }
  return prompt ? { rule: { kind: 'prompt' } } : {}
}
