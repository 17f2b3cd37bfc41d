import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { addDays, type CivilDate } from '#platform/civil-date'
import { makeAccount, makeTownDraft, on, release } from '../../../../test/world/assessment.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { turnStandings } from './turn-standings.ts'

type Row = { readonly key: string; readonly turns: CivilDate | null; readonly all: string }

const cells = async (w: World): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select organization_id || ' ' || matter_code as key, turns_on as turns, s::text as all
    from assessment.standing s order by 1`.execute(w.db)
  return rows
}

test('[M35] each day touches the cells whose day has come, and no other', async () => {
  const w = await world()
  const account = await makeAccount(w, { towns: 3 })
  const { codeOf } = account
  const [first, second, third] = account.towns
  if (!first || !second || !third) throw new Error('three towns')
  const day = '2026-03-02'
  const begin = (town: typeof first, ...matters: string[]) =>
    makeTownDraft(w, account, { town, matters, formedOn: day, day })
  await begin(first, codeOf.tenDays)
  await begin(first, codeOf.promptly)
  await release(w, account, await begin(second, codeOf.tenDays), '2026-03-18')
  await release(w, account, await begin(second, codeOf.monthly), day)
  await release(w, account, await begin(third, codeOf.byTwentieth, codeOf.yearly), day)

  const turned: string[] = []
  for (let today = '2026-03-03'; today <= '2027-02-01'; today = addDays(today, 1)) {
    const before = await cells(w)
    const due = before.filter((cell) => cell.turns !== null && cell.turns <= today)
    const count = await w.act(turnStandings, theSystem, on(today))
    const after = await cells(w)
    const changed = after.filter((cell, at) => cell.all !== before[at]?.all)
    expect(changed.map((cell) => cell.key)).toEqual(due.map((cell) => cell.key))
    expect(count).toBe(due.length)
    expect(after.every((cell) => cell.turns === null || cell.turns > today)).toBe(true)
    if (count > 0) turned.push(today)
  }
  expect(turned).toEqual([
    '2026-03-17', // ten working days from 2 March are over
    '2026-03-31', // so are twenty
    '2026-04-01', // the month, and the quarter, of the release have passed
    '2026-04-21', // the 20th of the quarter's first month has
    '2026-05-01', // the month that should have brought the next release has
    '2027-01-01', // the year of the release has
  ])
})

test('[M35] a server that slept through days catches up in one turn', async () => {
  const w = await world()
  const account = await makeAccount(w, { towns: 2 })
  const { codeOf } = account
  const [town, other] = account.towns
  if (!town || !other) throw new Error('two towns')
  const day = '2026-03-02'
  for (const code of [codeOf.tenDays, codeOf.promptly])
    await makeTownDraft(w, account, { town, matters: [code], formedOn: day, day })
  const monthly = { town: other, matters: [codeOf.monthly], formedOn: day, day }
  await release(w, account, await makeTownDraft(w, account, monthly), day)

  expect(await w.act(turnStandings, theSystem, on('2026-08-03'))).toBe(3)
  expect(await w.act(turnStandings, theSystem, on('2026-08-03'))).toBe(0)
  const late = await w.db
    .selectFrom('assessment.standing')
    .select(['matter_code', 'due_on'])
    .where('standing', '=', 'late')
    .orderBy('due_on')
    .execute()
  expect(late.map((cell) => cell.due_on)).toEqual(['2026-03-16', '2026-03-30', '2026-04-30'])
})
