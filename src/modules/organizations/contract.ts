import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { isCreditCode } from './credit-code.ts'

export const organizationKinds = [
  'government',
  'office',
  'department',
  'vertical',
  'dispatched',
  'township',
  'subdistrict',
  'village',
  'community',
  'enterprise',
] as const
export type OrganizationKind = (typeof organizationKinds)[number]

export const organizationLevels = ['county', 'township', 'village'] as const
export type OrganizationLevel = (typeof organizationLevels)[number]

export const regionLevels = ['province', 'city', 'county', 'township', 'village'] as const
export type RegionLevel = (typeof regionLevels)[number]

const line = z.string().trim().max(200)
const flag = z.stringbool().or(z.boolean())

/** Part of public addresses, so ASCII and short; stable from then on. */
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'organizationCode')
const creditCode = z.literal('').or(z.string().refine(isCreditCode, 'creditCode'))

/** What the unit register says of a body (条例 art. 20 (2): duties, address, hours, contact, head). */
const registerFields = {
  duties: z.string().trim().max(10_000),
  address: line,
  hours: line,
  telephone: line,
  fax: line,
  email: z.literal('').or(z.email()),
  postcode: z.literal('').or(z.string().regex(/^\d{6}$/, 'postcode')),
  headName: line,
  headTitle: line,
}

const identityFields = {
  name: line.min(1),
  shortName: line,
  regionCode: z.string().nullable(),
  creditCode,
  subjectKeys: z.array(line.min(1)).max(50),
  ordinal: z.int(),
}

export const organization = z.object({
  id: z.int(),
  code: z.string(),
  kind: z.enum(organizationKinds),
  level: z.enum(organizationLevels),
  name: z.string(),
  shortName: z.string(),
  sortKey: z.string(),
  parentId: z.int().nullable(),
  /** `/1/7/31/`: every ancestor and itself. */
  path: z.string(),
  regionCode: z.string().nullable(),
  creditCode: z.string(),
  /** Words by which catalogues name this body. */
  subjectKeys: z.array(z.string()),
  duties: z.string(),
  address: z.string(),
  hours: z.string(),
  telephone: z.string(),
  fax: z.string(),
  email: z.string(),
  postcode: z.string(),
  headName: z.string(),
  headTitle: z.string(),
  ordinal: z.int(),
  validFrom: z.string(),
  /** The first day on which it no longer exists. */
  validTo: z.string().nullable(),
  successorId: z.int().nullable(),
  version: z.int(),
})
export type Organization = z.output<typeof organization>

/** A node of the tree, without the texts of the register. */
export const organizationNode = organization.pick({
  id: true,
  code: true,
  kind: true,
  level: true,
  name: true,
  shortName: true,
  sortKey: true,
  parentId: true,
  path: true,
  regionCode: true,
  creditCode: true,
  subjectKeys: true,
  ordinal: true,
  validFrom: true,
  validTo: true,
  successorId: true,
})
export type OrganizationNode = z.output<typeof organizationNode>

export const region = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(regionLevels),
  parentCode: z.string().nullable(),
  validTo: z.string().nullable(),
  successorCode: z.string().nullable(),
})
export type Region = z.output<typeof region>

export const site = z.object({
  organizationId: z.int(),
  name: z.string(),
  domain: z.string(),
  /** 网站标识码: region code and four digits. */
  idCode: z.string(),
  icp: z.string(),
  policeRecord: z.string(),
  sponsor: z.string(),
  undertaker: z.string(),
  contact: z.string(),
})
export type Site = z.output<typeof site>

export const listOrganizations = endpoint({
  method: 'GET',
  path: '/api/organizations',
  summary: 'The tree of organizations as one flat list, parents before children',
  input: z.object({ abolished: flag.optional() }),
  output: z.object({ organizations: z.array(organizationNode) }),
})

export const getOrganization = endpoint({
  method: 'GET',
  path: '/api/organizations/:id',
  summary: 'One organization with its register entry',
  input: z.object({ id }),
  output: organization,
})

