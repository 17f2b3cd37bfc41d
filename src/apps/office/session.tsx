import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { getMe, type Me, type Role } from '#accounts/contract'
import { setCsrf, type Wire, whenSignedOut } from './call.ts'
import { ScreenFault } from './parts/Fault.tsx'
import { Waiting } from './parts/Waiting.tsx'
import { keyOf, useCall } from './query.ts'

interface Session {
  readonly me: Wire<Me>
  /** Whether I hold one of these roles, anywhere or for the organization at a path. */
  readonly holds: (roles: readonly Role[], path?: string) => boolean
}

const SessionContext = createContext<Session | null>(null)

/** Who is signed in; only below `SignedIn`. */
export const useSession = (): Session => {
  const session = use(SessionContext)
  if (!session) throw new Error('outside SignedIn')
  return session
}

/** Called with every fresh `me`: after signing in, and when the office opens. */
export const useTakeUp = (): ((me: Wire<Me>) => void) => {
  const client = useQueryClient()
  return (me) => {
    setCsrf(me.csrf)
    client.setQueryData(keyOf(getMe, {}), me)
  }
}

const holdsWithin = (me: Wire<Me>) => (roles: readonly Role[], path?: string) =>
  me.staff.grants.some(
    (grant) => roles.includes(grant.role) && (path === undefined || path.startsWith(grant.path)),
  )

const signInFrom = (here: { pathname: string; search: string }): string =>
  `/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`

/** Shows what is inside to someone signed in; sends everyone else to the door and back. */
export function SignedIn(props: { children: ReactNode }) {
  const { data: me, error } = useCall(getMe, {}, { staleTime: Number.POSITIVE_INFINITY })
  const location = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  if (me) setCsrf(me.csrf)
  const isIn = me !== undefined
  useEffect(() => {
    if (!isIn) return
    whenSignedOut(() => {
      client.removeQueries({ queryKey: keyOf(getMe) })
      void navigate(signInFrom(location), { replace: true })
    })
    return () => whenSignedOut(() => {})
  }, [isIn, location, navigate, client])
  const session = useMemo(() => me && { me, holds: holdsWithin(me) }, [me])
  if (error && !me && error.status !== 401) return <ScreenFault error={error} />
  if (error && !me) return <Navigate to={signInFrom(location)} replace />
  if (!session) return <Waiting />
  if (session.me.passwordOwed && location.pathname !== '/account/password')
    return <Navigate to="/account/password" replace />
  return <SessionContext value={session}>{props.children}</SessionContext>
}
