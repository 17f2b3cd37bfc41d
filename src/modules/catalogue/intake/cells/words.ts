import {
  isEmptyMark,
  isTick,
  type MarkContext,
  noContext,
  readOptions,
  tickedWords,
  withoutTicks,
} from './marks.ts'
import { oneLine, squeezed } from './spelling.ts'

export type Mode = '主动' | '依申请'

/** The modes named in a cell: 主动公开, `■主动 □依申请`, 依申请. */
export function modesInWords(text: string): readonly Mode[] {
  const options = readOptions(text)
  const words = options ? tickedWords(options).join('、') : squeezed(text)
  const modes: Mode[] = []
  if (/主动/.test(words)) modes.push('主动')
  if (/申请/.test(words)) modes.push('依申请')
  return modes
}

const everyone =
  /^(面向)?(向)?(全社会|全体?社会(成员|公众)?|社会公众|社会各界|社会|公众|全体公众|广大群众)(公开)?$/

/** The audience named in the words of one cell. */
export function audienceInWords(text: string, context: MarkContext = noContext): string {
  if (isEmptyMark(text)) return ''
  if (isTick(text)) return '全社会'
  const options = readOptions(text, context)
  const items = options ? tickedWords(options) : [oneLine(text)]
  if (items.length === 0) return ''
  if (items.some((item) => everyone.test(item) || /^全社会/.test(item))) return '全社会'
  return `特定群体:${items
    .map(groupWords)
    .filter((words) => words !== '')
    .join('、')}`
}

/** The group itself, without the heading repeated before it: `特定群体（请写明）：教师` is 教师. */
export const groupWords = (text: string): string =>
  withoutTicks(oneLine(text))
    .replace(/^特定(群体|群众|对象|人群)(（[^）]*写明[^）]*）|\([^)]*写明[^)]*\))?[：:]?/, '')
    .replace(/^[（(](.*)[)）]$/, '$1')
    .replace(/[_＿]{2,}/g, '')
    .trim()

const ditto = /^(同上|同前|同上[栏行格项]|[〃″"”〞々])[。.]?$/

/** 同上 and its signs: the cell above in the same column. */
export const isDitto = (text: string): boolean => text.length <= 12 && ditto.test(squeezed(text))

/** A cell of a tick column that says yes, by a tick or in words. */
export const saysYes = (text: string): boolean =>
  !isEmptyMark(text) &&
  !/^(不|未|无)/.test(squeezed(text)) &&
  (readOptions(text)?.some((option) => option.ticked) ?? true)
