import { Link } from 'react-router'
import type { HeatUnit, StandingCounts } from '#assessment/contract'
import { type Say, useSay } from '../words.tsx'
import { applicable, inOrder, worstOf } from './counts.ts'

const allWords = (say: Say, counts: StandingCounts): string =>
  inOrder
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${say(`office.standing.${standing}`)} ${counts[standing]}`)
    .join(', ')

/** The worst that a unit's field holds, as a word on its colour; beneath, how many are there. */
export function HeatCell(props: {
  unit: HeatUnit
  field: { code: string; name: string }
  counts: StandingCounts | undefined
}) {
  const say = useSay()
  const { unit, field, counts } = props
  if (!counts) return <td className="outside" />
  const standing = worstOf(counts)
  const total = applicable(counts)
  const words = `${unit.name} · ${field.name}: ${allWords(say, counts)}`
  return (
    <td>
      <Link
        className={`cell ${standing}`}
        to={`/standing/cells?of=${unit.organizationId}&field=${field.code}`}
        title={words}
        aria-label={words}
      >
        <span>{say(`office.standing.cell.${standing}`, { count: counts[standing] })}</span>
        {total > 0 && <small>{`${counts.met}/${total}`}</small>}
      </Link>
    </td>
  )
}
