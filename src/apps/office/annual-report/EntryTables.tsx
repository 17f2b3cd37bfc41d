import { type AnnualReport, type FormTable, formTables } from '#annual-report/contract'
import { useSay } from '../words.tsx'
import { cellName } from './cell-name.ts'
import './annual-report.css'

/** What is typed, by cell: `t3/r1/c1`. */
export type Typed = Readonly<Record<string, string>>

function EntryTable(props: {
  table: FormTable
  caption: string
  typed: Typed
  wrong: ReadonlySet<string>
  blank: ReadonlySet<string>
  onType: (cell: string, text: string) => void
}) {
  const say = useSay()
  const { typed } = props
  return (
    <section className="official-frame" aria-label={props.caption}>
      <table className={`official entry${props.table.part === 2 ? ' narrow' : ''}`}>
        <caption>{props.caption}</caption>
        <tbody>
          {props.table.rows.map((row) => (
            <tr key={row.map(({ at, text }) => at ?? text).join('|')}>
              {row.map((cell, place) =>
                cell.at === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a form have no other name
                  <th key={place} colSpan={cell.columns} rowSpan={cell.rows}>
                    {cell.text}
                  </th>
                ) : (
                  <td key={cell.at} colSpan={cell.columns}>
                    <input
                      id={cell.at}
                      className={
                        (typed[cell.at] ?? '') === ''
                          ? 'open'
                          : props.wrong.has(cell.at)
                            ? 'wrong'
                            : props.blank.has(cell.at)
                              ? 'blank'
                              : undefined
                      }
                      inputMode="decimal"
                      maxLength={16}
                      aria-label={cellName(cell.at, say)}
                      value={typed[cell.at] ?? ''}
                      onChange={({ target }) => props.onType(cell.at ?? '', target.value)}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The three tables of the official form with a field in each cell of figures. */
export function EntryTables(props: {
  /** As they were read; what stands in the fields is what is typed. */
  tables: { t2: unknown; t3: unknown; t4: unknown }
  typed: Typed
  wrong: ReadonlySet<string>
  blank: ReadonlySet<string>
  onType: (cell: string, text: string) => void
}) {
  const say = useSay()
  const tables = formTables(props.tables as Pick<AnnualReport, 't2' | 't3' | 't4'>, say)
  return tables.map((table) => (
    <EntryTable
      key={table.part}
      {...props}
      table={table}
      caption={say(`annualReport.part.${table.part}`)}
    />
  ))
}
