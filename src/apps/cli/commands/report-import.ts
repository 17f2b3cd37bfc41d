import { basename } from 'node:path'
import { fileOldReport, readOldReport } from '#annual-report'
import { fileOldReport as contract, type readOldReport as reading } from '#annual-report/contract'
import { organizationByCode } from '#organizations'
import { theSystem } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { OutputOf } from '#platform/endpoint'
import { speaker } from '#platform/words'
import { exit, language, printJson, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'
import { readNamed } from '../read-named.ts'

export const importUsage =
  'report import FILE --organization CODE --year Y [--set CELL=N …] [--published YYYY-MM-DD] [--reason TEXT] [--preview] [--json]'

type Read = OutputOf<typeof reading>

export interface ImportValues {
  readonly organization: string
  readonly year: number
  readonly set: readonly string[]
  readonly published?: string | undefined
  readonly reason?: string | undefined
  readonly preview: boolean
  readonly json: boolean
  readonly directory?: string | undefined
}

/** `--set t3/r1/c1=12`: figures that a person read where the program could not. */
const corrected = (tables: Read['tables'], set: readonly string[]): Read['tables'] => {
  const copy = structuredClone(tables)
  for (const one of set) {
    const [, table = '', row = '', column = '', value] =
      /^(t[234])\/([\w.]+)\/(\w+)=(\d+(?:\.\d+)?)$/.exec(one) ?? []
    const cells = copy[table as 't2']?.[row]
    if (!cells || !(column in cells)) throw new WrongUse(`${importUsage}\n--set ${one}?`)
    cells[column] = Number(value)
  }
  return copy
}

/** What was not understood, a line each, with its place in the file. */
const tellUnread = (read: Read): void => {
  const say = speaker(language())
  for (const { why, place, text, cell } of read.unread) {
    const at = place ? say('annualReport.filing.at', { ...place }) : '—'
    const said = say(`annualReport.filing.why.${why}`)
    process.stderr.write(`${at} ${said} ${text}${cell ? ` (${cell})` : ''}\n`)
  }
  for (const doubt of read.doubts)
    process.stderr.write(
      `${say(`annualReport.filing.doubt.${doubt}`, { title: read.title ?? '' })}\n`,
    )
}

/** `gongkai report import FILE`: an earlier year's report out of the file in which it was published. */
export const importReport = async (path: string, values: ImportValues): Promise<void> => {
  const bytes = new Uint8Array(await readNamed(path))
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    const { db, perform } = place.house
    const { id: organizationId } = await organizationByCode(db, values.organization)
    const file = { name: basename(path), bytes }
    const asked = { organizationId, year: values.year }
    const read = await readOldReport(db, theSystem, dateAt(new Date()), { ...asked, file })
    tellUnread(read)
    const input = {
      ...asked,
      ...(({ overview, problems, other, source }) => ({ overview, problems, other, source }))(read),
      tables: corrected(read.tables, values.set),
      publishedOn: values.published ?? read.publishedOn,
      reason: values.reason ?? '',
    }
    const given = contract.input.safeParse(input)
    if (!given.success) throw new WrongUse(importUsage)
    const checked = await perform(theSystem, (act) => fileOldReport(act, given.data))
    for (const { id, level, cell, equation, left, right } of checked.findings)
      process.stderr.write(
        `${id} ${level} ${cell}: ${equation} (${left ?? '—'} ≠ ${right ?? '—'})\n`,
      )
    // A title of another year or organ, or a row that went nowhere, wants a person's word first.
    const doubtful =
      values.reason === undefined &&
      (read.doubts.length > 0 || read.unread.some(({ why }) => why === 'unknownRow'))
    const filed =
      values.preview || doubtful
        ? null
        : (await perform(theSystem, (act) => fileOldReport(act, { ...given.data, apply: true }))).id
    if (values.json)
      printJson({
        ...read,
        ...checked,
        tables: input.tables,
        publishedOn: input.publishedOn,
        filed,
      })
    if (doubtful && !values.preview) {
      process.stderr.write(`${speaker(language())('annualReport.filing.doubtful')}\n`)
      process.exitCode = exit.refused
    }
  } finally {
    await place.close()
  }
}
