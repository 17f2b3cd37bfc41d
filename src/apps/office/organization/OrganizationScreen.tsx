import { Outlet } from 'react-router'
import { UnitTree } from './tree/UnitTree.tsx'
import './organization.css'

/** The tree of organizations at the left, the one that is open beside it. */
export function Component() {
  return (
    <div className="with-tree">
      <UnitTree />
      <div className="unit">
        <Outlet />
      </div>
    </div>
  )
}
