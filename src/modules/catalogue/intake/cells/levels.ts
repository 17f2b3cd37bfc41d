import { squeezed, withoutBrackets } from './spelling.ts'

export const levels = ['市级', '县级', '乡级', '村级'] as const
export type Level = (typeof levels)[number]

type LevelSet = ReadonlySet<Level>

const administrative = /^[市县区旗镇乡街道办事处场村社居委会、,，/／和及与（）()级]+$/
// 临岚市, 和平社区; of 新乡市 only the last character is the unit.
const named = /[市县区旗]$|(?<=[^市县区旗镇乡街道村社、,，/／和及（(])(镇|乡|街道|村|社区)$/

/**
 * The levels that one heading stands for, by itself. Place names hold the same characters (新乡市级),
 * so a named place counts by its last one; `临岚市级` is a county-level city unless proved otherwise.
 */
function plainLevels(label: string): { set: LevelSet; namedCity: boolean } {
  const text = squeezed(label)
    .replace(/^(公开)?层级[：:]?/, '')
    .replace(/(本级|[一二三两]级|层级|级|层面)$/g, '')
  const outer = withoutBrackets(text)
  const place = administrative.test(outer) ? undefined : placeUnit(outer)
  if (place) {
    const level = levelOfUnit(place)
    return { set: new Set(level ? [level] : []), namedCity: place === '市' }
  }
  return { set: generic(text, outer), namedCity: false }
}

const placeUnit = (name: string): string | undefined =>
  name.endsWith('社区') ? '社区' : named.exec(name)?.[0]

const levelOfUnit = (unit: string): Level | undefined => {
  if (unit === '市' || /[县区旗]/.test(unit.replace('社区', '')))
    return unit === '社区' ? '村级' : '县级'
  if (/[镇乡街]/.test(unit)) return '乡级'
  return /村|社区/.test(unit) ? '村级' : undefined
}

function generic(text: string, outer: string): LevelSet {
  const set = new Set<Level>()
  const units = text.replace(/社区|居委会?|居民/g, '村').replace(/办事处|街道|街办/g, '街')
  if (/村/.test(units)) set.add('村级')
  if (/[乡镇街]/.test(units)) set.add('乡级')
  const county = /[县区旗]/.test(units)
  if (county) set.add('县级')
  if (!/市/.test(units)) return set
  // 县（市、区）级 and 县市区 are one level; 市、县级 and 市县两级 are two.
  if (!county || /^市([、,，/／和及]|县)/.test(outer)) set.add('市级')
  return set
}

const pure = (sets: readonly LevelSet[], level: Level): boolean =>
  sets.some((set) => set.size === 1 && set.has(level))

export interface ReadLevels {
  readonly perLabel: readonly (readonly Level[])[]
  /** True where 市级 stands without any county heading: prefecture or county-level city? */
  readonly doubtfulCity: boolean
}

/** The levels of all headings of one table together, because each is told by its neighbours. */
export function readLevels(labels: readonly string[]): ReadLevels {
  const plain = labels.map(plainLevels)
  const sets = plain.map((one) => one.set)
  const ownCounty = plain.some(
    (one) => !one.namedCity && one.set.has('县级') && !one.set.has('市级'),
  )
  const perLabel = plain.map(({ set, namedCity }) => {
    if (namedCity && ownCounty) return ['市级'] as const
    // 镇（街）级 beside 乡（村）级: the second is the village.
    const rest = [...set].filter((level) => set.size === 1 || !pure(sets, level))
    return levels.filter((level) => (rest.length > 0 ? rest : [...set]).includes(level))
  })
  const bareCity = plain.some((one) => one.set.size === 1 && one.set.has('市级'))
  const anyCounty = plain.some((one) => one.set.has('县级'))
  return { perLabel, doubtfulCity: bareCity && !anyCounty }
}

/** The levels named in the words of one cell: `县级、乡级`, `县乡两级`. */
export function levelsInWords(text: string): readonly Level[] {
  const parts = squeezed(text)
    .split(/[、，,；;/／\s]|(?<=级)(?=.)/)
    .filter((part) => part !== '')
  const found = new Set(readLevels(parts).perLabel.flat())
  return levels.filter((level) => found.has(level))
}

/** A heading that can only be a level, even without 公开层级 above it. */
export const isLevelLabel = (label: string): boolean => {
  const text = squeezed(label)
  return (
    text.length <= 14 &&
    (/[市县区旗镇乡街道村社）)办]级$/.test(text) ||
      /^(镇街乡|乡镇|镇街|镇（街道?）|乡镇（街道）|村|社区|村（社区）|村\/社区|街道)$/.test(
        text,
      )) &&
    plainLevels(text).set.size > 0
  )
}
