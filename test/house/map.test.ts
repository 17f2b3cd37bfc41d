import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { map } from '../../src/modules/map.ts'
import { importsOf, type Source, sourcesBelow } from './sources.ts'

const modules = Object.keys(map)
const allowed: Readonly<Record<string, readonly string[]>> = map
const isTest = (source: Source): boolean => /\.(test|fixture)\.tsx?$/.test(source.path)
const sources = sourcesBelow('src').filter((source) => !isTest(source))

const floorOf = (path: string): string => path.split('/')[1] ?? ''
const moduleOf = (path: string): string | undefined =>
  path.startsWith('src/modules/') ? path.split('/')[2] : undefined
const resolved = (source: Source, imported: string): string =>
  imported.startsWith('.') ? posix.join(posix.dirname(source.path), imported) : imported
const doorOf = (imported: string): string | undefined =>
  /^#([\w-]+)(\/contract)?$/.exec(imported)?.[1]

const complaints = sources.flatMap((source) =>
  importsOf(source).flatMap((imported): string[] => {
    const target = resolved(source, imported)
    const own = moduleOf(source.path)
    const door = doorOf(imported)
    const complain = (why: string) => [`${source.path} → ${imported}: ${why}`]
    if (imported.startsWith('.')) {
      if (floorOf(target) !== floorOf(source.path)) return complain('leaves its floor by a path')
      if (own && moduleOf(target) !== own && target !== 'src/modules/map.ts')
        return complain('reaches into another module')
      return []
    }
    if (!imported.startsWith('#')) return []
    if (imported.startsWith('#platform/')) return []
    if (!door || !modules.includes(door)) return complain('no such door')
    if (floorOf(source.path) === 'platform') return complain('platform knows no module')
    if (own && !allowed[own]?.includes(door)) return complain('not on the map')
    if (source.path.startsWith('src/apps/office/') && !imported.endsWith('/contract'))
      return complain('the office imports contracts only')
    return []
  }),
)

test('calls go down, through doors, as the map allows', () => {
  expect(complaints).toEqual([])
})

test('the map has no cycle and lists lower modules first', () => {
  for (const [name, calls] of Object.entries(allowed))
    for (const called of calls) expect(modules.indexOf(called)).toBeLessThan(modules.indexOf(name))
})

test('every module has its readme, its door and its contract where others call it from the office', () => {
  const paths = new Set(sources.map((source) => source.path))
  for (const name of modules) expect(paths, name).toContain(`src/modules/${name}/index.ts`)
})
