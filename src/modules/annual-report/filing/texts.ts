import type { Sheet } from '#catalogue'
import { type CivilDate, isCivilDate } from '#platform/civil-date'
import { narrow } from '../check/mentions.ts'
import { bare, squeezed, t2Labels, t3RowOf } from './labels.ts'

/** What a file tells outside its tables. */
export interface Told {
  /** Its title in one line; null where none was found. */
  readonly title: string | null
  /** The year that the title names. */
  readonly year: number | null
  readonly publishedOn: CivilDate | null
  readonly overview: string
  readonly problems: string
  readonly other: string
}

const headings = [
  /^总体情况$/,
  /^主动公开政府信息(的)?情况$/,
  /^收到和处理政府信息公开申请(的)?情况$/,
  /行政复议.{0,4}行政诉讼(的)?情况$/,
  /^(政府信息公开工作)?存在的主要问题(及|和|与)改进(的)?情况$/,
  /^其[他它]需要报告的事项$/,
] as const

const titleLike = /政府信息公开(工作)?年度报告/
const yearLike = /(20\d\d)年/
const day = /(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})日?/
const dayLine = /^[（(]?20\d\d年\d{1,2}月\d{1,2}日[）)]?$/
const dayLabel = /(发布|公开|发文|成文|生成|印发|公布)(日期|时间)/
// What websites print under a text.
const afterwards =
  /^(打印|关闭|收藏|分享|上一篇|下一篇|版权所有|主办|承办|网站地图|网站标识码|扫一扫|相关(链接|文档|附件|信息)|附件|责任编辑|编辑[:：]|来源[:：]|浏览|点击|.{0,30}(ICP备|公网安备))/

const civil = (text: string): CivilDate | null => {
  const [, year = '', month = '', date = ''] = day.exec(squeezed(narrow(text))) ?? []
  const on = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCivilDate(on) ? on : null
}

const isTableWord = (text: string): boolean =>
  t3RowOf(text) !== null ||
  t2Labels[bare(text)] !== undefined ||
  /^第二十条|^信息内容$|^申请人情况$|^法人或其他组织$|^不予公开$|^无法提供$|^不予处理$|^其他处理$|^本年度办理结果$/.test(
    bare(text),
  )

/** Rows of a sheet that hold one text: headings and paragraphs of a report kept in a workbook. */
const linesIn = (sheet: Sheet): string[] =>
  sheet.grid.flatMap((cells, row) => {
    const own = new Set(cells.filter((cell) => cell && cell.row === row && cell.text.trim() !== ''))
    const text = own.size === 1 ? ([...own][0]?.text ?? '') : ''
    return text === '' || isTableWord(text) || !/[\u4e00-\u9fff]/.test(text) ? [] : text.split('\n')
  })

/** The running text of a file, line by line, without its tables. */
const linesOf = (sheets: readonly Sheet[]): string[] =>
  sheets
    .flatMap((sheet) => [...sheet.above, ...linesIn(sheet), ...(sheet.below ?? [])])
    .flatMap((line) => line.split('\n'))
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .filter(Boolean)

const headingOf = (line: string): number => {
  // A paragraph may begin with the words of a heading; a heading is short.
  if (line.length > 40) return -1
  const said = bare(line)
  return headings.findIndex((heading) => heading.test(said))
}

/** 县人民政府 / 2024年…年度报告: a title broken over two lines is one. */
const titleFrom = (lines: readonly string[], at: number): string => {
  const own = squeezed(narrow(lines[at] ?? ''))
  const before = squeezed(lines[at - 1] ?? '')
  const goesOn =
    /^(20\d\d年|政府信息公开)/.test(own) && /(政府|局|委|办|街道|乡|镇|厅|院)(办公室)?$/
  return goesOn && before.length <= 30 && goesOn.test(before) ? before + own : own
}

/** The told parts of a report, its title and its day, from the lines around the tables. */
export const readTexts = (sheets: readonly Sheet[]): Told => {
  const parts: string[][] = headings.map(() => [])
  let part = -1
  let title: string | null = null
  let publishedOn: CivilDate | null = null
  let signedOn: CivilDate | null = null
  let isOver = false
  const lines = linesOf(sheets)
  lines.forEach((line, at) => {
    const heading = headingOf(line)
    const plain = squeezed(narrow(line))
    if (heading >= 0) {
      part = heading
      return
    }
    if (
      part < 0 &&
      titleLike.test(plain) &&
      yearLike.test(titleFrom(lines, at)) &&
      plain.length <= 60
    ) {
      title = titleFrom(lines, at)
      parts[0] = []
    } else if (dayLabel.test(plain) && civil(line)) {
      publishedOn ??= civil(line)
    } else if (dayLine.test(plain)) {
      signedOn = civil(line)
    } else if (part === headings.length - 1 && afterwards.test(plain)) {
      isOver = true
    } else if (!isOver && (part >= 0 || title !== null)) parts[Math.max(part, 0)]?.push(line)
  })
  const signed = parts[5]?.at(-1) ?? ''
  // The organ's name under the text, above the day, signs it and says nothing.
  if (signed.length > 3 && (title ?? '').includes(squeezed(signed))) parts[5]?.pop()
  const said = (at: number) => (parts[at] ?? []).join('\n')
  const year = title === null ? null : yearLike.exec(title)?.[1]
  return {
    title,
    year: year ? Number(year) : null,
    publishedOn: publishedOn ?? signedOn,
    overview: said(0),
    problems: said(4),
    other: said(5),
  }
}
