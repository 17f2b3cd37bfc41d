import { expect, test } from 'vitest'
import { parentCandidates, readRegionList } from './region-list.ts'

test('[M16] reads the six digits of GB/T 2260 and the twelve of the statistical list alike', () => {
  const { lines, issues } = readRegionList(
    '990000 澜川省\n990726\t青穗县\n990726101000,澄岚镇\n990726101201，上澄村\n\n',
  )
  expect(issues).toEqual([])
  expect(lines).toEqual([
    { code: '990000', name: '澜川省', level: 'province' },
    { code: '990726', name: '青穗县', level: 'county' },
    { code: '990726101', name: '澄岚镇', level: 'township' },
    { code: '990726101201', name: '上澄村', level: 'village' },
  ])
  expect(parentCandidates('990726101201')).toEqual(['990726101', '990726'])
})

test('names the lines it cannot read', () => {
  const { issues } = readRegionList('990000 澜川省\n青穗县 990726\n9907 云岚市')
  expect(issues.map((one) => one.params?.line)).toEqual([2, 3])
})
