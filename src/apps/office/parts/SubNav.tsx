import { type ReactNode, useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import './rooms.css'

/** The rooms of one place, side by side: links, so that each has an address. */
export function SubNav(props: {
  label: string
  rooms: readonly { to: string; words: ReactNode; end?: boolean }[]
}) {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On phones the links run beyond the edge; the one that is open comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another active link.
  useEffect(() => {
    const active = nav.current?.querySelector('.active')
    active?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return (
    <nav ref={nav} className="sub-nav" aria-label={props.label}>
      {props.rooms.map((room) => (
        <NavLink key={room.to} to={room.to} end={room.end ?? false}>
          {room.words}
        </NavLink>
      ))}
    </nav>
  )
}
