import { sql } from 'kysely'
import type { Db } from '#platform/database'
import { verifyChain } from '#seals'
import { beginning, canonical, sha256 } from '../../src/modules/seals/chain.ts'
import { report, round } from './report.ts'

// A city's releases of some thirty years (S7 names the number).
const wanted = 1_000_000
const pieceSize = 20_000

/** Goes on with the chain as it stands, each link as a release writes it: only there are no texts. */
export const lengthenChain = async (db: Db, to: number): Promise<void> => {
  const { rows } = await sql<{ number: number; hash: string }>`
    select number::int, hash from seals.entry order by number desc limit 1`.execute(db)
  let { number, hash: previous } = rows[0] ?? { number: 0, hash: beginning }
  while (number < to) {
    const bodies: string[] = []
    const hashes: string[] = []
    for (let at = 0; at < pieceSize && number < to; at++) {
      number++
      const body = canonical({
        act: 'release',
        address: `/d/${10_000_000 + number}`,
        at: new Date(1_700_000_000_000 + number * 1000).toISOString(),
        content: sha256(`text ${number}`),
        data: [],
        edition: 1,
        files: number % 3 === 0 ? [sha256(`file ${number}`)] : [],
        indexNumber: `11430000000000000X/2026-${number}`,
        number,
        previous,
      })
      previous = sha256(body)
      bodies.push(body)
      hashes.push(previous)
    }
    const first = number - bodies.length
    await sql`insert into seals.entry (number, body, hash)
      select ${first} + place, body, hash from unnest(${bodies}::text[], ${hashes}::text[])
      with ordinality as w(body, hash, place)`.execute(db)
  }
  await sql`vacuum analyze seals.entry`.execute(db)
}

/** S7: the whole chain walked, by the clock and by this process's own time. */
export const measureSeals = async (db: Db): Promise<void> => {
  await lengthenChain(db, wanted)
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const found = await verifyChain(db, { texts: false })
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(cpu)
  report({
    target: 'S7',
    what: `the public chain verified, ${found.checked.toLocaleString('en')} links`,
    measured: `${round(seconds)} s by the clock, ${round((user + system) / 1e6)} s of CPU in this process`,
    wanted: '≤ 5 s',
    met: found.brokenAt === null && found.checked === wanted && seconds <= 5,
  })
}