export const createOrganization = endpoint({
  method: 'POST',
  path: '/api/organizations',
  summary: 'Set up an organization',
  input: z
    .object({
      code,
      kind: z.enum(organizationKinds),
      level: z.enum(organizationLevels),
      parentId: z.int().positive().nullable(),
      name: identityFields.name,
      validFrom: civilDate.optional(),
    })
    .extend(
      z
        .object({
          shortName: identityFields.shortName,
          regionCode: identityFields.regionCode,
          creditCode: identityFields.creditCode,
          subjectKeys: identityFields.subjectKeys,
          ordinal: identityFields.ordinal,
          ...registerFields,
        })
        .partial().shape,
    ),
  output: organization,
})
export type CreateOrganization = z.output<typeof createOrganization.input>

export const changeOrganization = endpoint({
  method: 'PUT',
  path: '/api/organizations/:id',
  summary: 'Correct what is said of an organization, or rename it; what is left out stays',
  input: z
    .object({ id, version })
    .extend(z.object({ ...identityFields, ...registerFields }).partial().shape),
  output: organization,
})
export type ChangeOrganization = z.output<typeof changeOrganization.input>

export const moveOrganization = endpoint({
  method: 'POST',
  path: '/api/organizations/:id/move',
  summary: 'Put an organization, with all below it, under another one',
  input: z.object({ id, version, parentId: z.int().positive() }),
  output: organization,
})
export type MoveOrganization = z.output<typeof moveOrganization.input>

export const abolishOrganization = endpoint({
  method: 'POST',
  path: '/api/organizations/:id/abolish',
  summary: 'Abolish an organization; with a successor it is merged into it, and so are those below',
  input: z.object({ id, version, on: civilDate, successorId: z.int().positive().nullable() }),
  output: organization,
})
export type AbolishOrganization = z.output<typeof abolishOrganization.input>

export const getSite = endpoint({
  method: 'GET',
  path: '/api/organizations/:id/site',
  summary: 'The identity of the site that an organization runs',
  input: z.object({ id }),
  output: z.object({ site: site.nullable() }),
})

export const saveSite = endpoint({
  method: 'PUT',
  path: '/api/organizations/:id/site',
  summary: 'Say what the site is called, where it stands and under which records',
  input: z.object({
    id,
    name: line.min(1),
    domain: z.literal('').or(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i, 'domain')),
    idCode: z.literal('').or(z.string().regex(/^\d{10}$/, 'siteIdCode')),
    icp: line,
    policeRecord: line,
    sponsor: line,
    undertaker: line,
    contact: line,
  }),
  output: site,
})
export type SaveSite = z.output<typeof saveSite.input>

export const unitRegister = endpoint({
  method: 'GET',
  path: '/api/unit-register',
  summary: 'The unit register: duties, address, hours, telephone, head; page by page',
  input: z.object({
    /** Only this organization and those below it. */
    under: id.optional(),
    kind: z.enum(organizationKinds).optional(),
    level: z.enum(organizationLevels).optional(),
    words: line.optional(),
    after: z.string().optional(),
    limit: z.coerce.number<number | string>().int().min(1).max(200).optional(),
  }),
  output: z.object({ units: z.array(organization), next: z.string().nullable() }),
})
export type UnitRegister = z.output<typeof unitRegister.input>

export const listRegions = endpoint({
  method: 'GET',
  path: '/api/regions',
  summary: 'The administrative divisions directly below one (GB/T 2260), or the provinces',
  input: z.object({ parent: z.string().optional() }),
  output: z.object({ regions: z.array(region) }),
})

export const importRegions = endpoint({
  method: 'POST',
  path: '/api/regions',
  summary: 'Load a list of administrative divisions: a code and a name on each line',
  input: z.object({ text: z.string().min(1).max(5_000_000) }),
  output: z.object({ added: z.int(), renamed: z.int() }),
})
export type ImportRegions = z.output<typeof importRegions.input>
