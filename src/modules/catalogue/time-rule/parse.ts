import { type Clause, readClause } from './clause.ts'
import type { PlainTimeRule, TimeRule } from './contract.ts'
import { plainWording } from './wording.ts'

// Nothing published is longer; what follows is a text that slipped into the wrong column.
const longestLimit = 400

// 政府信息公开条例 art. 26 allows no more than twenty working days from forming or change.
const lawfulWorkingDays = 20

const exception =
  /[，。；（]?(?:(?:相关|有关|国家)?(?:法律|行政法规|法规|规章|政策)[^。；（）]{0,24}|(?:相关|有关|国家|上级)(?:规定|部门)?[^。；（），]{0,12})?另有规定的?，?(?:应当?|则)?(?:从其规定|按其规定|依照其规定|除外)(?:执行)?）?/
const lasting = /(保持)?(长期|永久|常年|持续)(公开|公示|有效|展示|保留)?(（动态(调整|更新)）)?/
const presentation = /^(条目化|可链接|链接至|保持数据|以[^，]*形式展示|集中展示)/

interface Part extends Clause {
  readonly when: string
}

/**
 * Reads a catalogue's 公开时限 into a rule. The words are kept in any case; what is not understood
 * comes back as `unknown`, and what rests on an assumption with low confidence.
 */
