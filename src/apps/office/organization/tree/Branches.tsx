import { RightOutlined } from '@ant-design/icons'
import { NavLink } from 'react-router'
import { useSay } from '../../words.tsx'
import { existsToday } from '../unit.ts'
import type { TreeNode } from './nodes.ts'

interface Branching {
  readonly open: ReadonlySet<number>
  readonly toggle: (id: number) => void
  readonly to: (id: number) => string
}

/** Units as nested lists of links; a button before each opens what is below it. */
export function Branches(props: Branching & { nodes: readonly TreeNode[] }) {
  const { nodes, ...rest } = props
  return (
    <ul className="branches">
      {nodes.map((node) => (
        <Branch key={node.one.id} node={node} {...rest} />
      ))}
    </ul>
  )
}

function Branch(props: Branching & { node: TreeNode }) {
  const { node, ...rest } = props
  const say = useSay()
  const { one, below, count } = node
  const name = one.shortName || one.name
  const isOpen = rest.open.has(one.id)
  return (
    <li>
      <div className={!existsToday(one) ? 'branch gone' : 'branch'}>
        {below.length > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={say('office.unit.tree.below', { name })}
            onClick={() => rest.toggle(one.id)}
          >
            <RightOutlined aria-hidden rotate={isOpen ? 90 : 0} />
          </button>
        ) : (
          <span className="leaf" />
        )}
        <NavLink to={rest.to(one.id)} title={one.name}>
          {name}
          {!existsToday(one) && <small>{say('office.unit.tree.gone')}</small>}
        </NavLink>
        {count > 0 && !isOpen && <span className="count">{count}</span>}
      </div>
      {isOpen && below.length > 0 && <Branches nodes={below} {...rest} />}
    </li>
  )
}
