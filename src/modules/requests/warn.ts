import { rolesReaching } from '#accounts'
import { type Act, theSystem } from '#platform/act'
import { requestWarned } from './facts.ts'
import { factAbout, type Request } from './request.ts'
import { lightOf } from './serving.ts'
import { insertAlerts } from './store/alerts.ts'

// More than hold roles at any one office; who is further down hears it from these.
const mostRoles = 200

/** Who has to know that a limit is near: the handler, the heads of the unit, the office's supervisors. */
const toWarn = async (act: Act, request: Request): Promise<number[]> => {
  const at = request.unitId ?? request.organizationId
  const reaching = async (organizationId: number) =>
    (await rolesReaching(act.tx, theSystem, { organizationId, limit: mostRoles })).grants.filter(
      (grant) => grant.disabledAt === null,
    )
  const [unit, office] = await Promise.all([reaching(at), reaching(request.organizationId)])
  const near = (organizationId: number) =>
    organizationId === at || organizationId === request.organizationId
  const heads = [...unit, ...office].filter(
    (grant) =>
      (grant.role === 'sectionHead' || grant.role === 'leader') && near(grant.organizationId),
  )
  const supervisors = office.filter((grant) => grant.role === 'supervisor')
  // Nobody's case yet: whoever hands cases out.
  const keepers =
    request.handlerId === null ? office.filter((grant) => grant.role === 'disclosureOffice') : []
  const ids = [...heads, ...supervisors, ...keepers].map((grant) => grant.staffId)
  return [...new Set([...(request.handlerId === null ? [] : [request.handlerId]), ...ids])]
}

/**
 * Warns of a limit that is near or over: yellow, orange, red, and black once it is over; so does a reply
 * that lies signed and unserved. Nobody is warned twice of one light of one limit; a new handler is.
 */
export async function warn(act: Act, request: Request): Promise<void> {
  const light = lightOf(request, act.today)
  // A signed reply lies about even where the limit itself cannot be counted yet.
  const dueOn = request.dueOn ?? request.serveBy
  if (dueOn === null || light === 'none' || light === 'green') return
  const { id: requestId } = request
  const staffIds = await toWarn(act, request)
  const told = await insertAlerts(act.tx, { requestId, dueOn, light, staffIds, at: act.at })
  if (told.length > 0)
    await act.announce(requestWarned, { ...factAbout(request), light, dueOn, staffIds: told })
}
