import { Link } from 'react-router'
import { useSay } from '../words.tsx'
import { Empty } from './Empty.tsx'

/** An address that no screen has. */
export function NotFound() {
  const say = useSay()
  return (
    <Empty title={say('office.notFound')} action={<Link to="/">{say('office.menu.today')}</Link>} />
  )
}
