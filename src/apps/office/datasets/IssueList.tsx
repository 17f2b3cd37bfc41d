import type { CellIssue, Schema } from '#datasets/contract'
import { useSay } from '../words.tsx'
import { sayWrong, useSchemas } from './words.ts'

/** Everything wrong in a table at once: where, what, and what to do; errors before warnings. */
export function IssueList(props: {
  issues: readonly CellIssue[]
  errors: number
  warnings: number
  schema: Schema
  onRow?: (row: number) => void
}) {
  const say = useSay()
  const { heading } = useSchemas()
  const { issues, errors, warnings, schema, onRow } = props
  if (errors + warnings === 0) return <p className="all-well">{say('office.data.right')}</p>
  const sorted = issues.toSorted((one, other) => one.level.localeCompare(other.level))
  return (
    <section aria-label={say('office.data.issues')}>
      <h3>
        {errors > 0 && say('office.data.errors', { n: errors })}{' '}
        {warnings > 0 && (
          <small className="quiet">{say('office.data.warnings', { n: warnings })}</small>
        )}
      </h3>
      <ul className="points table-issues">
        {sorted.map((issue, at) => {
          const where =
            issue.row === null
              ? `${say('office.data.issues.whole')} ${issue.column ? heading(schema, issue.column) : ''}`
              : say('office.data.issues.at', {
                  row: issue.row,
                  column: issue.column ? heading(schema, issue.column) : '',
                })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew each time.
            <li key={at} className={issue.level}>
              {issue.row !== null && onRow ? (
                <button type="button" className="link" onClick={() => onRow(issue.row ?? 1)}>
                  {where}
                </button>
              ) : (
                <b>{where}</b>
              )}{' '}
              {sayWrong(say, issue)}
            </li>
          )
        })}
      </ul>
      {errors + warnings > issues.length && (
        <p className="quiet">{say('office.data.issues.more', { n: issues.length })}</p>
      )}
    </section>
  )
}
