import type { ColumnRow, ListedDocument } from '#documents'
import type { OrganizationNode } from '#organizations'
import { dateAt } from '#platform/civil-date'
import type {
  ColumnEntry,
  ColumnIdentity,
  ColumnType,
  DocumentLine,
  OrganizationKind,
} from '../views.ts'

export const lineOf = (row: ListedDocument): DocumentLine => ({
  id: row.id,
  title: row.title,
  category: row.prefix || null,
  unit: { code: row.organizationCode, name: row.organizationName },
  publishedOn: row.publishedOn,
  documentNumber: row.documentNumber || null,
  validity: null,
})

const columnTypes: Readonly<Record<string, ColumnType>> = {
  概况信息: 'overview',
  政务动态: 'news',
  信息公开目录: 'index',
  政策文件: 'policy',
  办事服务: 'services',
  互动交流: 'interaction',
}

export const identityOf = (column: ColumnRow): ColumnIdentity => ({
  name: column.name,
  description: column.description || column.name,
  keywords: [column.name],
  type: columnTypes[column.columnType] ?? 'index',
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