export function parseTimeRule(text: string): TimeRule {
  const words = plainWording(text).slice(0, longestLimit)
  if (/^(同上|同前|[〃″"])[。]?$/.test(words)) return { kind: 'inherit', confidence: 'high', text }
  const found: Omit<TimeRule, 'kind' | 'confidence' | 'text'> = {}
  let rest = words.replace(exception, () => {
    found.exceptLaw = true
    return '。'
  })
  rest = takeRetention(rest, found)
  const notes: string[] = []
  const parts = clausesOf(rest).flatMap((clause): Part[] => {
    const plain = clause.replace(/^(条目化展示|集中展示)[、，]/, (note) => {
      notes.push(note.slice(0, -1))
      return ''
    })
    if (presentation.test(plain)) {
      notes.push(plain)
      return []
    }
    return [readPart(plain)]
  })
  if (notes.length > 0) found.presentationNote = notes.join('；')
  if (/原因[^。]*(缩短|说明)|缩短期限[^。]*说明/.test(words)) found.shorterWithReason = true
  return combine(parts, found, text)
}

/** How long it stays public: taken out, since it says nothing of when it has to be. */
function takeRetention(
  words: string,
  found: Omit<TimeRule, 'kind' | 'confidence' | 'text'>,
): string {
  if (/最新有效/.test(words)) {
    found.retention = 'until_replaced'
    return words.replace(/(长期)?，?最新有效/, '')
  }
  if (/任期内/.test(words)) {
    found.retention = 'term_of_office'
    return words.replace(/任期内(公开)?/, '')
  }
  // 除处罚决定外其他内容：长期公开 is a limit for a part; it stays where it is.
  if (/[：:](长期|永久)/.test(words)) return words
  if (!lasting.test(words)) return words
  found.retention = 'long_term'
  return words.replace(lasting, '')
}

/** Clauses: at semicolons and stops, and at commas where both sides count something. */
function clausesOf(words: string): string[] {
  const counts = /\d+个?(工作日|自然日|小时|日|天|周)|不少于|及时|实时/
  return words
    .replace(/（([^（）]*\d+个?(?:工作日|日|天)[^（）]*)）/g, '；$1；')
    .replace(/(内(?:予以)?(?:公开|公示)?)(?=自(?!然)(?:该|信息|收到|形成|政府))/g, '$1；')
    .split(/[；。]/)
    .flatMap((sentence) => {
      const pieces = sentence.split('，')
      const joined: string[] = []
      for (const piece of pieces) {
        const before = joined.at(-1)
        const apart = before !== undefined && counts.test(before) && counts.test(piece)
        if (before === undefined || apart) joined.push(piece)
        else joined[joined.length - 1] = `${before}，${piece}`
      }
      return joined
    })
    .map((clause) => clause.replace(/^[，、]+|[，、]+$/g, ''))
    .filter((clause) => clause !== '')
}

const remainder =
  /^((?:其他|其余|除[^，]+外)[^，自在]*?(?:信息|内容|事项|材料)?)(?:为|应当?|须|：)?(?=自(?!然)|在|：|形成|为依)/
const singledOut =
  /^([^，自在]*?(?:行政许可|行政处罚|行政强制|处罚决定|执法决定|许可决定|结果信息|结果|《[^》]+》)[^，自在]*?)(?:应当?|须|：)?(?=自(?!然)|在|：)/

/** A clause with the part of the contents that it speaks of, if it names one. */
function readPart(clause: string): Part {
  const body = clause.replace(/^其中[，：]?|^(公开)?(时限|时间)：/, '')
  const match = remainder.exec(body) ?? singledOut.exec(body)
  const when = (match?.[1] ?? '').replace(/(应当?|为|的)$/, '')
  const rest = match ? body.slice(match[0].length).replace(/^[：，]/, '') : body
  const read = /^(长期|永久)(公开|公示)/.test(rest)
    ? { rule: { kind: 'long_term', retention: 'long_term' } as const }
    : readClause(rest)
  return { ...read, when }
}

const general = /^(其他|其余|除)|^$/

function combine(
  parts: readonly Part[],
  found: Omit<TimeRule, 'kind' | 'confidence' | 'text'>,
  text: string,
): TimeRule {
  const limits = parts.filter(
    (part): part is Part & { rule: PlainTimeRule } => part.rule !== undefined,
  )
  const display = parts.find((part) => part.display)?.display
  const shown = display ? { display } : {}
  const byMode = limits.filter((part) => part.when === '')
  const onRequest = byMode.find((part) => part.rule.mode === 'on_request')
  const proactive = byMode.find((part) => part.rule.mode !== 'on_request')
  if (onRequest && proactive) {
    const rules = [
      { ...proactive.rule, mode: 'proactive' as const },
      { ...onRequest.rule, mode: 'on_request' as const },
    ]
    return { ...found, ...proactive.rule, ...shown, rules, confidence: 'high', text }
  }
  // The rest of the contents is the rule; what is singled out stands beside it.
  const timed = limits.filter((part) => part.rule.mode !== 'on_request')
  const main = timed.find((part) => general.test(part.when)) ?? timed[0] ?? limits[0]
  if (!main) return withoutLimit(found, shown, parts, text)
  const alt = limits
    .filter((part) => part !== main)
    .map((part) => ({
      ...part.rule,
      when: part.when || part.rule.when || part.rule.triggerText || '另一期限',
    }))
  const only = alt.length === 0 && main.when !== '' && !/^(其他|其余|除)/.test(main.when)
  return {
    ...found,
    ...main.rule,
    ...(only && main.rule.when === undefined ? { when: main.when } : {}),
    ...shown,
    ...(alt.length > 0 ? { alt } : {}),
    confidence: main.assumed || exceedsLaw(main.rule, found.exceptLaw) ? 'low' : 'high',
    text,
  }
}

const exceedsLaw = (rule: PlainTimeRule, exceptLaw: true | undefined): boolean =>
  rule.unit === 'working' &&
  rule.kind === 'within' &&
  (rule.days ?? 0) > lawfulWorkingDays &&
  !exceptLaw

function withoutLimit(
  found: Omit<TimeRule, 'kind' | 'confidence' | 'text'>,
  shown: Pick<TimeRule, 'display'>,
  parts: readonly Part[],
  text: string,
): TimeRule {
  if (shown.display) return { ...found, kind: 'on_event', ...shown, confidence: 'high', text }
  if (found.retention && parts.length === 0)
    return { ...found, kind: 'long_term', confidence: 'high', text }
  if (found.exceptLaw && parts.length === 0)
    return { ...found, kind: 'external', confidence: 'high', text }
  return { ...found, kind: 'unknown', confidence: 'low', text }
}
