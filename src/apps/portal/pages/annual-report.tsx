import {
  type FormTable,
  formTables,
  type PublicReport,
  paragraphsOf,
  titleOf,
} from '#annual-report'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'

export interface AnnualReportView extends PublicReport {
  readonly organization: { readonly code: string; readonly name: string }
}

/** A table in the official form: real cells, so that it can be read aloud, copied and counted. */
const Form = ({ table, caption }: { table: FormTable; caption: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls, by the keyboard too
  <section class="scroll" tabIndex={0} aria-label={caption}>
    <table class={table.part === 2 ? 'official narrow' : 'official'}>
      <caption class="aside-text">{caption}</caption>
      <tbody>
        {table.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other name
          <tr key={at}>
            {row.map((cell, place) => {
              const spans = {
                ...(cell.columns > 1 ? { colSpan: cell.columns } : {}),
                ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
              }
              return cell.head ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
                <th key={place} {...spans}>
                  {cell.text}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
                <td key={place} {...spans}>
                  {cell.text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const AnnualReportPage = (view: AnnualReportView) => {
  const { say, to, contentLang } = useChrome()
  const { report } = view
  const title = titleOf(report)
  const reports = fixedColumn(say, 'reports')
  const address = addresses.annualReport(view.organization.code, report.year)
  // The tables speak the reader's language; what was written stays as it was written.
  const tables = formTables(report, say)
  const column = { ...reports, name: title, address }
  return (
    <Page title={title} column={column} crumbs={[reports, column]} door="platform">
      <article class="report">
        <h1 lang={contentLang}>{title}</h1>
        <p class="about">
          <a href={to(addresses.organization(view.organization.code))}>{view.organization.name}</a>
          {report.publishedOn && (
            <>
              {' · '}
              {say('portal.annualReport.publishedOn')}{' '}
              <time dateTime={report.publishedOn}>{report.publishedOn}</time>
            </>
          )}
        </p>
        {view.source && (
          <p class="notice">
            {say('portal.annualReport.source', { name: view.source.name })}{' '}
            {view.source.address && (
              <a href={view.source.address}>{say('portal.annualReport.original')}</a>
            )}
          </p>
        )}
        {view.correction && (
          <p class="notice" lang={contentLang}>
            {say('portal.annualReport.corrected', { n: view.ordinal, reason: view.correction })}
          </p>
        )}
        <p class="downloads">
          <span class="about">{say('portal.annualReport.files')}</span>
          {(['docx', 'pdf', 'json'] as const).map((format) => (
            <a
              key={format}
              href={addresses.annualReportFile(view.organization.code, report.year, format)}
            >
              {format.toUpperCase()}
            </a>
          ))}
        </p>
        {report.parts.map((part) => {
          const table = tables.find((one) => one.part === part.number)
          const heading = say(`annualReport.part.${part.number}`)
          return (
            <section key={part.number} id={`part-${part.number}`}>
              <h2>{heading}</h2>
              {paragraphsOf(part.text).map((line) => (
                <p key={line} lang={contentLang}>
                  {line}
                </p>
              ))}
              {table && <Form table={table} caption={heading} />}
            </section>
          )
        })}
      </article>
      {view.otherYears.length > 0 && (
        <nav aria-label={say('portal.annualReport.otherYears')}>
          <h2>{say('portal.annualReport.otherYears')}</h2>
          <ul class="inline">
            {view.otherYears.map((year) => (
              <li key={year}>
                <a href={to(addresses.annualReport(view.organization.code, year))}>
                  {say('portal.reports.year', { year })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="about">
        {say('portal.annualReport.hash')} <code>{view.hash}</code>
      </p>
    </Page>
  )
}

/** One published annual report in the official form. */
export const renderAnnualReport = (view: AnnualReportView, chrome: Chrome): string =>
  draw(chrome, <AnnualReportPage {...view} />)
