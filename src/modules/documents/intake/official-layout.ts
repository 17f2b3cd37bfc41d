import type { DomUtils, parseDocument } from 'htmlparser2'
import { parseChineseDate } from '../text/chinese-date.ts'
import { parseDocumentNumber } from '../text/document-number.ts'

type Document = ReturnType<typeof parseDocument>
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>

/** One paragraph or heading at the top of the text, with its lines. */
export interface Block {
  readonly element: Element
  readonly text: string
  readonly lines: readonly string[]
}

/** What an official document says about itself, by its layout (GB/T 9704). */
export interface OfficialLayout {
  /** Empty when none could be told from the text. */
  readonly title: string
  readonly documentNumber?: string
  readonly issuingOrgan?: string
  /** 主送机关, without its colon. */
  readonly addressee?: string
  readonly writtenOn?: string
  readonly attributeMark?: 'proactive' | 'onRequest' | 'notDisclosed'
}

interface Recognised {
  readonly fields: OfficialLayout
  /** Paragraphs that the page shows by itself and the text must not repeat. */
  readonly furniture: readonly Block[]
  readonly secretMark: string | null
}

// The head of a document ends within its first paragraphs: mark, number, signer, title, addressee.
const headLength = 15
const longestTitle = 120

const organEnd =
  /(?:政府|办公室|办公厅|委员会|党委|局|厅|部|院|处|站|所|中心|办事处|支队|大队|指挥部|领导小组|公司|联合会|协会|学校|社区|村)$/
const titleEnd =
  /(?:通知|通告|公告|公示|意见|决定|决议|报告|方案|办法|规定|细则|规划|计划|批复|函|纪要|制度|预案|要点|总结|指南|清单|目录|说明|解读|预算|决算|公开|名单|情况|结果)(?:[（(][^（）()]{1,20}[）)])?$/
const mark = /^(.{2,40}?)\s*文\s*件$/
const furnitureLine = /^(?:\d{6}|特急|加急|特提|平急|签发人[:：].*)$/
const secret = /^(绝密|机密|秘密)(?:★.*)?$/
const attributeMarks: readonly (readonly [RegExp, NonNullable<OfficialLayout['attributeMark']>])[] =
  [
    [/此件(?:主动公开|公开发布|公开)|公开(?:方式|属性|形式)[:：]\s*主动公开/, 'proactive'],
    [/此件依申请公开|公开(?:方式|属性|形式)[:：]\s*依申请公开/, 'onRequest'],
    [
      /此件(?:不予公开|不公开|不宜公开)|公开(?:方式|属性|形式)[:：]\s*不(?:予)?公开/,
      'notDisclosed',
    ],
  ]

/** The paragraphs and headings of a converted text; `rest` counts what else stands there. */
export function toBlocks(document: Document): { blocks: Block[]; rest: number } {
  const elements = document.children.filter(
    (node): node is Element => 'children' in node && 'name' in node,
  )
  const isBlock = (element: Element) => /^(?:p|h[1-6])$/.test(element.name)
  const blocks = elements.filter(isBlock).map((element) => {
    const lines = linesOf(element)
    return { element, lines, text: lines.join('') }
  })
  return { blocks, rest: elements.length - blocks.length }
}

const linesOf = (element: Element): string[] => {
  let text = ''
  const read = (nodes: readonly unknown[]) => {
    for (const node of nodes as Element['children']) {
      if ('name' in node && node.name === 'br') text += '\n'
      else if ('children' in node) read(node.children)
      else if ('data' in node) text += node.data
    }
  }
  read(element.children)
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .filter(Boolean)
}

const isCentred = (block: Block) => block.element.attribs.class === 'center'
const isTitleStyle = (block: Block) => block.element.attribs.class === 'doc-title'
const bare = (text: string) => text.replace(/^[（(]|[）)]$/g, '')

