import { Checkbox } from 'antd'
import type { CellIssue, Schema } from '#datasets/contract'
import { useSay } from '../words.tsx'
import { sayWrong, useSchemas } from './words.ts'

export interface GridRow {
  /** Null for a row not saved yet. */
  readonly row: number | null
  readonly key: string
  readonly cells: Readonly<Record<string, string>>
}

/** The rows as they stand, each cell a field; what is wrong is said at the cell. */
export function Grid(props: {
  schema: Schema
  rows: readonly GridRow[]
  issues: readonly CellIssue[]
  chosen: ReadonlySet<number>
  isOpen: boolean
  onChoose: (row: number, chosen: boolean) => void
  onCell: (row: GridRow, key: string, text: string) => void
}) {
  const say = useSay()
  const { heading } = useSchemas()
  const { schema, isOpen } = props
  const wrong = new Map(props.issues.map((issue) => [`${issue.row} ${issue.column}`, issue]))
  return (
    <div className="table-scroll">
      <table className="table-grid">
        <thead>
          <tr>
            <th scope="col">{say('office.data.row')}</th>
            {schema.columns.map((column) => (
              <th key={column.key} scope="col">
                {heading(schema, column.key)}
                {column.required && <span aria-hidden="true"> *</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((line) => (
            <tr key={line.key} id={line.row === null ? undefined : `row-${line.row}`}>
              <th scope="row">
                {isOpen && line.row !== null ? (
                  <Checkbox
                    aria-label={say('office.data.choose', { row: line.row })}
                    checked={props.chosen.has(line.row)}
                    onChange={({ target }) => props.onChoose(line.row ?? 0, target.checked)}
                  >
                    {line.row}
                  </Checkbox>
                ) : (
                  (line.row ?? '＋')
                )}
              </th>
              {schema.columns.map((column) => {
                const issue = wrong.get(`${line.row} ${column.key}`)
                const words = issue && sayWrong(say, issue)
                return (
                  <td key={column.key} className={issue?.level} title={words}>
                    {isOpen ? (
                      <input
                        aria-label={`${line.row ?? '＋'} ${heading(schema, column.key)}`}
                        aria-invalid={issue?.level === 'error' || undefined}
                        list={column.values.length > 0 ? `values-${column.key}` : undefined}
                        value={line.cells[column.key] ?? ''}
                        onChange={({ target }) => props.onCell(line, column.key, target.value)}
                      />
                    ) : (
                      (line.cells[column.key] ?? '')
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {schema.columns
        .filter(({ values }) => values.length > 0)
        .map(({ key, values }) => (
          <datalist key={key} id={`values-${key}`}>
            {values.map(({ zh }) => (
              <option key={zh} value={zh} />
            ))}
          </datalist>
        ))}
    </div>
  )
}
