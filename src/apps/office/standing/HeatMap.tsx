import { useState } from 'react'
import { Link } from 'react-router'
import type { HeatUnit, HeatMap as Map_ } from '#assessment/contract'
import { useSay } from '../words.tsx'
import { percent } from './counts.ts'
import { HeatCell } from './HeatCell.tsx'
import { groupsOf, type Row } from './rows.ts'

/** A table, so that it reads and prints like one: units down, fields across, words in each cell. */
export function HeatMap(props: { map: Map_ }) {
  const say = useSay()
  const { fields, units } = props.map
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const groups = groupsOf(units)
  const foldable = groups.flatMap((group) => group.rows.filter((row) => row.below.length > 0))
  const toggle = (id: number) =>
    setOpen(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    )
  const line = (unit: HeatUnit, row: Row | null) => (
    <tr key={unit.organizationId} className={row ? undefined : 'village'}>
      <th scope="row">
        <Link to={`/standing/cells?of=${unit.organizationId}`}>{unit.name}</Link>
        {row && row.below.length > 0 && (
          <button
            type="button"
            className="fold-button"
            aria-expanded={open.has(unit.organizationId)}
            onClick={() => toggle(unit.organizationId)}
          >
            {say(
              open.has(unit.organizationId) ? 'office.standing.fold' : 'office.standing.unfold',
              { count: row.below.length },
            )}
          </button>
        )}
      </th>
      <td className="share">{percent(unit.coverage)}</td>
      {fields.map((field) => (
        <HeatCell key={field.code} unit={unit} field={field} counts={unit.cells[field.code]} />
      ))}
    </tr>
  )
  return (
    <>
      <div className="heat-bar">
        <p className="quiet">{say('office.standing.map.about')}</p>
        {foldable.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() =>
              setOpen(
                open.size > 0 ? new Set() : new Set(foldable.map((row) => row.unit.organizationId)),
              )
            }
          >
            {say(open.size > 0 ? 'office.standing.foldAll' : 'office.standing.unfoldAll')}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too. */}
      <section className="heat-frame" aria-label={say('office.standing.map')} tabIndex={0}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">{say('office.organization')}</th>
              <th scope="col" className="share">
                {say('office.standing.coverage.short')}
              </th>
              {fields.map((field) => (
                <th key={field.code} scope="col">
                  {field.name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.level}>
              <tr className="group">
                <th colSpan={2} scope="rowgroup">
                  {say(`office.standing.level.${group.level}`)}
                </th>
                <td colSpan={fields.length} />
              </tr>
              {group.rows.flatMap((row) => [
                line(row.unit, row),
                ...(open.has(row.unit.organizationId)
                  ? row.below.map((unit) => line(unit, null))
                  : []),
              ])}
            </tbody>
          ))}
        </table>
      </section>
    </>
  )
}