/** Reads head and tail of a document by what its lines are, not by how they are coloured. */
export function recogniseLayout(blocks: readonly Block[]): Recognised {
  const furniture: Block[] = []
  let organ: string | undefined
  let number: string | undefined
  let writtenOn: string | undefined
  let secretMark: string | null = null
  const before: Block[] = []
  let titled: Block[] = []
  for (const block of blocks.slice(0, headLength)) {
    const { text } = block
    const ownNumber = parseDocumentNumber(bare(text.replace(/\s*签发人[:：].*$/, '')))
    if (secret.test(text)) secretMark = text
    else if (furnitureLine.test(text)) furniture.push(block)
    else if (ownNumber && !number) {
      number = ownNumber.text
      furniture.push(block)
      before.push(...titled)
      titled = []
    } else if (mark.test(text) && titled.length === 0 && !number) {
      organ = mark.exec(text)?.[1]?.replace(/\s+/g, '')
      furniture.push(block)
    } else if (isCentred(block) && /^[（(].*[）)]$/.test(text) && parseChineseDate(bare(text))) {
      writtenOn = parseChineseDate(bare(text)) ?? undefined
      furniture.push(block)
    } else if (isTitleStyle(block) || (isCentred(block) && !endsSentence(text))) titled.push(block)
    else break
  }
  // A line above the number is the organ's name; without one it is the title itself.
  if (titled.length === 0) titled = before
  else if (before.length > 0) {
    organ ??= before.map((block) => block.text).join('、')
    furniture.push(...before)
  }
  if (titled.length === 0) titled = untold(blocks, furniture)
  furniture.push(...titled)
  const body = blocks.filter((block) => !furniture.includes(block))
  const tail = readTail(body)
  return {
    fields: {
      title: joinLines(titled.flatMap((block) => block.lines)).slice(0, longestTitle * 2),
      documentNumber: number,
      issuingOrgan: tail.organ ?? organ,
      addressee: addresseeOf(body),
      writtenOn: tail.writtenOn ?? writtenOn,
      attributeMark: attributeMarks.find(([pattern]) =>
        body.some(({ text }) => pattern.test(text)),
      )?.[1],
    },
    furniture,
    secretMark,
  }
}

const endsSentence = (text: string) => /[。；;！!]$/.test(text) || text.length > longestTitle

/** Where nothing is centred: the first heading, or a first line that ends as titles end. */
function untold(blocks: readonly Block[], taken: readonly Block[]): Block[] {
  const first = blocks.find((block) => !taken.includes(block))
  if (!first || endsSentence(first.text)) return []
  return /^h\d$/.test(first.element.name) || titleEnd.test(first.text) ? [first] : []
}

/** Title lines are broken for the eye; hanzi join without a gap. */
const joinLines = (lines: readonly string[]): string =>
  lines.reduce((title, line) => {
    const isLatin = /[A-Za-z0-9]$/.test(title) && /^[A-Za-z0-9]/.test(line)
    return title === '' ? line : `${title}${isLatin ? ' ' : ''}${line}`
  }, '')

const addresseeOf = (body: readonly Block[]): string | undefined => {
  const text = body[0]?.text ?? ''
  return /^[^。；]{2,120}[:：]$/.test(text) ? text.slice(0, -1) : undefined
}

/** Signature and date of writing: a line that is a date, under lines that are organs. */
function readTail(body: readonly Block[]): { organ?: string; writtenOn?: string } {
  const lines = body.flatMap((block) => block.lines.map((text) => ({ text, block })))
  const organOf = (at: number): string[] => {
    const organs: string[] = []
    for (let above = at - 1; above >= 0 && organs.length < 5; above--) {
      const text = (lines[above]?.text ?? '').replace(/\s+/g, '')
      if (text.length > 40 || !organEnd.test(text) || /[，。：:；]/.test(text)) break
      organs.unshift(text)
    }
    return organs
  }
  const dates = lines
    .map(({ text, block }, at) => ({
      at,
      block,
      date: parseChineseDate(text),
      organs: organOf(at),
    }))
    .filter(({ date }) => date !== null)
  const signed =
    dates.find(({ organs }) => organs.length > 0) ??
    dates.findLast(({ block }) => block.element.attribs.class === 'right') ??
    dates.at(-1)
  if (!signed) return {}
  for (let at = signed.at - signed.organs.length; at <= signed.at; at++) {
    const block = lines[at]?.block
    // Often set right by a row of blanks, which a page would show as an indented line.
    if (block && block.lines.length <= 2) block.element.attribs.class = 'right'
  }
  return { writtenOn: signed.date ?? undefined, organ: signed.organs.join('、') || undefined }
}
