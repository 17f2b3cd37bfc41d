import { publicReports } from '#annual-report'
import {
  type ColumnRow,
  columnDocuments,
  documentsIn,
  recentDocuments,
  thePublic,
} from '#documents'
import { type Organization, organizationById, unitRegister } from '#organizations'
import { dateAt } from '#platform/civil-date'
import type { Chrome } from '../chrome.ts'
import { renderGuide, renderRequest } from '../pages/guide.tsx'
import { renderPlatform, renderReports, renderRules, renderStatutory } from '../pages/platform.tsx'
import { tags } from '../tags.ts'
import type { DisclosureOffice, DocumentLine, GuideView } from '../views.ts'
import { itemsInForce } from './catalogue.ts'
import { html } from './html.ts'
import { dayOf, entryOf, lineOf, refOf } from './lines.ts'
import { withValidity } from './policies.ts'
import type { Answer, ColumnForest, Portal } from './portal.ts'

const latestCount = 8
// Rules and reports are few; a place that has more than this many lists them in their own columns.
const listedAtOnce = 100
const registerSize = 200

/** Hand-made columns that receive the platform's fixed blocks, by the last part of their address. */
const blocks = { rules: 'rules', reports: 'reports' } as const

const handBySlug = (forest: ColumnForest, slug: string) =>
  forest.hand.find((column) => column.address.endsWith(`/${slug}`))

const documentsOf = async (portal: Portal, slug: string): Promise<DocumentLine[]> => {
  const column = handBySlug(await portal.columns(), slug)
  if (!column) return []
  const asked = { columnId: column.id, after: null, limit: listedAtOnce }
  const { items } = await columnDocuments(portal.db, asked, thePublic)
  return withValidity(portal, items.map(lineOf))
}

const statutoryHands = (forest: ColumnForest) =>
  forest.hand.filter(
    (column) => !Object.values(blocks).some((slug) => column.address.endsWith(`/${slug}`)),
  )

const idsOf = (columns: readonly ColumnRow[]): number[] => columns.map((column) => column.id)

const newest = (instants: readonly (Date | null)[]): string | null =>
  dayOf(
    instants.reduce<Date | null>((last, one) => (one && (!last || one > last) ? one : last), null),
  )

/** `/platform`: 政府信息公开 with its fixed blocks (国办公开办函〔2019〕61号). */
export const platformAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const forest = await portal.columns()
  const statutory = [...forest.fields, ...statutoryHands(forest)]
  const [items, latest, documents, made] = await Promise.all([
    itemsInForce(portal),
    recentDocuments(portal.db, latestCount, thePublic),
    documentsIn(portal.db, idsOf(statutory)),
    publicReports(portal.db),
  ])
  const rules = handBySlug(forest, blocks.rules)
  const reports = handBySlug(forest, blocks.reports)
  const view = {
    items,
    rules: {
      documents: rules?.documentCount ?? 0,
      latestOn: dayOf(rules?.lastPublishedAt ?? null),
    },
    statutory: {
      documents,
      latestOn: newest(statutory.map((column) => column.lastPublishedAt)),
    },
    reports: {
      documents: (reports?.documentCount ?? 0) + made.length,
      latestYear:
        made[0]?.year ??
        (reports?.lastPublishedAt ? Number(dayOf(reports.lastPublishedAt)?.slice(0, 4)) - 1 : null),
    },
    guideUpdatedOn: null,
    latest: await withValidity(portal, latest.map(lineOf)),
  }
  return html(renderPlatform(view, chrome), [tags.recent, tags.fullness, tags.annualReports])
}

export const statutoryAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const forest = await portal.columns()
  const [items, documents] = await Promise.all([
    itemsInForce(portal),
    documentsIn(portal.db, idsOf(forest.fields)),
  ])
  const view = {
    items,
    columns: statutoryHands(forest).map((column) => ({
      ...entryOf(column),
      address: column.address,
      description: column.description,
    })),
    grassroots: {
      fields: forest.fields.length,
      matters: forest.all.filter((column) => column.matterCode !== null).length,
      documents,
      latestOn: newest(forest.fields.map((column) => column.lastPublishedAt)),
    },
  }
  return html(renderStatutory(view, chrome), [tags.fullness])
}

export const rulesAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const [items, documents] = await Promise.all([
    itemsInForce(portal),
    documentsOf(portal, blocks.rules),
  ])
  const groups = [...Map.groupBy(documents, (line) => line.unit.name)].map(([name, lines]) => ({
    name,
    documents: lines,
  }))
  return html(renderRules({ items, groups }, chrome), [tags.fullness, tags.recent])
}

// 条例 art. 49: a report is published in the January to March after its year.
const reportYearOf = (line: DocumentLine): number =>
  Number(/(?<!\d)20\d{2}(?!\d)/.exec(line.title)?.[0] ?? Number(line.publishedOn.slice(0, 4)) - 1)

export const reportsAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const documents = await documentsOf(portal, blocks.reports)
  const made = Map.groupBy(await publicReports(portal.db), ({ year }) => year)
  const told = Map.groupBy(documents, reportYearOf)
  const years = [...new Set([...made.keys(), ...told.keys()])]
    .sort((one, other) => other - one)
    .map((year) => ({
      year,
      documents: told.get(year) ?? [],
      reports: (made.get(year) ?? []).map((line) => ({
        code: line.organizationCode,
        name: line.organizationName,
        publishedOn: line.publishedOn,
      })),
      missing: [],
    }))
  return html(renderReports({ years }, chrome), [tags.fullness, tags.recent, tags.annualReports])
}

const article = (chrome: Chrome, key: string): string => chrome.say(`portal.law.${key}`)

const officeOf = (unit: Organization): DisclosureOffice => ({
  organization: refOf(unit),
  office: null,
  address: unit.address || null,
  postcode: unit.postcode || null,
  hours: unit.hours || null,
  telephone: unit.telephone || null,
  fax: unit.fax || null,
  email: unit.email || null,
})

const guideOf = async (portal: Portal, chrome: Chrome): Promise<GuideView> => {
  const government = await portal.government()
  const tree = await portal.tree()
  // 条例 art. 3: the general office of a county government is its competent department.
  const office = tree.childrenOf(government.id).find((one) => one.kind === 'office') ?? government
  const [competent, county, towns] = await Promise.all([
    organizationById(portal.db, office.id),
    unitRegister(portal.db, { under: government.id, level: 'county', limit: registerSize }),
    unitRegister(portal.db, { under: government.id, level: 'township', limit: registerSize }),
  ])
  const answers = [...county.units, ...towns.units].filter(
    (unit) => unit.kind !== 'enterprise' && unit.kind !== 'government' && unit.id !== office.id,
  )
  return {
    // Written from the register at each reading, so it is as fresh as the register.
    updatedOn: dateAt(new Date()),
    competent: officeOf(competent),
    offices: answers.map(officeOf),
    // 条例 art. 26, 33: twenty working days each, an extension of at most twenty once.
    limits: {
      disclosure: { days: 20, article: article(chrome, 'art26') },
      reply: { days: 20, article: article(chrome, 'art33') },
      extension: { days: 20, article: article(chrome, 'art33') },
    },
  }
}

export const guideAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> =>
  html(renderGuide(await guideOf(portal, chrome), chrome), [])

export const requestAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> =>
  html(renderRequest(await guideOf(portal, chrome), chrome), [])
