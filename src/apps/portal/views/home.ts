import type { CivilDate } from '#platform/civil-date'
import type { ColumnEntry, FieldCard } from './columns.ts'
import type { Counts, DocumentLine, FieldRef, OrganizationKind, OrganizationRef } from './shared.ts'

export interface HomeView {
  readonly asOf: CivilDate
  readonly figures: { readonly duties: number; readonly counts: Counts }
  /** What people ask most, as typed into the search box. */
  readonly questions: readonly string[]
  readonly latest: readonly DocumentLine[]
  readonly consultations: readonly {
    readonly title: string
    readonly address: string
    readonly unit: string
    readonly closesOn: CivilDate
  }[]
  readonly fields: readonly FieldCard[]
  readonly towns: readonly TownEntry[]
}

export interface TownEntry extends OrganizationRef {
  readonly kind: OrganizationKind
  readonly villages: readonly OrganizationRef[]
}

/** Items of the standard catalogue in force: must be disclosed, may be (M19). */
export interface ItemCounts {
  readonly required: number
  readonly optional: number
}

export interface PlatformView {
  readonly items: ItemCounts
  readonly rules: { readonly documents: number; readonly latestOn: CivilDate | null }
  readonly statutory: { readonly documents: number; readonly latestOn: CivilDate | null }
  readonly reports: { readonly documents: number; readonly latestYear: number | null }
  readonly guideUpdatedOn: CivilDate | null
  readonly latest: readonly DocumentLine[]
}

export interface StatutoryView {
  readonly items: ItemCounts
  /** 政策文件, 机构职能, 规划计划 … as the site's editors made them. */
  readonly columns: readonly (ColumnEntry & {
    readonly address: string
    readonly description: string
  })[]
  readonly grassroots: {
    readonly fields: number
    readonly matters: number
    readonly documents: number
    readonly latestOn: CivilDate | null
  }
}

export interface RulesView {
  readonly items: ItemCounts
  readonly groups: readonly { readonly name: string; readonly documents: readonly DocumentLine[] }[]
}

export interface ReportsView {
  readonly years: readonly {
    readonly year: number
    readonly documents: readonly DocumentLine[]
    /** Reports made here, in the official form. */
    readonly reports: readonly {
      readonly code: string
      readonly name: string
      readonly publishedOn: string
    }[]
    /** Units that owe a report for this year and have none yet. */
    readonly missing: readonly OrganizationRef[]
  }[]
}

export interface LawLimit {
  readonly days: number
  /** Where it stands: 《中华人民共和国政府信息公开条例》第三十三条. */
  readonly article: string
}

/** How to reach those who take requests for information. */
export interface DisclosureOffice {
  readonly organization: OrganizationRef
  /** Name of the section that does the work, e.g. 政务公开股. */
  readonly office: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly hours: string | null
  readonly telephone: string | null
  readonly fax: string | null
  readonly email: string | null
}

/** The guide of 条例 art. 12, written from the unit register so that it cannot go stale. */
export interface GuideView {
  readonly updatedOn: CivilDate
  readonly competent: DisclosureOffice
  readonly offices: readonly DisclosureOffice[]
  readonly limits: {
    readonly disclosure: LawLimit
    readonly reply: LawLimit
    readonly extension: LawLimit
  }
}

export interface SiteMapView {
  readonly fields: readonly (FieldRef & { readonly level1: readonly ColumnEntry[] })[]
  readonly statutory: readonly ColumnEntry[]
  readonly departments: readonly OrganizationRef[]
  readonly towns: readonly TownEntry[]
}

/** The accessibility statement: who made it, when it was last tested and how to say what is wrong. */
export interface AccessibilityView {
  readonly testedOn: CivilDate
  readonly knownGaps: readonly string[]
}
