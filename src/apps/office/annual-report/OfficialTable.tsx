import { type AnnualReport, type FormTable, formTables } from '#annual-report/contract'
import { useSay } from '../words.tsx'
import './annual-report.css'

/** The tables in the official form; each figure opens to what stands behind it. */
function OfficialTable(props: {
  table: FormTable
  caption: string
  broken: ReadonlySet<string>
  onOpen: (cell: string) => void
}) {
  return (
    <section className="official-frame" aria-label={props.caption}>
      <table className={props.table.part === 2 ? 'official narrow' : 'official'}>
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
                  <td
                    key={cell.at}
                    colSpan={cell.columns}
                    className={props.broken.has(cell.at) ? 'broken' : undefined}
                  >
                    <button type="button" onClick={() => props.onOpen(cell.at ?? '')}>
                      {cell.text}
                    </button>
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

export function OfficialTables(props: {
  tables: { t2: unknown; t3: unknown; t4: unknown }
  broken: ReadonlySet<string>
  onOpen: (cell: string) => void
}) {
  const say = useSay()
  const tables = formTables(props.tables as Pick<AnnualReport, 't2' | 't3' | 't4'>, say)
  return (
    <div className="block">
      {tables.map((table) => (
        <OfficialTable
          key={table.part}
          table={table}
          caption={say(`annualReport.part.${table.part}`)}
          broken={props.broken}
          onOpen={props.onOpen}
        />
      ))}
    </div>
  )
}
