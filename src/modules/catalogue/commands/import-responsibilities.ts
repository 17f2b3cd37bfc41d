import { bodiesFor, existsOn, type OrganizationNode, organizationTree } from '#organizations'
import type { Act } from '#platform/act'
import { fieldFinder } from '../incoming.ts'
import { foldedName } from '../names.ts'
import type { ResponsibilityLine } from '../obligations.ts'
import { allFields } from '../store/fields.ts'
import { allMatters } from '../store/matters.ts'
import { responsibilitiesToChange, saveLines } from './set-responsibility.ts'

export interface ImportResponsibilities {
  readonly editionId: number
  readonly rows: readonly {
    /** Name or code of a field, name or code of a matter. */
    readonly target: string
    /** Names of organizations, separated by 、. */
    readonly lead: string
    readonly joint: string
  }[]
}

export interface ImportedResponsibilities {
  readonly setCount: number
  readonly notUnderstood: { row: number; what: string }[]
}

/** Takes a responsibility list in; a line that names nobody known is left out and said. */
export async function importResponsibilities(
  act: Act,
  input: ImportResponsibilities,
): Promise<ImportedResponsibilities> {
  const edition = await responsibilitiesToChange(act, input.editionId)
  const targetOf = await targetReader(act, edition.id)
  const tree = await organizationTree(act.tx)
  const bodies = tree.under(edition.organizationId).filter((body) => existsOn(body, act.today))
  const read = input.rows.map((row, index) =>
    readLine(index + 1, row, targetOf(row.target), bodies),
  )
  // A later line about the same target says it anew.
  const byTarget = new Map(read.filter((one) => one.target).map((one) => [one.target, one]))
  await saveLines(
    act,
    edition,
    [...byTarget.values()].flatMap((one) => one.lines),
    [...byTarget.keys()],
  )
  return {
    setCount: byTarget.size,
    notUnderstood: read.flatMap((one) => one.unread.map((what) => ({ row: one.row, what }))),
  }
}

const readLine = (
  row: number,
  given: ImportResponsibilities['rows'][number],
  target: string | undefined,
  bodies: readonly OrganizationNode[],
): { row: number; target: string; lines: ResponsibilityLine[]; unread: string[] } => {
  if (!target) return { row, target: '', lines: [], unread: [given.target] }
  const lead = bodiesFor(given.lead, bodies)
  const joint = bodiesFor(given.joint, bodies)
  const leads = new Set(lead.bodies.map((body) => body.id))
  const joins = joint.bodies.filter((body) => !leads.has(body.id))
  const unread = [...lead.unnamed, ...joint.unnamed]
  if (leads.size === 0 && joins.length === 0) return { row, target: '', lines: [], unread }
  return {
    row,
    target,
    lines: [
      ...[...leads].map((id) => ({ target, organizationId: id, part: 'lead' as const })),
      ...joins.map((body) => ({ target, organizationId: body.id, part: 'joint' as const })),
    ],
    unread,
  }
}

/** Reads a target by code or name; a name that two matters share stands for neither. */
const targetReader = async (
  act: Act,
  editionId: number,
): Promise<(target: string) => string | undefined> => {
  const field = fieldFinder(await allFields(act.tx))
  const matters = await allMatters(act.tx, editionId)
  const codes = new Set(matters.map((matter) => matter.code))
  const byName = Map.groupBy(matters, (matter) => foldedName(matter.level2 || matter.level1))
  return (target) => {
    const code = target.trim().toUpperCase()
    if (codes.has(code)) return code
    const known = field(target)
    if (known) return known.code
    const named = byName.get(foldedName(target)) ?? []
    return named.length === 1 ? named[0]?.code : undefined
  }
}
