import { type MarkContext, type Option, readOptions } from './marks.ts'
import { oneLine, squeezed } from './spelling.ts'

/** Names printed as one item although they hold a separator, and names complete in themselves. */
const known = new Set([
  '政府网站',
  '政府公报',
  '政府公告',
  '两微一端',
  '发布会/听证会',
  '发布会听证会',
  '广播电视',
  '纸质媒体',
  '纸质载体',
  '公开查阅点',
  '政务服务中心',
  '政府服务中心',
  '行政服务中心',
  '便民服务站',
  '便民服务中心',
  '入户/现场',
  '社区/企事业单位/村公示栏（电子屏）',
  '社区/企事业单位/村公示栏',
  '精准推送',
  '其他',
  '政务新媒体',
  '微信公众号',
  '信用中国网站',
  '公共资源交易平台',
  '办事窗口',
  '图书馆',
  '档案馆',
  '国家档案馆',
])

const printedAsOne =
  /发布会[、，,]\s*听证会|社区[、，,]\s*企事业单位[、，,]\s*村公示栏|入户[、，,]\s*现场|广播[、，,]\s*电视|乡[、，,]\s*村公示栏/g

export interface Channels {
  readonly ticked: readonly string[]
  /** Items without a mark in a list where the others have one: they count as not ticked. */
  readonly unmarked: readonly string[]
}

const trimmed = (text: string): string =>
  oneLine(text)
    .replace(/^[；;，,、。：:.·•\s]+|[；;，,、。：:_＿\s]+$/g, '')
    .replace(/[_＿]{2,}/g, '')

/** The channels of one cell as written: the ticked ones, or all of them where nothing is marked. */
export function readChannels(text: string, context: MarkContext): Channels {
  const options = readOptions(text, context)
  if (!options) return { ticked: plainList(obliged(text)), unmarked: [] }
  const read = options.map(readOption)
  return {
    ticked: read.flatMap((item) => (item.ticked && item.name ? [item.name] : [])),
    unmarked: read.flatMap((item) => item.strays),
  }
}

/** Of `必选：…；可选：…` the part that is obliged to. */
const obliged = (text: string): string =>
  /必选项?[：:]([\s\S]*?)(?=[；;，,。\s（(]*可选项?[）)]?[：:]|$)/.exec(text)?.[1] ?? text

function readOption(option: Option): { name: string; ticked: boolean; strays: string[] } {
  if (option.ticked === undefined) {
    // "线上：■…" is a caption of the marks after it, not an item that lost its own.
    const strays = /[：:]\s*$/.test(option.text) ? [] : plainList(option.text)
    return { name: '', ticked: false, strays }
  }
  const [first, ...rest] = ownText(option.text)
  return {
    name: trimmed(first ?? ''),
    ticked: option.ticked,
    strays: rest.map(trimmed).filter((name) => name !== ''),
  }
}

/** Cuts off what stands behind an item's own name up to the next mark. */
function ownText(text: string): string[] {
  const item = text.replace(/^[\s；;，,、。：:]+/, '')
  if (/^其[他它]/.test(item)) return [item]
  // A colon is no separator: what follows it is a remark (其他：办税服务厅, 网站：http://…).
  const pieces = splitOutsideBrackets(item, /[；;，,。]/)
  const [head = '', ...tail] = pieces
  const lines = head.split(/\s+/).filter((piece) => piece !== '')
  // A break inside a name is layout; a break behind a complete name begins another item.
  const complete = lines.findIndex((_, i) => known.has(lines.slice(0, i + 1).join('')))
  const rest = complete === -1 ? '' : lines.slice(complete + 1).join('')
  if (rest === '' || /^[（(/]/.test(rest)) return [head, ...tail]
  return [lines.slice(0, complete + 1).join(''), rest, ...tail]
}

const bullets = /^(\d{1,2}[.．、）)]|[（(]\d{1,2}[)）]|[①-⑳]|[·•\-*◎※])\s*/

/** Names without any marks, one or several to a line. */
function plainList(text: string): string[] {
  const held = text.replace(printedAsOne, (name) => squeezed(name).replace(/[、，,]/g, '\u0001'))
  const pieces = splitOutsideBrackets(held, /[；;，,、\n。]|(?<=[^\x20-\x7e])[ ]+(?=[^\x20-\x7e])/)
  return joinBroken(pieces)
    .map((piece) => trimmed(piece.trim().replace(bullets, '')).replaceAll('\u0001', '、'))
    .filter((piece) => piece !== '')
}

/** 村公 + 示栏（电子屏）: two pieces that only together are a known name. */
const joinBroken = (pieces: readonly string[]): string[] =>
  pieces.reduce<string[]>((joined, piece) => {
    const before = joined.at(-1)
    if (before !== undefined && !known.has(squeezed(before)) && known.has(squeezed(before + piece)))
      joined[joined.length - 1] = before + piece
    else joined.push(piece)
    return joined
  }, [])

function splitOutsideBrackets(text: string, separator: RegExp): string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  const at = new RegExp(`[（(]|[)）]|${separator.source}`, 'g')
  for (const match of text.matchAll(at)) {
    if (/^[（(]$/.test(match[0])) depth++
    else if (/^[)）]$/.test(match[0])) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      pieces.push(text.slice(from, match.index))
      from = match.index + match[0].length
    }
  }
  pieces.push(text.slice(from))
  return pieces
}
