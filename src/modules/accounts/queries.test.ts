import { expect, test } from 'vitest'
import { makeStaff } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { world } from '../../../test/world/world.ts'
import { rolesReaching, staffOf } from './queries.ts'

const w = await world()
const county = await makeCounty(w)
const top = await makeStaff(w, { organizationId: county.government.id, roles: ['administrator'] })
const town = await makeStaff(w, { organizationId: county.town.id, roles: ['signer', 'clerk'] })
const village = await makeStaff(w, { organizationId: county.village.id, roles: ['clerk'] })
const outsider = await makeStaff(w, { organizationId: county.education.id, roles: ['clerk'] })

test('who holds what for a unit: given there or above, never below or beside', async () => {
  const asked = { organizationId: county.town.id }
  const { grants } = await rolesReaching(w.db, town.actor, asked)
  expect(grants.map((one) => [one.role, one.staffId, one.path])).toEqual([
    ['administrator', top.staff.id, county.government.path],
    ['signer', town.staff.id, county.town.path],
    ['clerk', town.staff.id, county.town.path],
  ])
  const first = await rolesReaching(w.db, town.actor, { ...asked, limit: 2 })
  const rest = await rolesReaching(w.db, town.actor, { ...asked, after: first.next ?? 0 })
  expect(rest).toMatchObject({ grants: [{ role: 'clerk' }], next: null })
  await expect(rolesReaching(w.db, outsider.actor, asked)).rejects.toMatchObject({
    code: 'accounts.notYours',
  })
})

test('[M22] colleagues of the units above can be chosen where they may look after a column', async () => {
  const asked = { organizationId: county.village.id, above: true }
  const { staff } = await staffOf(w.db, village.actor, asked)
  expect(staff.map((one) => one.id)).toEqual([top, town, village].map((one) => one.staff.id))
  const below = await staffOf(w.db, village.actor, { organizationId: county.village.id })
  expect(below.staff.map((one) => one.id)).toEqual([village.staff.id])
})
