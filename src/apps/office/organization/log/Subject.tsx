import { Link } from 'react-router'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { useSpeaking } from '../../words.tsx'
import { useColumns } from '../parts/use-columns.ts'
import { useUnit } from '../unit.ts'

/** To what something was done: `document/12` as words, leading there where there is a screen. */
export function Subject({ of: subject }: { of: string }) {
  const { say, knows } = useSpeaking()
  const { unit } = useUnit()
  const organizations = useOrganizations()
  const { columns } = useColumns()
  const slash = subject.indexOf('/')
  if (slash < 0) return <>{subject || '—'}</>
  const [kind, id] = [subject.slice(0, slash), subject.slice(slash + 1)]
  const words = `office.unit.log.subject.${kind}`
  const numbered = knows(words) ? say(words, { id }) : subject
  const places: Readonly<Record<string, { to: string; name?: string | undefined }>> = {
    document: { to: `/documents/${id}` },
    catalogueEdition: { to: `/catalogue/editions/${id}` },
    staff: { to: `/organization/${unit.id}/staff/${id}` },
    organization: {
      to: `/organization/${id}`,
      name: organizations.find((one) => one.id === Number(id))?.name,
    },
  }
  const place = places[kind]
  if (place) return <Link to={place.to}>{place.name ?? numbered}</Link>
  // Keepers name a column by its key, the site by its number.
  const column = columns.find((one) => one.key === id || String(one.id) === id)
  return <>{kind === 'column' ? (column?.name ?? numbered) : numbered}</>
}
