import { beforeAll, expect, test } from 'vitest'
import {
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { thePublic } from '../index.ts'
import { addEventUpdate, changeEvent, openEvent } from './commands.ts'
import { eventFor, publicEvent, publicEvents } from './events.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const hours = (n: number) => new Date(monday.getTime() + n * 3_600_000)
const open = (by = office.leader, level: 'major' | 'other' = 'major') =>
  w.act(
    (act) =>
      openEvent(act, {
        ...{ organizationId: office.civil.id, title: '青穗河洪水', summary: '', level },
        knownAt: monday.toISOString(),
      }),
    by,
    hours(1),
  )
const update = (id: number, documentId: number | null, at = hours(2)) =>
  w.act((act) => addEventUpdate(act, { id, documentId }), office.clerk, at)

test('[M45] five hours to the first word, twenty-four to the press conference, each with its source', async () => {
  const { id } = await open()
  const clocks = async (at: Date) => (await eventFor(w.db, office.leader, id, at)).clocks
  expect(await clocks(hours(2))).toMatchObject([
    { name: 'eventFirst', hours: 5, state: 'running', dueAt: hours(5).toISOString() },
    { name: 'eventPressConference', hours: 24, state: 'running' },
  ])
  expect((await clocks(hours(2)))[0]?.source).toContain('国办发〔2016〕80号')
  expect((await clocks(hours(6)))[0]?.state).toBe('late')
  const draft = await makeDraft(w, office, { title: '洪水情况第一次通报' })
  await update(id, draft.documentId)
  await publish(w, office, draft, { at: hours(4) })
  await w.act(
    (act) => changeEvent(act, { id, pressConferenceAt: hours(26).toISOString(), close: false }),
    office.leader,
    hours(30),
  )
  expect((await clocks(hours(30))).map((clock) => clock.state)).toEqual(['met', 'late'])
})

test('[M45] other matters have forty-eight hours; a clerk opens none, and nothing begins tomorrow', async () => {
  const { id } = await open(office.leader, 'other')
  expect((await eventFor(w.db, office.leader, id, hours(1))).clocks).toMatchObject([
    { name: 'eventOther', hours: 48 },
  ])
  await expect(open(office.clerk)).rejects.toMatchObject({ code: 'lifeCycle.notYours' })
  const early = w.act(
    (act) =>
      openEvent(act, {
        ...{ organizationId: office.civil.id, title: '明日', summary: '', level: 'other' },
        knownAt: hours(40).toISOString(),
      }),
    office.leader,
    hours(1),
  )
  await expect(early).rejects.toMatchObject({ code: 'lifeCycle.momentAhead' })
})

test('[M45] one page, newest word first, and nothing of it before the first is out', async () => {
  const { id } = await open()
  const begun = await update(id, null)
  expect(begun.documentId).toBeGreaterThan(0)
  expect(await publicEvent(w.db, id, thePublic, hours(2))).toBeNull()
  const first = await makeDocument(w, office, { title: '第一次通报' }, hours(3))
  const second = await makeDocument(w, office, { title: '第二次通报' }, hours(5))
  await update(id, first.documentId)
  await update(id, second.documentId)
  const page = await publicEvent(w.db, id, thePublic, hours(6))
  expect(page?.updates.map((one) => one.title)).toEqual(['第二次通报', '第一次通报'])
  expect((await publicEvents(w.db, thePublic, hours(6))).map((event) => event.id)).toContain(id)
  await expect(update(id, first.documentId)).rejects.toMatchObject({
    code: 'lifeCycle.inEventAlready',
  })
  await w.act((act) => changeEvent(act, { id, close: true }), office.leader, hours(9))
  await expect(update(id, null)).rejects.toMatchObject({ code: 'lifeCycle.eventClosed' })
})
