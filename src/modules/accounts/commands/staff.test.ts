import { expect, test } from 'vitest'
import { makeStaff, worldPassword } from '../../../../test/world/accounts.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { holds } from '../policy.ts'
import { staffById, staffOf } from '../queries.ts'
import { changeStaff } from './change-staff.ts'
import { createFirstAdministrator, createStaff } from './create-staff.ts'
import { disableStaff, enableStaff } from './disable-staff.ts'
import { grantRole, revokeRole } from './grant-role.ts'

const w = await world()
const county = await makeCounty(w)

test('the first administrator is made once, for the whole tree', async () => {
  const fresh = await world()
  const place = await makeCounty(fresh)
  const input = { organizationId: place.office.id, userName: 'first.admin', name: '张伟' }
  const given = { password: worldPassword }
  const first = await fresh.act((act) => createFirstAdministrator(act, input, given))
  expect(first.grants).toMatchObject([{ role: 'administrator', path: place.government.path }])
  const second = fresh.act((act) =>
    createFirstAdministrator(act, { ...input, userName: 'second' }, given),
  )
  await expect(second).rejects.toMatchObject({ code: 'accounts.setUpAlready' })
})

test('[M158] a role reaches down the tree, never up or sideways', async () => {
  const { actor } = await makeStaff(w, { organizationId: county.town.id, roles: ['sectionHead'] })
  expect(holds(actor, 'sectionHead', county.town.path)).toBe(true)
  expect(holds(actor, 'sectionHead', county.village.path)).toBe(true)
  expect(holds(actor, 'sectionHead', county.government.path)).toBe(false)
  expect(holds(actor, 'sectionHead', county.education.path)).toBe(false)
  expect(holds(actor, ['clerk', 'signer'], county.town.path)).toBe(false)
})

test('[M158] an administrator grants below the own path only, and nobody to oneself', async () => {
  const town = await makeStaff(w, { organizationId: county.town.id, roles: ['administrator'] })
  const clerk = await makeStaff(w, { organizationId: county.village.id })
  const outsider = await makeStaff(w, { organizationId: county.education.id })
  const grant = (id: number, organizationId: number) =>
    w.act((act) => grantRole(act, { id, organizationId, role: 'clerk' }), town.actor)

  const given = await grant(clerk.staff.id, county.village.id)
  expect(given).toMatchObject({ role: 'clerk', path: county.village.path })
  await expect(grant(clerk.staff.id, county.village.id)).rejects.toMatchObject({
    code: 'accounts.alreadyGranted',
  })
  await expect(grant(clerk.staff.id, county.government.id)).rejects.toMatchObject({
    code: 'accounts.notYours',
  })
  await expect(grant(outsider.staff.id, county.village.id)).rejects.toMatchObject({
    code: 'accounts.notYours',
  })
  await expect(grant(town.staff.id, county.village.id)).rejects.toMatchObject({
    code: 'accounts.notYourself',
  })
  const own = w.act((act) => revokeRole(act, { id: town.staff.grants[0]?.id ?? 0 }), town.actor)
  await expect(own).rejects.toMatchObject({ code: 'accounts.notYourself' })
  const byClerk = w.act((act) => revokeRole(act, { id: given.id }), outsider.actor)
  await expect(byClerk).rejects.toMatchObject({ code: 'accounts.notYours' })
  await w.act((act) => revokeRole(act, { id: given.id }), town.actor)
  expect((await staffById(w.db, town.actor, clerk.staff.id)).grants).toEqual([])
})

test('accounts are kept at or above the unit; names are taken once; a weak first password is refused', async () => {
  const town = await makeStaff(w, { organizationId: county.town.id, roles: ['administrator'] })
  const input = { organizationId: county.village.id, userName: 'wang.min', name: '王敏' }
  const made = await w.act((act) => createStaff(act, input), town.actor)
  expect(made.staff).toMatchObject({
    passwordMustChange: true,
    organizationName: '上澄村村民委员会',
  })
  const again = w.act((act) => createStaff(act, input), town.actor)
  await expect(again).rejects.toMatchObject({ code: 'accounts.userNameTaken' })
  const away = { ...input, organizationId: county.education.id, userName: 'other' }
  await expect(w.act((act) => createStaff(act, away), town.actor)).rejects.toMatchObject({
    code: 'accounts.notYours',
  })
  const weak = w.act((act) =>
    createStaff(act, { ...input, userName: 'x.y' }, { password: 'short' }),
  )
  await expect(weak).rejects.toMatchObject({ code: 'accounts.weakPassword' })
})

test('[M158] who moves to another unit leaves the roles behind', async () => {
  const { staff } = await makeStaff(w, {
    organizationId: county.education.id,
    roles: ['clerk', 'sectionHead'],
  })
  const move = { id: staff.id, version: staff.version, organizationId: county.civil.id }
  const moved = await w.act((act) => changeStaff(act, move))
  expect(moved).toMatchObject({ organizationId: county.civil.id, grants: [] })
  const stale = w.act((act) => changeStaff(act, { ...move, name: '新名' }))
  await expect(stale).rejects.toMatchObject({ code: 'accounts.changedMeanwhile' })
})

test('nobody closes the own account; a closed one can be opened again', async () => {
  const { staff, actor } = await makeStaff(w, {
    organizationId: county.office.id,
    at: county.government.id,
    roles: ['administrator'],
  })
  const self = w.act((act) => disableStaff(act, { id: staff.id }), actor)
  await expect(self).rejects.toMatchObject({ code: 'accounts.notYourself' })
  const other = await makeStaff(w, { organizationId: county.civil.id })
  await w.act((act) => disableStaff(act, { id: other.staff.id }), actor)
  expect((await staffById(w.db, actor, other.staff.id)).disabledAt).not.toBeNull()
  await w.act((act) => enableStaff(act, { id: other.staff.id }), actor)
  expect((await staffById(w.db, actor, other.staff.id)).disabledAt).toBeNull()
})

test('the list of staff shows the own subtree, page by page', async () => {
  const { actor } = await makeStaff(w, { organizationId: county.subdistrict.id, roles: ['leader'] })
  for (let i = 0; i < 4; i += 1) await makeStaff(w, { organizationId: county.subdistrict.id })
  const first = await staffOf(w.db, actor, { limit: 3 })
  expect(first.staff).toHaveLength(3)
  const rest = await staffOf(w.db, actor, { limit: 3, after: first.next ?? 0 })
  expect(rest.staff).toHaveLength(2)
  expect(rest.next).toBeNull()
  const heads = await staffOf(w.db, actor, { role: 'leader' })
  expect(heads.staff.map((one) => one.id)).toEqual([actor.id])
  const foreign = staffOf(w.db, actor, { organizationId: county.town.id })
  await expect(foreign).rejects.toMatchObject({ code: 'accounts.notYours' })
})
