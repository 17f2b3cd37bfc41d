import { type ReactNode, useState } from 'react'
import type { CoverageLine, Share } from '#assessment/contract'
import { useSay } from '../words.tsx'
import { percent } from './counts.ts'

const columns = ['duties', 'coverage', 'onTime', 'documents'] as const
type Column = (typeof columns)[number]

const coverageOf = (line: CoverageLine): Share => ({ part: line.covered, total: line.duties })
const onTimeOf = (line: CoverageLine): Share => ({ part: line.within, total: line.timed })
const ratio = ({ part, total }: Share): number => (total === 0 ? -1 : part / total)

const measures: Record<Column, (line: CoverageLine) => number> = {
  duties: (line) => line.duties,
  coverage: (line) => ratio(coverageOf(line)),
  onTime: (line) => ratio(onTimeOf(line)),
  documents: (line) => line.documents,
}

/** Lines of coverage with bars; a column's head puts them in its order, weakest first. */
export function CoverageTable(props: {
  heading: string
  lines: readonly CoverageLine[]
  total: CoverageLine
  nameOf: (line: CoverageLine) => string
  show: (line: CoverageLine) => ReactNode
}) {
  const say = useSay()
  const [order, setOrder] = useState<Column | null>(null)
  const lines = order
    ? props.lines.toSorted((a, b) => measures[order](a) - measures[order](b))
    : props.lines
  const figures = (line: CoverageLine) => (
    <>
      <td className="number">{line.duties}</td>
      <td>
        <Bar share={coverageOf(line)} />
      </td>
      <td>
        <Bar share={onTimeOf(line)} />
      </td>
      <td className="number">{line.documents}</td>
    </>
  )
  return (
    <div className="scroll">
      <table className="coverage">
        <thead>
          <tr>
            <th scope="col">{props.heading}</th>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                aria-sort={order === name ? 'ascending' : 'none'}
                className={name === 'duties' || name === 'documents' ? 'number' : undefined}
              >
                <button
                  type="button"
                  className="sort"
                  onClick={() => setOrder(order === name ? null : name)}
                >
                  {say(`office.standing.column.${name}`)}
                  <span aria-hidden="true">{order === name ? ' ↑' : ' ↕'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{props.show(line)}</th>
              {figures(line)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('office.standing.total')}</th>
            {figures(props.total)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** A share in figures, with a bar that says the same. */
function Bar(props: { share: Share }) {
  const { part, total } = props.share
  return (
    <div className="bar-cell">
      <span className="figure">{percent(props.share)}</span>
      <span className="track" aria-hidden="true">
        <span style={{ width: `${total === 0 ? 0 : (part / total) * 100}%` }} />
      </span>
      <small className="quiet">{total === 0 ? '' : `${part}/${total}`}</small>
    </div>
  )
}
