import type { DemoRegion } from './types.ts'

/**
 * An invented county. The codes have the form of GB/T 2260 (province 2 + prefecture 2 + county 2
 * digits) and, below the county, of the statistical division code (township 3 + village 3 digits),
 * but start with 99, which the standard assigns to no province: they can never meet a real place.
 */
export const countyCode = '990726'

const towns = [
  ['001', '穗城街道'],
  ['101', '澄岚镇'],
  ['102', '棠坞镇'],
  ['103', '芦汀镇'],
] as const

/** Village and community names by township; 001– are communities, 201– villages, as statistics number them. */
const villages: Readonly<
  Record<(typeof towns)[number][0], readonly (readonly [string, string])[]>
> = {
  '001': [
    ['001', '穗河社区'],
    ['002', '文峰路社区'],
    ['201', '东垄村'],
    ['202', '桥头畈村'],
    ['203', '西圩坝村'],
    ['204', '麦场村'],
  ],
  '101': [
    ['201', '上澄村'],
    ['202', '下澄村'],
    ['203', '樟坪岭村'],
    ['204', '竹溪口村'],
    ['205', '云脚村'],
    ['206', '茶垄村'],
  ],
  '102': [
    ['201', '棠坞村'],
    ['202', '梨坪村'],
    ['203', '石门坳村'],
    ['204', '长畈村'],
    ['205', '古枫岭村'],
  ],
  '103': [
    ['201', '芦汀村'],
    ['202', '沙洲上村'],
    ['203', '渡口湾村'],
    ['204', '莲塘畈村'],
    ['205', '金鳞洲村'],
  ],
}

export const regions: readonly DemoRegion[] = [
  { code: '990000', name: '澜川省', level: 'province', parentCode: null },
  { code: '990700', name: '云岚市', level: 'city', parentCode: '990000' },
  { code: countyCode, name: '青穗县', level: 'county', parentCode: '990700' },
  ...towns.flatMap(([town, name]): DemoRegion[] => {
    const townCode = `${countyCode}${town}`
    return [
      { code: townCode, name, level: 'township', parentCode: countyCode },
      ...villages[town].map(
        ([village, villageName]): DemoRegion => ({
          code: `${townCode}${village}`,
          name: villageName,
          level: 'village',
          parentCode: townCode,
        }),
      ),
    ]
  }),
]
