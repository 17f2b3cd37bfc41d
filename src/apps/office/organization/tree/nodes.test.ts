import { expect, test } from 'vitest'
import type { OrganizationNode } from '#organizations/contract'
import { matching, treeOf } from './nodes.ts'

const unit = (id: number, name: string, parentId: number | null = null): OrganizationNode => ({
  id,
  code: `unit-${id}`,
  kind: 'department',
  level: 'county',
  name,
  shortName: name.replace('青穗', ''),
  sortKey: '',
  parentId,
  path: parentId === null ? `/${id}/` : `/1/${id}/`,
  regionCode: null,
  creditCode: '',
  subjectKeys: id === 2 ? ['教育部门'] : [],
  ordinal: 0,
  validFrom: '2000-01-01',
  validTo: null,
  successorId: null,
})
const list = [
  unit(1, '青穗县人民政府'),
  unit(2, '青穗县教育局', 1),
  unit(3, '澄岚镇人民政府', 1),
  unit(4, '上澄村村民委员会', 3),
]

test('the flat list becomes a tree in its own order, each knowing how many lie below', () => {
  const [root] = treeOf(list)
  expect(root?.count).toBe(3)
  expect(root?.below.map((node) => [node.one.name, node.count])).toEqual([
    ['青穗县教育局', 0],
    ['澄岚镇人民政府', 1],
  ])
})

test('a unit whose parent is not listed stands at the top, so that none is lost', () => {
  const tree = treeOf(list.filter((one) => one.id !== 3))
  expect(tree.map((node) => node.one.id)).toEqual([1, 4])
})

test('units are found by name, short name, code and what catalogues call them', () => {
  const found = (words: string) => matching(list, words).map((one) => one.id)
  expect(found('澄')).toEqual([3, 4])
  expect(found('教育部门')).toEqual([2])
  expect(found(' UNIT-4 ')).toEqual([4])
  expect(found('水利')).toEqual([])
})
