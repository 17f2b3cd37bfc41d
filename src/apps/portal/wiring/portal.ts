import { countsBelow, type HeatMap, heatMapOf, type StandingCounts } from '#assessment'
import { type CatalogueEdition, editionInForce, itemCounts, type Matter, matters } from '#catalogue'
import { type ColumnRow, columnsOf, liveColumns } from '#documents'
import {
  type OrganizationNode,
  type OrganizationTree,
  organizationTree,
  siteOf,
} from '#organizations'
import type { Db } from '#platform/database'
import type { Rendered } from '#platform/page-cache'
import { refusals } from '#platform/refusal'
import { speaker } from '#platform/words'
import type { House } from '../../house.ts'
import type { ReadersView } from '../addresses.ts'
import { portalAssets } from '../assets.ts'
import type { Chrome, Site } from '../chrome.ts'
import type { ItemCounts } from '../views.ts'

const refuse = refusals('portal', { noSite: 'missing' })

/** What a page answers: HTML with the tags that make it stale, another address, or a file. */
export type Answer = (Rendered & { readonly kind: 'page' }) | MovedAnswer | FileAnswer

export interface MovedAnswer {
  readonly kind: 'moved'
  readonly to: string
}

export interface FileAnswer {
  readonly kind: 'file'
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Shown in the page (pictures) instead of offered for saving. */
  readonly inline: boolean
}

/** The columns of the site with their family ties. */
export interface ColumnForest {
  readonly all: readonly ColumnRow[]
  readonly fields: readonly ColumnRow[]
  readonly hand: readonly ColumnRow[]
  byField(fieldCode: string): ColumnRow | undefined
  byMatter(matterCode: string): ColumnRow | undefined
  byAddress(address: string): ColumnRow | undefined
  childrenOf(id: number): readonly ColumnRow[]
  /** The columns above one, highest first, itself last. */
  trailOf(column: ColumnRow): readonly ColumnRow[]
}

/** The catalogue in force, with what its pages say of the whole of it. */
export interface CatalogueInForce extends CatalogueEdition {
  readonly items: ItemCounts
  readonly byCode: ReadonlyMap<string, Matter>
}

/** What the pages read from, with what changes seldom read once and kept until it changes. */
export interface Portal {
  readonly house: House
  readonly db: Db
  tree(): Promise<OrganizationTree>
  columns(): Promise<ColumnForest>
  /** The catalogue in force; null before one was adopted. */
  catalogue(): Promise<CatalogueInForce | null>
  /** How every unit of the site stands in every field: one read for account and all units. */
  heat(): Promise<HeatMap>
  /** All duties of the site by standing: home says no more, and is asked for after every release. */
  counts(): Promise<StandingCounts>
  /** The government whose site this is. */
  government(): Promise<OrganizationNode>
  /** `asked` is the origin by which the reader came. */
  chrome(address: string, view: ReadersView, asked: string): Promise<Chrome>
  /** Reads again how full some columns are: a release touches a few of nine hundred (8 ms to read all). */
  recount(columnIds: readonly number[]): void
  /** Forgets what was kept: how duties stand, or all after a change of the frame. */
  forget(what: 'heat' | 'all'): void
}

const forestOf = (all: readonly ColumnRow[]): ColumnForest => {
  const children = Map.groupBy(all, (column) => column.parentId)
  const fields = new Map(
    all.filter((column) => column.kind === 'field').map((column) => [column.fieldCode, column]),
  )
  const matters = new Map(all.map((column) => [column.matterCode, column]))
  const addresses = new Map(all.map((column) => [column.address, column]))
  const ids = new Map(all.map((column) => [column.id, column]))
  const trailOf = (column: ColumnRow): ColumnRow[] => {
    const parent = ids.get(column.parentId ?? 0)
    return parent ? [...trailOf(parent), column] : [column]
  }
  return {
    all,
    fields: [...fields.values()],
    hand: all.filter((column) => column.kind === 'hand'),
    byField: (code) => fields.get(code),
    byMatter: (code) => matters.get(code),
    byAddress: (address) => addresses.get(address),
    childrenOf: (id) => children.get(id) ?? [],
    trailOf,
  }
}

interface Kept<T> {
  get(): Promise<T>
  /** Brings what is kept up to date; where nothing is, the next reader reads it whole. */
  amend(change: (value: T) => Promise<T>): void
  forget(): void
}

