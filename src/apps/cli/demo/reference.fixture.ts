import { readdirSync, readFileSync } from 'node:fs'
import type { DemoMatter, Level } from './types.ts'

/** The reference catalogue as the tests of the demo need it: a reader for its plain CSV, no more. */
const folder = new URL('../../../../data/reference-catalogue/', import.meta.url)

const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )

const levelNames: Readonly<Record<string, Level>> = {
  县级: 'county',
  乡级: 'township',
  村级: 'village',
}

export interface ReferenceRow extends DemoMatter {
  readonly subject: string
  readonly timeLimit: string
}

export const referenceRows = (): ReferenceRow[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-.*\.csv$/.test(name))
    .sort()
    .flatMap((name) => {
      const [head, ...lines] = readFileSync(new URL(name, folder), 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .filter((line) => line !== '')
      const columns = cells(head ?? '')
      return lines.map((line) => {
        const values = cells(line)
        const at = (column: string) => values[columns.indexOf(column)] ?? ''
        return {
          code: `${name.slice(0, 2)}-${at('seq')}`,
          field: at('field'),
          level1: at('matter_l1'),
          level2: at('matter_l2') || null,
          levels: at('levels')
            .split(';')
            .flatMap((level) => levelNames[level] ?? []),
          mode: at('mode') === '主动' ? 'proactive' : 'onRequest',
          subject: at('subject'),
          timeLimit: at('time_limit'),
        }
      })
    })
