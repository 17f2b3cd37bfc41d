import { Link, Outlet, useParams } from 'react-router'
import { getOrganization } from '#organizations/contract'
import { ScreenFault } from '../parts/Fault.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SubNav } from '../parts/SubNav.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { runsSite, type Unit, type UnitInHand, useMay } from './unit.ts'

/** One unit: its head, its rooms, and the room that is open. */
export function Component() {
  const id = Number(useParams().organizationId)
  const { data, error, refetch } = useCall(getOrganization, { id })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data || data.id !== id) return <Waiting />
  return <Open key={data.id} unit={data} />
}

function Open({ unit }: { unit: Unit }) {
  const say = useSay()
  const may = useMay(unit.path)
  const inHand: UnitInHand = { unit, may }
  return (
    <>
      <PageTitle title={unit.name} about={<About unit={unit} />} />
      {unit.validTo && (
        <p className="unit-note">{say('office.unit.abolished', { on: unit.validTo })}</p>
      )}
      <SubNav label={unit.name} rooms={roomsOf(inHand, say)} />
      <Outlet context={inHand} />
    </>
  )
}

const roomsOf = ({ unit, may }: UnitInHand, say: ReturnType<typeof useSay>) => {
  const at = `/organization/${unit.id}`
  const room = (name: string) => ({ to: `${at}/${name}`, words: say(`office.unit.room.${name}`) })
  return [
    { to: at, words: say('office.unit.room.register'), end: true },
    ...(runsSite(unit) ? [room('site')] : []),
    ...(may.seeStaff ? [room('staff'), room('roles')] : []),
    room('keepers'),
    room('review'),
    ...(unit.parentId === null ? [room('columns'), room('calendar')] : []),
    ...(may.oversee ? [room('log')] : []),
  ]
}

/** What it is, and everything above it. */
function About({ unit }: { unit: Unit }) {
  const say = useSay()
  const organizations = useOrganizations()
  const above = unit.path
    .split('/')
    .filter(Boolean)
    .map((id) => organizations.find((one) => one.id === Number(id)))
    .filter((one) => one !== undefined && one.id !== unit.id)
  return (
    <span className="facts">
      {above.length > 0 && (
        <span>
          {above.map((one) => (
            <span key={one?.id}>
              <Link to={`/organization/${one?.id}`}>{one?.shortName || one?.name}</Link>
              {' › '}
            </span>
          ))}
          {unit.shortName}
        </span>
      )}
      <span>
        {say(`organizations.kind.${unit.kind}`)} · {say(`organizations.level.${unit.level}`)}
      </span>
    </span>
  )
}
