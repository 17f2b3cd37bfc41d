import { type Issue, issue } from '#platform/refusal'
import type { RegionLevel } from './contract.ts'

export interface RegionLine {
  readonly code: string
  readonly name: string
  readonly level: RegionLevel
}

/**
 * A code without its padding: GB/T 2260 gives six digits down to the county, the statistical
 * division code twelve, of which nine name a town and all a village.
 */
const shortened = (code: string): string => {
  if (code.length !== 12) return code
  if (code.endsWith('000000')) return code.slice(0, 6)
  return code.endsWith('000') ? code.slice(0, 9) : code
}

const levelOf = (code: string): RegionLevel | null => {
  if (code.length === 12) return 'village'
  if (code.length === 9) return 'township'
  if (code.length !== 6) return null
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** Where a division may hang, nearest first: counties of a province directly have no city between. */
export const parentCandidates = (code: string): string[] => {
  const level = levelOf(code)
  if (level === 'village') return [code.slice(0, 9), code.slice(0, 6)]
  if (level === 'township') return [code.slice(0, 6)]
  if (level === 'county') return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
  return level === 'city' ? [`${code.slice(0, 2)}0000`] : []
}

/** Reads "code name" lines, as the published lists have them: blanks, tabs or commas between. */
export const readRegionList = (text: string): { lines: RegionLine[]; issues: Issue[] } => {
  const lines = new Map<string, RegionLine>()
  const issues: Issue[] = []
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue
    const [, digits = '', name = ''] = /^\s*(\d+)[\s,，]+(\S.*?)[\s,，]*$/.exec(raw) ?? []
    const code = shortened(digits)
    const level = levelOf(code)
    if (!level || name === '') issues.push(issue('regions', 'regionLine', { line: at + 1 }))
    else lines.set(code, { code, name, level })
  }
  return { lines: [...lines.values()], issues }
}
