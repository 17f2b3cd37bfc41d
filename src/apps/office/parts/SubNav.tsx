import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import './rooms.css'

/** The rooms of one place, side by side: links, so that each has an address. */
export function SubNav(props: {
  label: string
  rooms: readonly { to: string; words: ReactNode; end?: boolean }[]
}) {
  return (
    <nav className="sub-nav" aria-label={props.label}>
      {props.rooms.map((room) => (
        <NavLink key={room.to} to={room.to} end={room.end ?? false}>
          {room.words}
        </NavLink>
      ))}
    </nav>
  )
}
