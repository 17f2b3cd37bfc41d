import type { CivilDate } from '#platform/civil-date'
import type { OrganizationNode } from './contract.ts'

/** Whether a body exists on a day; `validTo` is the first day on which it no longer does. */
export const existsOn = (
  body: { readonly validFrom: CivilDate; readonly validTo: CivilDate | null },
  on: CivilDate,
): boolean => body.validFrom <= on && (body.validTo === null || on < body.validTo)

/** Whether `path` lies at or below `above`. */
export const isWithin = (path: string, above: string): boolean => path.startsWith(above)

/** The ids on a path, root first, itself last. */
export const idsOnPath = (path: string): number[] => path.split('/').filter(Boolean).map(Number)

export interface OrganizationTree {
  /** Parents before children, each level in its order. */
  readonly organizations: readonly OrganizationNode[]
  readonly roots: readonly OrganizationNode[]
  byId(id: number): OrganizationNode | undefined
  byCode(code: string): OrganizationNode | undefined
  childrenOf(id: number): readonly OrganizationNode[]
  /** Itself and everything below. */
  under(id: number): readonly OrganizationNode[]
  /** Root first, itself last. */
  ancestorsOf(id: number): readonly OrganizationNode[]
  /** The body that took over, through however many reforms; itself while it stands. */
  successorOf(id: number): OrganizationNode | undefined
}

/** An immutable tree over nodes in order; cheap to keep until an `organizations.` fact is heard. */
export const treeOf = (organizations: readonly OrganizationNode[]): OrganizationTree => {
  const byId = new Map(organizations.map((one) => [one.id, one]))
  const byCode = new Map(organizations.map((one) => [one.code, one]))
  const children = Map.groupBy(organizations, (one) => one.parentId)

  const successorOf = (
    id: number,
    seen: ReadonlySet<number> = new Set(),
  ): OrganizationNode | undefined => {
    const one = byId.get(id)
    if (!one?.successorId || seen.has(id)) return one
    return successorOf(one.successorId, new Set([...seen, id]))
  }
  return {
    organizations,
    roots: children.get(null) ?? [],
    byId: (id) => byId.get(id),
    byCode: (code) => byCode.get(code),
    childrenOf: (id) => children.get(id) ?? [],
    under(id) {
      const top = byId.get(id)
      return top ? organizations.filter((one) => isWithin(one.path, top.path)) : []
    },
    ancestorsOf: (id) => idsOnPath(byId.get(id)?.path ?? '').flatMap((one) => byId.get(one) ?? []),
    successorOf: (id) => successorOf(id),
  }
}
