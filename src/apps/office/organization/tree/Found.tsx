import { NavLink } from 'react-router'
import type { OrganizationNode } from '#organizations/contract'
import { Empty } from '../../parts/Empty.tsx'
import { useSay } from '../../words.tsx'
import { existsToday } from '../unit.ts'
import { matching } from './nodes.ts'

// More than a screen of names no one reads: another letter finds faster.
const mostShown = 60

/** The units that a search found, each with the one above it, because villages share names. */
export function Found(props: {
  list: readonly OrganizationNode[]
  words: string
  to: (id: number) => string
}) {
  const say = useSay()
  const found = matching(props.list, props.words)
  const names = new Map(props.list.map((one) => [one.id, one.shortName || one.name]))
  if (found.length === 0)
    return (
      <Empty
        title={say('office.unit.tree.none', { words: props.words })}
        next={say('office.unit.tree.none.next')}
      />
    )
  return (
    <>
      <p className="quiet" role="status">
        {say('office.unit.tree.found', { count: found.length })}
      </p>
      <ul className="branches found">
        {found.slice(0, mostShown).map((one) => (
          <li key={one.id}>
            <div className={!existsToday(one) ? 'branch gone' : 'branch'}>
              <NavLink to={props.to(one.id)}>
                {one.name}
                <small>{one.parentId !== null && names.get(one.parentId)}</small>
              </NavLink>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
