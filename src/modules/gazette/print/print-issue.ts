import type { BlobStore } from '#platform/blob-store'
import type { CivilDate } from '#platform/civil-date'
import { print } from '#platform/print/index'
import { picturesOf } from '#platform/print/text/pictures'
import { type Block, treeOf } from '#platform/print/text/tree'
import { speaker } from '#platform/words'
import { type Section, sections } from '../contract/shapes.ts'
import { template } from './template.ts'

/** A text as it goes to print; an omitted one keeps its place and number and says so. */
export interface PrintText {
  readonly id: number
  readonly section: Section
  readonly title: string
  readonly documentNumber: string
  /** Null: the text left the site. */
  readonly html: string | null
}

export interface IssueToPrint {
  readonly title: string
  readonly sponsor: string
  readonly year: number
  readonly number: number
  readonly total: number
  readonly publishedOn: CivilDate | null
  readonly texts: readonly PrintText[]
  /** The rules by which texts of it are the standard text. */
  readonly standards: readonly string[]
  readonly proof: boolean
  readonly madeAt: Date
}

export interface PrintedIssue {
  readonly pdf: Buffer
  readonly pages: number
  /** On which page each text begins, as the contents say. */
  readonly entryPages: readonly { readonly id: number; readonly page: number }[]
}

// The printed gazette is Chinese, whatever language the person at the screen reads.
const say = speaker('zh-CN')
// The cover names the first texts only; the contents have all.
const onCover = 6

/** 2026年第3期（总第15期）. */
export const issueName = (one: { year: number; number: number; total: number }): string =>
  say('gazette.issueName', { year: one.year, number: one.number, total: one.total })

/** 2026年3月2日. */
const longDate = (date: CivilDate | null): string => {
  if (date === null) return ''
  const [year = '', month = '', day = ''] = date.split('-')
  return say('gazette.longDate', { year, month: Number(month), day: Number(day) })
}

interface LaidOut {
  readonly id: number
  readonly title: string
  readonly number: string
  readonly omitted: boolean
  readonly blocks: readonly Block[]
}

const laidOut = (text: PrintText): LaidOut => ({
  id: text.id,
  title: text.html === null ? say('gazette.print.omittedTitle') : text.title,
  number: text.html === null ? '' : text.documentNumber,
  omitted: text.html === null,
  blocks: text.html === null ? [] : treeOf(text.html),
})

/** Prints an issue: PDF/A with contents, and the page of each text. */
export async function printIssue(store: BlobStore, issue: IssueToPrint): Promise<PrintedIssue> {
  const grouped = sections
    .map((section) => ({
      name: say(`gazette.section.${section}`),
      entries: issue.texts.filter((text) => text.section === section).map(laidOut),
    }))
    .filter(({ entries }) => entries.length > 0)
  const all = grouped.flatMap(({ entries }) => entries)
  const files = await picturesOf(
    store,
    all.flatMap(({ blocks }) => blocks),
  )
  const data = {
    title: issue.title,
    sponsor: issue.sponsor,
    issueName: issueName(issue),
    publishedOn: longDate(issue.publishedOn),
    proof: issue.proof,
    cover: all.slice(0, onCover).map(({ title }) => title),
    sections: grouped,
    notes: issue.standards.map((rule) => say('gazette.print.standard', { rule })),
    pictures: Object.fromEntries(
      Object.keys(files).map((name) => [name.slice('pictures/'.length), true]),
    ),
    words: Object.fromEntries(
      ['proof', 'inside', 'contents', 'omitted'].map((word) => [
        word,
        say(`gazette.print.${word}`),
      ]),
    ),
  }
  const { pdf, pages, told } = await print(template, data, {
    files,
    madeAt: issue.madeAt,
    asks: '<entry-page>',
  })
  return { pdf, pages, entryPages: told as { id: number; page: number }[] }
}
