import { issue } from '#platform/refusal'
import { formOf } from './contract/form.ts'
import { type AnnualReport, annualReport } from './contract/report.ts'
import { refuse } from './refusals.ts'

// A report with its texts is some 60 kB.
const mostCharacters = 4_000_000

/** Reads a report written as JSON; whatever is no report is refused with every place at which it is none. */
export const readReport = (text: string): AnnualReport => {
  const unreadable = (at: string, why: string) => refuse('unreadable', { at, why })
  if (text.length > mostCharacters) throw unreadable('/', `> ${mostCharacters}`)
  let given: unknown
  try {
    // Windows programs begin a file with a mark of its encoding.
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw unreadable('/', error instanceof Error ? error.message : String(error))
  }
  const read = annualReport.safeParse(given)
  if (!read.success) {
    const places = read.error.issues.map(({ path, message }) => ({
      at: path.join('/') || '/',
      why: message,
    }))
    throw refuse('unreadable', {
      at: places[0]?.at ?? '',
      why: places[0]?.why ?? '',
      issues: places.slice(1, 21).map(({ at, why }) => issue('report', 'reportPlace', { at, why })),
    })
  }
  if (!formOf(read.data.year)) throw refuse('otherForm', { year: read.data.year })
  return read.data
}

/** Last year's report beside this one; another year's or another organ's would find faults that are none. */
export const mustPrecede = (previous: AnnualReport, report: AnnualReport): AnnualReport => {
  const isLast = previous.year === report.year - 1
  if (isLast && previous.organization.code === report.organization.code) return previous
  throw refuse('notPrevious', {
    code: report.organization.code,
    year: report.year - 1,
    given: `${previous.organization.code} ${previous.year}`,
  })
}
