import type { ReactNode } from 'react'
import {
  type AnnualReport,
  type FormCell,
  type FormTable,
  formTables,
} from '#annual-report/contract'
import { useSay } from '../words.tsx'
import './annual-report.css'

/** What stands in a cell of figures, and how the cell is marked. */
export interface Figure {
  readonly show: ReactNode
  readonly mark?: string | undefined
}

export type FigureCell = FormCell & { readonly at: string }
const isFigure = (cell: FormCell): cell is FigureCell => cell.at !== null

function OfficialTable(props: {
  table: FormTable
  caption: string
  className: string
  figure: (cell: FigureCell) => Figure
}) {
  const cellOf = (cell: FormCell, place: number) => {
    if (!isFigure(cell))
      return (
        <th key={`head ${place}`} colSpan={cell.columns} rowSpan={cell.rows}>
          {cell.text}
        </th>
      )
    const { show, mark } = props.figure(cell)
    return (
      <td key={cell.at} colSpan={cell.columns} className={mark}>
        {show}
      </td>
    )
  }
  return (
    <section className="official-frame" aria-label={props.caption}>
      <table className={`${props.className}${props.table.part === 2 ? ' narrow' : ''}`}>
        <caption>{props.caption}</caption>
        <tbody>
          {props.table.rows.map((row) => (
            <tr key={row.map(({ at, text }) => at ?? text).join('|')}>{row.map(cellOf)}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The three tables in the official form, with what `figure` gives in each cell of figures. */
export function OfficialTables(props: {
  tables: { t2: unknown; t3: unknown; t4: unknown }
  className?: string
  figure: (cell: FigureCell) => Figure
}) {
  const say = useSay()
  const tables = formTables(props.tables as Pick<AnnualReport, 't2' | 't3' | 't4'>, say)
  return tables.map((table) => (
    <OfficialTable
      key={table.part}
      table={table}
      caption={say(`annualReport.part.${table.part}`)}
      className={props.className ?? 'official'}
      figure={props.figure}
    />
  ))
}
