export { type Body, bodiesFor, type Named } from './bodies.ts'
export { abolishOrganization } from './commands/abolish-organization.ts'
export { changeOrganization } from './commands/change-organization.ts'
export { createOrganization } from './commands/create-organization.ts'
export { importRegions } from './commands/import-regions.ts'
export { moveOrganization } from './commands/move-organization.ts'
export { saveSite } from './commands/save-site.ts'
export type { Organization, OrganizationNode, Region, Site } from './contract.ts'
export {
  organizationAbolished,
  organizationChanged,
  organizationCreated,
  organizationMoved,
  siteSaved,
} from './facts.ts'
export { existsOn, idsOnPath, isWithin, type OrganizationTree, treeOf } from './organization.ts'
export {
  listedOrganizations,
  organizationByCode,
  organizationById,
  organizationTree,
  regionsUnder,
  siteAbove,
  siteOf,
  unitRegister,
} from './queries.ts'
export { idsUnder } from './store.ts'
