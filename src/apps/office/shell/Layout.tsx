import { MenuOutlined } from '@ant-design/icons'
import { Suspense, useEffect, useState } from 'react'
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router'
import { useKey } from '../keys.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { SignedIn } from '../session.tsx'
import { useSay } from '../words.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { places } from './menu.ts'

function Keys() {
  const say = useSay()
  const navigate = useNavigate()
  useKey('/', say('office.keys.search'), () => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]')
    if (field) field.focus()
    else void navigate('/documents', { state: { search: true } })
  })
  useKey('n', say('office.keys.new'), () => void navigate('/documents/new'))
  return null
}

/** Head, left menu, and the screen; below it nothing is shown to someone not signed in. */
export function Component() {
  const say = useSay()
  const location = useLocation()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the menu.
  useEffect(() => setOpen(false), [location.pathname])
  return (
    <SignedIn>
      <a className="skip" href="#screen">
        {say('office.skip')}
      </a>
      <div className="shell">
        <header className="shell-head">
          <button
            type="button"
            className="menu-button"
            aria-expanded={open}
            aria-controls="places"
            aria-label={say('office.menu')}
            onClick={() => setOpen(!open)}
          >
            <MenuOutlined aria-hidden />
          </button>
          <span className="brand">
            <span className="chop" aria-hidden="true">
              {say('office.chop')}
            </span>
            {say('office.name')}
          </span>
          <AccountMenu />
        </header>
        <nav
          id="places"
          className={open ? 'places open' : 'places'}
          aria-label={say('office.menu')}
        >
          {places.map((place) => (
            <NavLink key={place.path} to={place.path} end={place.path === '/'}>
              {say(place.words)}
            </NavLink>
          ))}
        </nav>
        <main id="screen" tabIndex={-1}>
          <Keys />
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </SignedIn>
  )
}
