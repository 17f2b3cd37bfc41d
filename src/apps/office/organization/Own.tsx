import { Navigate } from 'react-router'
import { useSession } from '../session.tsx'

/** Without a choice, the own unit. */
export function Component() {
  const { me } = useSession()
  return <Navigate to={`/organization/${me.staff.organizationId}`} replace />
}
