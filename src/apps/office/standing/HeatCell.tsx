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
  const place = `${unit.name} · ${field.name}`
  const worst = say(`office.standing.cell.${standing}`, { count: counts[standing] })
  const share = total > 0 ? `${counts.met}/${total}` : ''
  return (
    <td>
      <Link
        className={`cell ${standing}`}
        to={`/standing/cells?of=${unit.organizationId}&field=${field.code}`}
        title={`${place}: ${allWords(say, counts)}`}
        aria-label={`${place}: ${worst} ${share}`.trim()}
      >
        <span>{worst}</span> {share && <small>{share}</small>}
      </Link>
    </td>
  )
}
