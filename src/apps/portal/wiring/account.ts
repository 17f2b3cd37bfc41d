import {
  addCounts,
  addShares,
  coverageOf,
  documentsByKind,
  documentsByMonth,
  type HeatUnit,
  noCounts,
  noShare,
  standingCells,
} from '#assessment'
import type { OrganizationNode } from '#organizations'
import { addDays, dateAt } from '#platform/civil-date'
import type { Chrome } from '../chrome.ts'
import { renderAccount } from '../pages/account.tsx'
import { renderAccountDetail } from '../pages/account-detail.tsx'
import { tags } from '../tags.ts'
import type { AccountUnit } from '../views.ts'
import { fieldSlugOf } from './columns.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

const monthsShown = 12
const kindsShown = 10
// Two to three screens of a telephone.
const cellsOnPage = 12

/** Villages are counted with their town: a map of every village would be read by nobody. */
export const withVillages = (unit: HeatUnit, units: readonly HeatUnit[]): HeatUnit => {
  const villages = units.filter(
    (one) => one.level === 'village' && one.parentId === unit.organizationId,
  )
  const cells: Record<string, HeatUnit['counts']> = {}
  for (const one of [unit, ...villages])
    for (const [field, counts] of Object.entries(one.cells))
      cells[field] = addCounts(cells[field] ?? noCounts, counts)
  const all = [unit, ...villages]
  return {
    ...unit,
    cells,
    counts: all.map((one) => one.counts).reduce(addCounts, noCounts),
    coverage: all.map((one) => one.coverage).reduce(addShares, noShare),
    onTime: all.map((one) => one.onTime).reduce(addShares, noShare),
    documents: all.reduce((sum, one) => sum + one.documents, 0),
  }
}

/** `/account`: coverage and timeliness of everybody, units × fields. */
export const accountAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const asOf = dateAt(new Date())
  const [government, forest] = await Promise.all([portal.government(), portal.columns()])
  const since = `${addDays(asOf, -31 * (monthsShown - 1)).slice(0, 7)}-01`
  const [heat, byMonth, byClass] = await Promise.all([
    portal.heat(),
    documentsByMonth(portal.db, government.path, since),
    documentsByKind(portal.db, government.path, kindsShown),
  ])
  const slugOf = (code: string): string => {
    const column = forest.byField(code)
    return column ? fieldSlugOf(column) : code
  }
  const accountUnit = (unit: HeatUnit): AccountUnit => ({
    organization: { code: unit.code, name: unit.name },
    counts: unit.counts,
    coverage: unit.coverage,
    onTime: unit.onTime,
    documents: unit.documents,
    cells: Object.fromEntries(
      Object.entries(unit.cells).map(([code, counts]) => [slugOf(code), counts]),
    ),
  })
  const view = {
    asOf,
    counts: heat.total,
    coverage: heat.coverage,
    onTime: heat.onTime,
    fields: heat.fields.map((field) => ({ slug: slugOf(field.code), name: field.name })),
    groups: [
      {
        kind: 'departments' as const,
        units: heat.units.filter((unit) => unit.level === 'county').map(accountUnit),
      },
      {
        kind: 'towns' as const,
        units: heat.units
          .filter((unit) => unit.level === 'township')
          .map((unit) => accountUnit(withVillages(unit, heat.units))),
      },
    ],
    byMonth,
    byClass,
  }
  return html(renderAccount(view, chrome), [tags.standing])
}

const answersForThoseBelow = (node: OrganizationNode): boolean =>
  node.level === 'township' || node.kind === 'government'

/** Whose cells a unit's account shows: its own, and those of the villages or bodies it answers for. */
const unitsUnder = (units: readonly HeatUnit[], node: OrganizationNode): readonly HeatUnit[] => {
  if (node.kind === 'government') return units
  return units.filter(
    (unit) =>
      unit.organizationId === node.id ||
      (answersForThoseBelow(node) && unit.parentId === node.id && unit.level === 'village'),
  )
}

/** `/account/<unit>`: the cells behind its figures. */
export const accountOfAnswer = async (
  portal: Portal,
  code: string,
  asked: { readonly field: string | null; readonly after: string | null },
  chrome: Chrome,
): Promise<Answer | null> => {
  const [tree, forest] = await Promise.all([portal.tree(), portal.columns()])
  const node = tree.byCode(code)
  if (!node) return null
  const asOf = dateAt(new Date())
  const fieldColumn = forest.fields.find((column) => fieldSlugOf(column) === asked.field)
  const fieldCode = fieldColumn?.fieldCode
  const [heat, cells, coverage] = await Promise.all([
    portal.heat(),
    standingCells(portal.db, {
      organizationId: node.id,
      below: answersForThoseBelow(node),
      ...(fieldCode ? { field: fieldCode } : {}),
      ...(asked.after ? { after: asked.after } : {}),
      limit: cellsOnPage,
    }),
    coverageOf(portal.db, { organizationId: node.id, by: 'field' }),
  ])
  const units = unitsUnder(heat.units, node)
  const counts = units
    .map((unit) => (fieldCode ? (unit.cells[fieldCode] ?? noCounts) : unit.counts))
    .reduce(addCounts, noCounts)
  const lines = coverage.lines.filter((line) => !fieldCode || line.key === fieldCode)
  const fieldRef = (fieldCode: string) => {
    const column = forest.byField(fieldCode)
    return column ? { slug: fieldSlugOf(column), name: column.name } : { slug: '', name: fieldCode }
  }
  const view = {
    organization: { code: node.code, name: node.shortName },
    asOf,
    field: fieldColumn ? { slug: fieldSlugOf(fieldColumn), name: fieldColumn.name } : null,
    fields: heat.fields
      .filter(({ code: field }) => units.some((unit) => unit.cells[field]))
      .map((field) => fieldRef(field.code)),
    counts,
    coverage: {
      part: lines.reduce((sum, line) => sum + line.covered, 0),
      total: lines.reduce((sum, line) => sum + line.duties, 0),
    },
    onTime: {
      part: lines.reduce((sum, line) => sum + line.within, 0),
      total: lines.reduce((sum, line) => sum + line.timed, 0),
    },
    matters: {
      items: cells.cells.map((cell) => ({
        field: fieldRef(cell.fieldCode),
        level1:
          cell.organizationId === node.id
            ? cell.level1
            : `${cell.organizationName} · ${cell.level1}`,
        level2: cell.level2 && cell.level2 !== cell.level1 ? cell.level2 : null,
        address: forest.byMatter(cell.matterCode)?.address ?? null,
        standing: cell.standing,
        reason: cell.reason,
        timeLimit: cell.timeLimit,
        dueOn: cell.dueOn,
        documents: cell.newest.map((one) => ({
          id: one.documentId,
          title: one.title,
          publishedOn: one.publishedOn,
        })),
      })),
      next: cells.next,
      first: asked.after === null,
    },
  }
  return html(renderAccountDetail(view, chrome), [tags.standing])
}
