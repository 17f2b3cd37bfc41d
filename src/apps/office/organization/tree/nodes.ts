import type { OrganizationNode } from '#organizations/contract'

export interface TreeNode {
  readonly one: OrganizationNode
  readonly below: readonly TreeNode[]
  /** Every unit below it, at any depth. */
  readonly count: number
}

/** The flat list, parents before children, as a tree. */
export const treeOf = (list: readonly OrganizationNode[]): TreeNode[] => {
  const ids = new Set(list.map((one) => one.id))
  const byParent = Map.groupBy(list, (one) =>
    one.parentId !== null && ids.has(one.parentId) ? one.parentId : null,
  )
  const nodeOf = (one: OrganizationNode): TreeNode => {
    const below = (byParent.get(one.id) ?? []).map(nodeOf)
    return { one, below, count: below.reduce((sum, node) => sum + node.count + 1, 0) }
  }
  return (byParent.get(null) ?? []).map(nodeOf)
}

/** Ids of everything above a node and of itself. */
export const trailOf = (path: string): number[] => path.split('/').filter(Boolean).map(Number)

/** Units whose name, short name, code or catalogue names hold the words. */
export const matching = (list: readonly OrganizationNode[], words: string): OrganizationNode[] => {
  const sought = words.trim().toLowerCase()
  return list.filter((one) =>
    [one.name, one.shortName, one.code, one.creditCode, ...one.subjectKeys].some((text) =>
      text.toLowerCase().includes(sought),
    ),
  )
}
