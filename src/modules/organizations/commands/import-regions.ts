import type { Act } from '#platform/act'
import type { ImportRegions } from '../contract.ts'
import { regionsImported } from '../facts.ts'
import { mayImportRegions } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { parentCandidates, readRegionList } from '../region-list.ts'
import { knownRegions, upsertRegions } from '../region-store.ts'
import { rootPaths } from '../store.ts'

/** Loads administrative divisions from a published list; known codes take the new name. */
export async function importRegions(
  act: Act,
  input: ImportRegions,
): Promise<{ added: number; renamed: number }> {
  if (!mayImportRegions(act.by, await rootPaths(act.tx))) throw refuse('notYours')
  const { lines, issues } = readRegionList(input.text)
  if (issues.length > 0) throw refuse('badRegionList', { issues: issues.slice(0, 50) })

  const asked = lines.flatMap((line) => [line.code, ...parentCandidates(line.code)])
  const known = await knownRegions(act.tx, [...new Set(asked)])
  const listed = new Set(lines.map((line) => line.code))
  const placed = lines.map((line) => ({
    ...line,
    parentCode:
      parentCandidates(line.code).find((code) => listed.has(code) || known.has(code)) ?? null,
  }))
  await upsertRegions(act.tx, placed)

  const added = lines.filter((line) => !known.has(line.code)).length
  const renamed = lines.filter((line) => {
    const name = known.get(line.code)
    return name !== undefined && name !== line.name
  }).length
  await act.announce(regionsImported, { subject: 'region', added, renamed })
  return { added, renamed }
}
