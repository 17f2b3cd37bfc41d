import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { listOrganizations } from '#organizations/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

interface Node {
  value: number
  title: string
  code: string
  disabled: boolean
  children: Node[]
}

type Organization = ReturnType<typeof useOrganizations>[number]

// The tree changes a few times a year.
const rarely = { staleTime: 600_000 }

/** Every organization in existence, parents before children. */
export const useOrganizations = () =>
  useCall(listOrganizations, {}, rarely).data?.organizations ?? []

const treeOf = (
  organizations: readonly Organization[],
  may: (organization: Organization) => boolean,
): Node[] => {
  const nodes = new Map<number, Node>()
  const roots: Node[] = []
  for (const one of organizations) {
    const node: Node = {
      value: one.id,
      title: one.name,
      code: one.code,
      disabled: !may(one),
      children: [],
    }
    nodes.set(one.id, node)
    const parent = one.parentId === null ? undefined : nodes.get(one.parentId)
    ;(parent?.children ?? roots).push(node)
  }
  return prune(roots)
}

/** Branches in which nothing may be chosen are no help. */
const prune = (nodes: readonly Node[]): Node[] =>
  nodes
    .map((node) => ({ ...node, children: prune(node.children) }))
    .filter((node) => !node.disabled || node.children.length > 0)

/** One organization out of the tree, found by name or code; `may` says which can be chosen. */
export function OrganizationSelect(props: {
  value: number | null | undefined
  onChange: (id: number | null) => void
  may?: (organization: Organization) => boolean
  allowClear?: boolean
  placeholder?: string
  id?: string
  'aria-describedby'?: string
  label?: string
}) {
  const say = useSay()
  const organizations = useOrganizations()
  const may = props.may
  const tree = useMemo(() => treeOf(organizations, may ?? (() => true)), [organizations, may])
  return (
    <TreeSelect
      id={props.id}
      aria-describedby={props['aria-describedby']}
      // In a field its label names it.
      aria-label={props.label ?? (props.id ? undefined : say('office.organization'))}
      className="organization-select"
      value={props.value ?? undefined}
      onChange={(value: number | undefined) => props.onChange(value ?? null)}
      treeData={tree}
      showSearch={{
        filterTreeNode: (words, node) =>
          String(node.title).includes(words) || String(node.code).includes(words.toLowerCase()),
      }}
      allowClear={props.allowClear ?? false}
      placeholder={props.placeholder ?? say('office.organization.choose')}
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      popupMatchSelectWidth={360}
      listHeight={360}
    />
  )
}
