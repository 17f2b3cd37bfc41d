import { type RawBuilder, sql } from 'kysely'
import { holds, reachOf } from '#accounts'
import { type Actor, theSystem } from '#platform/act'
import type { Request } from './request.ts'

/** Who takes requests in for an office: its disclosure office, and where it has none its own people. */
export const mayRegister = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'sectionHead', 'clerk'], path)

export const keepers = ['disclosureOffice'] as const
const heads = ['sectionHead', 'leader'] as const
const watchers = ['supervisor', 'leader', 'signer', 'sectionHead', 'disclosureOffice'] as const

/** Who works on a case, and so may open what is sealed: its handler, their heads, the disclosure office. */
export const mayHandle = (by: Actor, request: Request): boolean =>
  (by.id !== null && request.handlerId === by.id) ||
  holds(by, keepers, request.organizationPath) ||
  (request.unitPath !== null && holds(by, heads, request.unitPath))

/** Who speaks for a unit that works on a case together with the one that leads. */
export const coWorkers = ['sectionHead', 'leader', 'clerk', 'disclosureOffice'] as const
export const mayAnswerFor = (by: Actor, unitPath: string): boolean => holds(by, coWorkers, unitPath)

/** Who sees that a case exists and how it stands, with nothing of the requester's. */
export const maySee = (by: Actor, request: Request): boolean =>
  mayHandle(by, request) ||
  holds(by, watchers, request.organizationPath) ||
  request.coPaths.some((path) => mayAnswerFor(by, path))

/**
 * The same as `maySee` for lists; speaks of `r` (request). The organizations are looked up once for the
 * statement, so that each arm can be answered by an index.
 */
export const seenBy = (by: Actor): RawBuilder<boolean> => {
  if (by === theSystem) return sql<boolean>`true`
  const under = (paths: readonly string[]) =>
    sql`array(select id from organizations.organization
      where path like any(${paths.map((path) => `${path}%`)}::text[]))`
  return sql<boolean>`(r.handler_id = ${by.id}
    or r.organization_id = any(${under(reachOf(by, watchers))})
    or r.unit_id = any(${under(reachOf(by, heads))})
    or r.id = any(array(select request_id from requests.co_unit
      where unit_id = any(${under(reachOf(by, coWorkers))}))))`
}
