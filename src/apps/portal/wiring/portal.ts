import { type CatalogueEdition, editionInForce } from '#catalogue'
import { type ColumnRow, liveColumns } from '#documents'
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
  childrenOf(id: number): readonly ColumnRow[]
}

/** What the pages read from, with what changes seldom read once and kept until it changes. */
export interface Portal {
  readonly house: House
  readonly db: Db
  tree(): Promise<OrganizationTree>
  columns(): Promise<ColumnForest>
  /** The catalogue in force; null before one was adopted. */
  edition(): Promise<CatalogueEdition | null>
  /** The government whose site this is. */
  government(): Promise<OrganizationNode>
  chrome(address: string, view: ReadersView, origin: string): Promise<Chrome>
  /** Forgets what was kept, after a change of tree, columns or site. */
  forget(): void
}

const forestOf = (all: readonly ColumnRow[]): ColumnForest => {
  const children = Map.groupBy(all, (column) => column.parentId)
  const fields = new Map(
    all.filter((column) => column.kind === 'field').map((column) => [column.fieldCode, column]),
  )
  const matters = new Map(all.map((column) => [column.matterCode, column]))
  return {
    all,
    fields: [...fields.values()],
    hand: all.filter((column) => column.kind === 'hand'),
    byField: (code) => fields.get(code),
    byMatter: (code) => matters.get(code),
    childrenOf: (id) => children.get(id) ?? [],
  }
}

const keep = <T>(load: () => Promise<T>): { get(): Promise<T>; forget(): void } => {
  let kept: Promise<T> | undefined
  return {
    get() {
      if (!kept) {
        const loading = load()
        kept = loading
        // A failed read is not kept; the next reader tries again.
        loading.catch(() => {
          if (kept === loading) kept = undefined
        })
      }
      return kept
    },
    forget: () => {
      kept = undefined
    },
  }
}

const readSite = async (db: Db, government: OrganizationNode): Promise<Omit<Site, 'origin'>> => {
  const site = await siteOf(db, government.id)
  return {
    name: site?.name ?? government.name,
    place: government.shortName,
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
    errorReport: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html',
  }
}

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
  const edition = keep(async () => editionInForce(db, (await government()).id))
  const site = keep(async () => readSite(db, await government()))
  const assets = portalAssets()
  return {
    house,
    db,
    tree: tree.get,
    columns: columns.get,
    edition: edition.get,
    government,
    async chrome(address, view, origin) {
      return {
        site: { ...(await site.get()), origin },
        view,
        address,
        say: speaker(view.language),
        assets: { css: assets.css.address, js: assets.js.address },
      }
    },
    forget() {
      tree.forget()
      columns.forget()
      edition.forget()
      site.forget()
    },
  }
}
