import type { ColumnRow, ListedDocument } from '#documents'
import type { OrganizationNode } from '#organizations'
import { dateAt } from '#platform/civil-date'
import { speaker } from '#platform/words'
import type {
  ColumnEntry,
  ColumnIdentity,
  ColumnType,
  DocumentLine,
  OrganizationKind,
} from '../views.ts'
import type { CatalogueInForce } from './portal.ts'

export const lineOf = (row: ListedDocument): DocumentLine => ({
  id: row.id,
  title: row.title,
  category: row.prefix || null,
  unit: { code: row.organizationCode, name: row.organizationName },
  publishedOn: row.publishedOn,
  documentNumber: row.documentNumber || null,
  validity: null,
})

const columnTypes: readonly ColumnType[] = [
  'overview',
  'news',
  'index',
  'policy',
  'services',
  'interaction',
]

// Columns keep their type in the words of the official tag, in Chinese whatever the reader speaks.
const typeOf = (words: string): ColumnType => {
  const say = speaker('zh-CN')
  return columnTypes.find((type) => say(`portal.columnType.${type}`) === words) ?? 'index'
}

export const identityOf = (column: ColumnRow): ColumnIdentity => ({
  name: column.name,
  description: column.description || column.name,
  keywords: [column.name],
  type: typeOf(column.columnType),
  address: column.address,
})

export const dayOf = (instant: Date | null): string | null => (instant ? dateAt(instant) : null)

/** A level-2 column without content folds into its level-1 column and has no address of its own (M13). */
export const entryOf = (column: ColumnRow): ColumnEntry => ({
  name: column.name,
  address: column.kind === 'level2' && column.documentCount === 0 ? null : column.address,
  documents: column.documentCount,
  latestOn: dayOf(column.lastPublishedAt),
})

/**
 * Columns beneath one. The national catalogues name several matters alike (部门预算 twice, once for
 * the tables and once for the explanations); what each holds first tells them apart.
 */
export const entriesOf = (
  columns: readonly ColumnRow[],
  catalogue: CatalogueInForce | null,
): ColumnEntry[] => {
  const named = Map.groupBy(columns, (column) => column.name)
  return columns.map((column) => {
    const entry = entryOf(column)
    const [first] = catalogue?.byCode.get(column.matterCode ?? '')?.contentElements ?? []
    const isAlone = named.get(column.name)?.length === 1
    return isAlone || !first ? entry : { ...entry, name: `${entry.name} · ${first}` }
  })
}

const kinds: Readonly<Record<OrganizationNode['kind'], OrganizationKind>> = {
  government: 'government',
  office: 'department',
  department: 'department',
  vertical: 'department',
  dispatched: 'department',
  township: 'town',
  subdistrict: 'subdistrict',
  village: 'village',
  community: 'community',
  enterprise: 'publicEnterprise',
}
export const kindOf = (organization: Pick<OrganizationNode, 'kind'>): OrganizationKind =>
  kinds[organization.kind]

export const refOf = (organization: Pick<OrganizationNode, 'code' | 'shortName'>) => ({
  code: organization.code,
  name: organization.shortName,
})
