import { type Actor, theSystem } from './act.ts'

/**
 * Whether an actor holds one of the roles where `path` lies: a grant reaches every organization whose
 * path starts with its own. The system itself (setup, worker, demonstration) holds every role; no
 * door hands out `theSystem`.
 */
export const holds = (by: Actor, role: string | readonly string[], path: string): boolean => {
  if (by === theSystem) return true
  const roles = typeof role === 'string' ? [role] : role
  return by.grants.some((grant) => roles.includes(grant.role) && path.startsWith(grant.path))
}

/** The paths at which an actor holds one of the roles, each covering its subtree. */
export const reachOf = (by: Actor, role: string | readonly string[]): string[] => {
  if (by === theSystem) return ['/']
  const roles = typeof role === 'string' ? [role] : role
  return [...new Set(by.grants.filter((one) => roles.includes(one.role)).map((one) => one.path))]
}