const keep = <T>(load: () => Promise<T>): Kept<T> => {
  let kept: Promise<T> | undefined
  const hold = (reading: Promise<T>): Promise<T> => {
    kept = reading
    // A failed read is not kept; the next reader tries again.
    reading.catch(() => {
      if (kept === reading) kept = undefined
    })
    return reading
  }
  return {
    get: () => kept ?? hold(load()),
    amend(change) {
      if (kept) hold(kept.then(change))
    },
    forget: () => {
      kept = undefined
    },
  }
}

// 国办秘函〔2019〕19号: the entry 我为政府网站找错 leads to the national platform, which passes it on.
const nationalErrorReport = 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html'

/** 青穗县 of 青穗县人民政府. */
const placeOf = (government: OrganizationNode): string => {
  const ending = speaker('zh-CN')('portal.place.ending')
  return government.name.endsWith(ending)
    ? government.name.slice(0, -ending.length)
    : government.name
}

const readSite = async (db: Db, government: OrganizationNode): Promise<Omit<Site, 'origin'>> => {
  const site = await siteOf(db, government.id)
  return {
    name: site?.name ?? government.name,
    place: placeOf(government),
    domain: site?.domain ?? '',
    idCode: site?.idCode ?? '',
    icp: site?.icp || null,
    police: site?.policeRecord
      ? { number: site.policeRecord, code: site.policeRecord.replace(/\D/g, '') }
      : null,
    sponsor: site?.sponsor ?? government.name,
    undertaker: site?.undertaker || null,
    telephone: site?.contact ?? '',
    ipv6: false,
    emblem: null,
    organMark: null,
    errorReport: nationalErrorReport,
  }
}

// More matters than any catalogue has: the largest published one counts about nine hundred.
const mattersRead = 5_000

const readCatalogue = async (
  db: Db,
  government: OrganizationNode,
): Promise<CatalogueInForce | null> => {
  const edition = await editionInForce(db, government.id)
  if (!edition) return null
  const [counts, all] = await Promise.all([
    itemCounts(db, edition.id),
    matters(db, edition.id, {}, { limit: mattersRead }),
  ])
  return {
    ...edition,
    items: {
      required: counts.reduce((sum, count) => sum + count.proactiveCount, 0),
      optional: counts.reduce((sum, count) => sum + count.onRequestCount, 0),
    },
    byCode: new Map(all.matters.map((matter) => [matter.code, matter])),
  }
}

/**
 * Where the site stands on the web. Addresses inside a kept page must not follow the Host header of
 * whoever asked first; only an invented site (RFC 2606) has no address of its own.
 */
const originOf = (domain: string, asked: string): string =>
  domain === '' || /(^|\.)(example|test|invalid|localhost)$/.test(domain)
    ? asked
    : `https://${domain}`

/** Opens the portal's reading side. */
export const openPortal = (house: House): Portal => {
  const { db } = house
  const tree = keep(() => organizationTree(db))
  const columns = keep(async () => forestOf(await liveColumns(db)))
  const government = async (): Promise<OrganizationNode> => {
    const root = (await tree.get()).roots.find((one) => one.kind === 'government')
    if (!root) throw refuse('noSite')
    return root
  }
  const catalogue = keep(async () => readCatalogue(db, await government()))
  const heat = keep(async () => heatMapOf(db, (await government()).id))
  const counts = keep(async () => countsBelow(db, (await government()).path))
  const site = keep(async () => readSite(db, await government()))
  const assets = portalAssets()
  return {
    house,
    db,
    tree: tree.get,
    columns: columns.get,
    catalogue: catalogue.get,
    heat: heat.get,
    counts: counts.get,
    government,
    async chrome(address, view, asked) {
      const own = await site.get()
      return {
        site: { ...own, origin: originOf(own.domain, asked) },
        view,
        address,
        say: speaker(view.language),
        assets: {
          css: assets.css.address,
          js: assets.js.address,
          icon: assets.icon.address,
        },
      }
    },
    recount(columnIds) {
      columns.amend(async ({ all }) => {
        const now = new Map((await columnsOf(db, columnIds)).map((column) => [column.id, column]))
        return forestOf(all.map((column) => now.get(column.id) ?? column))
      })
    },
    forget(what) {
      heat.forget()
      counts.forget()
      if (what === 'heat') return
      columns.forget()
      tree.forget()
      catalogue.forget()
      site.forget()
    },
  }
}
