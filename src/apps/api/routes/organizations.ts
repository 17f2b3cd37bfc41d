import {
  abolishOrganization,
  changeOrganization,
  createOrganization,
  importRegions,
  listedOrganizations,
  moveOrganization,
  organizationById,
  regionsUnder,
  saveSite,
  siteOf,
  unitRegister,
} from '#organizations'
import * as contract from '#organizations/contract'
import type { Answer } from '../answer.ts'

export const organizationsRoutes = (answer: Answer): void => {
  answer(contract.listOrganizations, ({ input, db }) => listedOrganizations(db, input))
  answer(contract.getOrganization, ({ input, db }) => organizationById(db, input.id))
  answer(contract.createOrganization, ({ input, by, perform }) =>
    perform(by, (act) => createOrganization(act, input)),
  )
  answer(contract.changeOrganization, ({ input, by, perform }) =>
    perform(by, (act) => changeOrganization(act, input)),
  )
  answer(contract.moveOrganization, ({ input, by, perform }) =>
    perform(by, (act) => moveOrganization(act, input)),
  )
  answer(contract.abolishOrganization, ({ input, by, perform }) =>
    perform(by, (act) => abolishOrganization(act, input)),
  )
  answer(contract.getSite, async ({ input, db }) => ({ site: await siteOf(db, input.id) }))
  answer(contract.saveSite, ({ input, by, perform }) => perform(by, (act) => saveSite(act, input)))
  answer(contract.unitRegister, ({ input, db }) => unitRegister(db, input))
  answer(contract.listRegions, async ({ input, db }) => ({
    regions: await regionsUnder(db, input.parent),
  }))
  answer(contract.importRegions, ({ input, by, perform }) =>
    perform(by, (act) => importRegions(act, input)),
  )
}
