import type { Say } from '#platform/words'
import { addresses } from './addresses.ts'
import type { ColumnIdentity, ColumnType } from './views.ts'

/**
 * The columns that every site has, at their fixed places: platform › statutory content ›
 * grassroots column › catalogue and fields (M11; 国办公开办函〔2019〕61号 for the platform's blocks).
 */
const fixed = {
  home: { address: addresses.home, type: 'overview' },
  platform: { address: addresses.platform, type: 'index' },
  guide: { address: addresses.guide, type: 'index' },
  rules: { address: addresses.rules, type: 'policy' },
  negativeList: { address: addresses.negativeList, type: 'index' },
  events: { address: addresses.events, type: 'news' },
  statutory: { address: addresses.statutory, type: 'index' },
  reports: { address: addresses.reports, type: 'index' },
  request: { address: addresses.request, type: 'interaction' },
  requestNew: { address: addresses.requestNew, type: 'interaction' },
  requestProgress: { address: addresses.requestProgress(), type: 'interaction' },
  requestFlow: { address: addresses.requestFlow, type: 'interaction' },
  requestLog: { address: addresses.requestLog(), type: 'interaction' },
  grassroots: { address: addresses.grassroots, type: 'index' },
  catalogue: { address: addresses.catalogue(), type: 'index' },
  fields: { address: addresses.fields, type: 'index' },
  interpretation: { address: addresses.interpretation(), type: 'policy' },
  consultation: { address: addresses.consultation(), type: 'interaction' },
  programmes: { address: addresses.programmes, type: 'interaction' },
  policies: { address: addresses.policies(), type: 'policy' },
  organizations: { address: addresses.organizations, type: 'overview' },
  search: { address: addresses.search(), type: 'services' },
  account: { address: addresses.account, type: 'index' },
  seals: { address: addresses.seals(), type: 'index' },
  verify: { address: addresses.verify, type: 'services' },
  siteMap: { address: addresses.siteMap, type: 'overview' },
  accessibility: { address: addresses.accessibility, type: 'overview' },
} as const satisfies Record<string, { address: string; type: ColumnType }>

export type FixedColumn = keyof typeof fixed

/** A fixed column in the reader's words. */
export const fixedColumn = (say: Say, name: FixedColumn): ColumnIdentity => ({
  ...fixed[name],
  name: say(`portal.column.${name}`),
  description: say(`portal.column.${name}.description`),
  keywords: say(`portal.column.${name}.keywords`).split(/[,、,]\s*/),
})

const above: readonly (readonly [string, readonly FixedColumn[]])[] = [
  ['/grassroots/fields/', ['platform', 'statutory', 'grassroots', 'fields']],
  ['/grassroots/', ['platform', 'statutory', 'grassroots']],
  ['/grassroots', ['platform', 'statutory']],
  ['/platform/statutory/', ['platform', 'statutory']],
  ['/platform/rules/', ['platform', 'rules']],
  ['/platform/', ['platform']],
  ['/reports/', ['platform', 'reports']],
  ['/request/', ['platform', 'request']],
  ['/events', ['platform']],
  ['/organizations/', ['organizations']],
  ['/account/', ['account']],
]

/** The fixed columns above an address, highest first, without home. */
export const fixedAbove = (say: Say, address: string): readonly ColumnIdentity[] =>
  (above.find(([start]) => address.startsWith(start))?.[1] ?? []).map((name) =>
    fixedColumn(say, name),
  )
