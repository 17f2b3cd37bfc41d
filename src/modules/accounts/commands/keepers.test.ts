import { expect, test } from 'vitest'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { columnsKeptBy, keeperOf, keepersOf } from '../queries.ts'
import { assignKeeper } from './assign-keeper.ts'
import { disableStaff } from './disable-staff.ts'
import { handOverColumns } from './hand-over-columns.ts'

const w = await world()
const county = await makeCounty(w)
const inTown = () => makeStaff(w, { organizationId: county.town.id, roles: ['clerk'] })
const head = await makeStaff(w, { organizationId: county.town.id, roles: ['sectionHead'] })

test('[M22] a column has one keeper and one who stands in; the next keeper relieves the one before', async () => {
  const [a, b] = [await inTown(), await inTown()]
  const column = { organizationId: county.town.id, columnKey: 'shehui-jiuzhu' }
  await w.act(
    (act) => assignKeeper(act, { ...column, staffId: a.staff.id, standInId: b.staff.id }),
    head.actor,
  )
  expect(await keeperOf(w.db, column.organizationId, column.columnKey)).toMatchObject({
    staffId: a.staff.id,
    standInName: b.staff.name,
  })
  await w.act((act) => assignKeeper(act, { ...column, staffId: b.staff.id, standInId: null }))
  const { keepers } = await keepersOf(w.db, { ...column, history: true })
  expect(keepers.map((one) => [one.staffId, one.until === null])).toEqual([
    [a.staff.id, false],
    [b.staff.id, true],
  ])
})

test('[M22] only who answers for the unit names keepers, and only people near it', async () => {
  const clerk = await inTown()
  const stranger = await makeStaff(w, { organizationId: county.education.id })
  const column = { organizationId: county.town.id, columnKey: 'jiuye', standInId: null }
  const byClerk = w.act(
    (act) => assignKeeper(act, { ...column, staffId: clerk.staff.id }),
    clerk.actor,
  )
  await expect(byClerk).rejects.toMatchObject({ code: 'accounts.notYours' })
  const far = w.act((act) => assignKeeper(act, { ...column, staffId: stranger.staff.id }))
  await expect(far).rejects.toMatchObject({ code: 'accounts.keeperElsewhere' })
  const { staff } = clerk
  const both = w.act((act) =>
    assignKeeper(act, { ...column, staffId: staff.id, standInId: staff.id }),
  )
  await expect(both).rejects.toMatchObject({ code: 'accounts.standInIsKeeper' })
  // A town looks after the page of a village that has nobody.
  const village = { ...column, organizationId: county.village.id, staffId: clerk.staff.id }
  expect((await w.act((act) => assignKeeper(act, village))).staffId).toBe(clerk.staff.id)
})

test('[M22] when people change, every column goes to the colleague, and no column is left without', async () => {
  const [leaving, coming] = [await inTown(), await inTown()]
  const columns = ['caizheng', 'anquan', 'shuili']
  for (const columnKey of columns)
    await w.act((act) =>
      assignKeeper(act, {
        organizationId: county.town.id,
        columnKey,
        staffId: leaving.staff.id,
        standInId: coming.staff.id,
      }),
    )
  const closed = await w.act((act) => disableStaff(act, { id: leaving.staff.id }))
  expect(closed).toEqual({ columnsToHandOver: 3 })

  const handOver = { fromStaffId: leaving.staff.id, toStaffId: coming.staff.id, note: '调离' }
  const one = await w.act(
    (act) => handOverColumns(act, { ...handOver, columnKeys: ['caizheng'] }),
    head.actor,
  )
  expect(one).toEqual({ handedOver: 1 })
  const rest = await w.act((act) => handOverColumns(act, handOver), head.actor)
  expect(rest).toEqual({ handedOver: 2 })
  const kept = await columnsKeptBy(w.db, coming.staff.id)
  expect(kept.map((column) => column.columnKey).sort()).toEqual([...columns].sort())
  expect(kept.every((column) => column.standInId === null && column.note === '调离')).toBe(true)
  expect(await columnsKeptBy(w.db, leaving.staff.id)).toEqual([])
  const again = w.act((act) => handOverColumns(act, handOver), head.actor)
  await expect(again).rejects.toMatchObject({ code: 'accounts.nothingToHandOver' })
  const entry = await w.db
    .selectFrom('audit.entry')
    .select(['actor_id', 'payload'])
    .where('kind', '=', 'accounts.columnsHandedOver')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(entry.actor_id).toBe(head.staff.id)
  expect(entry.payload.columnKeys).toEqual(expect.arrayContaining(['anquan', 'shuili']))
})
