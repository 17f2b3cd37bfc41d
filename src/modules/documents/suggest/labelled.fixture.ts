import { readdirSync, readFileSync } from 'node:fs'
import { type MatterWords, matterIndex } from './index.ts'

const folder = new URL('../../../../data/reference-catalogue/', import.meta.url)

/** One line of the reference catalogue; quoted cells hold commas and no quotes of their own. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )

/** The matters of the reference catalogue: `19-6` is line 6 of field 19. */
export const matters: MatterWords[] = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.csv$/.test(name))
  .flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(cellsOf)
      .map(([seq, field = '', level1 = '', level2 = '', content = '']) => ({
        code: `${name.slice(0, 2)}-${seq}`,
        field,
        level1,
        level2,
        contentElements: content.split('；'),
      })),
  )
export const index = matterIndex(matters)

export const matterOf = (code: string): MatterWords => {
  const found = matters.find((matter) => matter.code === code)
  if (!found) throw new Error(`no matter ${code}`)
  return found
}

export interface Labelled {
  readonly label: 'fits' | 'news' | 'misfit'
  /** The matter under which it was put. */
  readonly code: string
  readonly title: string
  readonly body: string
  /** Where a misfit belongs. */
  readonly right: string | undefined
}

/** The labelled set; see test/fixtures/misfit/README.md. */
export const labelled = (part: 'tuning' | 'held-out'): Labelled[] =>
  readFileSync(new URL(`../../../../test/fixtures/misfit/${part}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [label, code = '', title = '', body = '', right] = line.split('|')
      return { label: label as Labelled['label'], code, title, body, right }
    })
