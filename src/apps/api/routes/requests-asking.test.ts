import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  casePage,
  logRequest,
  openAsking,
  recordEvent,
  recordFollowUp,
  setSubject,
  sortSubjects,
  workOf,
} from '#requests'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { makeRequest } from '../../../../test/world/requests.ts'
import { world } from '../../../../test/world/world.ts'
import { maskTitle } from '../../office/requests/asking/mask-title.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

const office = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const staff = async (role: 'disclosureOffice' | 'supervisor') =>
    (await makeStaff(w, { organizationId, roles: [role] })).actor
  const [keeper, supervisor] = [await staff('disclosureOffice'), await staff('supervisor')]
  const { requestId: id } = await makeRequest(w, {
    organizationId,
    door: 'counter',
    at: at('2026-03-02'),
  })
  const happen = (type: 'replied' | 'served', on: string) =>
    w.act((act) => recordEvent(act, { id, type, on }), keeper, at(on))
  const page = (by = keeper) => casePage(w.db, by, id, '2026-03-25')
  return { w, keeper, supervisor, id, happen, page, key: w.house.secret }
}

test('[M71] calls and visits stand on the case; what was said is opened by those who handle it, on record', async () => {
  const o = await office()
  const { id } = o
  const call = {
    id,
    on: '2026-03-24',
    way: 'call',
    satisfaction: 2,
    text: '钱禾苗说答复太慢',
  } as const
  const enter = (by = o.keeper) =>
    o.w.act((act) => recordFollowUp(act, call, o.key), by, at('2026-03-25'))
  await expect(enter()).rejects.toMatchObject({ code: 'requests.followUpTooEarly' })
  await o.happen('replied', '2026-03-20')
  await o.happen('served', '2026-03-23')
  await expect(enter(o.supervisor)).rejects.toMatchObject({ code: 'requests.notYours' })
  await enter()
  const seen = (await workOf(o.w.db, o.supervisor, id, '2026-03-25')).followUps
  expect(seen).toMatchObject([{ on: '2026-03-24', way: 'call', satisfaction: 2 }])
  expect(JSON.stringify(seen)).not.toContain('钱禾苗')
  const opened = await o.w.act((act) => openAsking(act, id, o.key), o.keeper)
  expect(opened.followUps).toMatchObject([{ text: '钱禾苗说答复太慢', by: o.keeper.name }])
  const { rows } = await sql<{ kind: string }>`select kind from audit.entry
    where kind = 'requests.particularsOpened'`.execute(o.w.db)
  expect(rows).toHaveLength(1)
})

test('[M78] the line of the log is on the case as anybody reads it, and what the form masks is taken', async () => {
  const o = await office()
  await o.happen('replied', '2026-03-20')
  expect((await o.page()).log).toBeNull()
  const put = async (title: string) => {
    const { version } = await o.page()
    const line = { id: o.id, version, title, documentId: null }
    return o.w.act((act) => logRequest(act, line), o.keeper)
  }
  const title = '公路养护资金（联系电话13912345678，身份证430528199001010003）'
  await expect(put(title)).rejects.toMatchObject({ code: 'requests.titlePersonal' })
  const masked = maskTitle(title)
  expect(masked).toContain('公路养护资金')
  expect(masked).not.toContain('13912345678')
  expect(masked).not.toContain('19900101')
  await put(masked)
  expect((await o.page(o.supervisor)).log).toEqual({ title: masked, document: null })
  expect(maskTitle('公路养护资金')).toBe('公路养护资金')
})

test('[M75] a person says what a request is about, on record, and the nightly sorting leaves it so', async () => {
  const o = await office()
  expect((await o.page()).subject).toBeNull()
  await o.w.act((act) => sortSubjects(act))
  expect((await o.page()).subject?.byHand).toBe(false)
  const set = async (by = o.keeper) => {
    const { version } = await o.page()
    return o.w.act((act) => setSubject(act, { id: o.id, version, field: '公路' }), by)
  }
  await expect(set(o.supervisor)).rejects.toMatchObject({ code: 'requests.notYours' })
  await set()
  await o.w.act((act) => sortSubjects(act))
  expect((await o.page()).subject).toEqual({ field: '公路', byHand: true })
  const { rows } = await sql`select 1 from audit.entry where kind = 'requests.subjectSet'`.execute(
    o.w.db,
  )
  expect(rows).toHaveLength(1)
})
