import { expect, test } from 'vitest'
import { publicLog } from '#requests'
import { world } from '../../../../../test/world/world.ts'
import { makePeople } from './people.ts'
import { listAnswers } from './request-log.ts'
import { makeRequests } from './requests.ts'

test('[M78] the demo county lists answered requests in the offices’ words', async () => {
  const w = await world()
  const now = new Date()
  const people = await makePeople(w.house, new Date(now.getTime() - 300 * 86_400_000))
  const asked = await makeRequests(w.house, people, now)
  await listAnswers(w.house, asked, now)
  const { lines } = await publicLog(w.db, { after: null, limit: 50 })
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line.title).not.toMatch(/\d{15}|1\d{10}/)
}, 120_000)
