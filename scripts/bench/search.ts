import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { theSystem } from '#platform/act'
import { reindex, search } from '#search'
import type { Place } from '../../src/apps/cli/place.ts'
import { percentile, report, round } from './report.ts'

const questions = [
  '低保',
  '补贴',
  '办事指南',
  '行政处罚决定',
  '农村危房改造 补助',
  '名单 公示',
  '预算',
  '监督检查',
  '应急预案',
  '社会保险登记',
]
const rounds = 20

/** What a search costs in a site of some size: CPU of Node and of the database's process together. */
export interface SearchCost {
  readonly documents: number
  readonly p50: number
  readonly p99: number
  readonly wall50: number
  readonly wall99: number
  /** An exact index number, the database included. */
  readonly number: number
  readonly missed: number
  readonly standing: number
}

const asked = (q: string) => ({ q, field: null, organization: null, year: null, after: null })

// One connection for all, so that its process is known and its CPU time can be read (Linux).
const onOneConnection = async <Answer>(
  place: Place,
  work: (db: Place['house']['db'], cpu: () => number) => Promise<Answer>,
): Promise<Answer> =>
  place.house.db.connection().execute(async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    const path = `/proc/${rows[0]?.pid}/schedstat`
    return work(db, () => {
      const { user, system } = process.cpuUsage()
      return Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 + (user + system) / 1_000
    })
  })

/** Asks ten common questions in turn, an index number, and counts what a search by substring would have found besides. */
export const costOfSearch = (place: Place, documents: number): Promise<SearchCost> =>
  onOneConnection(place, async (db, cpu) => {
    const ask = (q: string) => search(db, asked(q))
    const timed = async (q: string) => {
      const [begun, before] = [performance.now(), cpu()]
      await ask(q)
      return { wall: performance.now() - begun, cpu: cpu() - before }
    }
    for (const q of questions) await ask(q)
    const taken: { wall: number; cpu: number }[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const q of questions) taken.push(await timed(q))
    const { rows } = await sql<{ number: string }>`
      select index_number as number from search.entry where index_number <> '' limit 20`.execute(db)
    const numbers: number[] = []
    for (const { number } of rows) numbers.push((await timed(number)).cpu)
    const of = (key: 'wall' | 'cpu', share: number) =>
      percentile(
        taken.map((one) => one[key]),
        share,
      )
    return {
      documents,
      p50: of('cpu', 0.5),
      p99: of('cpu', 0.99),
      wall50: of('wall', 0.5),
      wall99: of('wall', 0.99),
      number: percentile(numbers, 0.5),
      ...(await recallOf(db)),
    }
  })

/** Rare stretches of some titles: each document that has one by substring has to be among the hits. */
const recallOf = async (
  db: Place['house']['db'],
): Promise<{ missed: number; standing: number }> => {
  // A search by substring reads every text, of a million for minutes.
  await sql`set statement_timeout = 0`.execute(db)
  const { rows } = await sql<{ stretch: string }>`
    select distinct substr(title, 1 + (document_id % 4)::int, 2 + (document_id % 5)::int) as stretch
    from documents.live_text where document_id % 997 = 0 limit 40`.execute(db)
  let missed = 0
  let standing = 0
  for (const { stretch } of rows.filter((row) => /^\p{Script=Han}{2,}$/u.test(row.stretch))) {
    // The newest are asked, since a page holds twenty.
    const { rows: where } = await sql<{ id: number }>`
      select document_id as id from search.entry where strpos(folded, ${stretch}) > 0
      order by published_at desc, document_id desc limit 20`.execute(db)
    const found = new Set<number>()
    let after: string | null = null
    // Titles come first, so the newest by text may stand some pages on.
    for (let page = 0; page < 60 && found.size < 1_200; page += 1) {
      const answer = await search(db, { ...asked(`“${stretch}”`), after })
      for (const hit of answer.hits) found.add(hit.documentId)
      after = answer.next
      if (after === null || where.every(({ id }) => found.has(id))) break
    }
    const lacking = where.filter(({ id }) => !found.has(id)).length
    // A stretch so common that its pages were not read to the end decides nothing.
    if (lacking > 0 && after !== null) continue
    standing += where.length
    missed += lacking
  }
  return { missed, standing }
}

/** P4 for one size, and P5 between two. */
export const reportSearch = (few: SearchCost, many: SearchCost): void => {
  for (const cost of few.documents === many.documents ? [many] : [few, many]) {
    report({
      target: 'P4',
      what: `search over ${cost.documents} documents, first page with facets (CPU, database included)`,
      measured: `p50 ${round(cost.p50, 1)} ms, p99 ${round(cost.p99, 1)} ms; wall p50 ${round(cost.wall50, 1)} ms, p99 ${round(cost.wall99, 1)} ms`,
      wanted: 'p50 ≤ 10 ms, p99 ≤ 50 ms at 1,000,000',
      met: cost.p50 <= 10 && cost.p99 <= 50,
    })
    report({
      target: 'P4',
      what: `exact index number over ${cost.documents} documents (CPU, database included)`,
      measured: `${round(cost.number)} ms`,
      wanted: '≤ 1 ms',
      met: cost.number <= 1,
    })
    report({
      target: 'P4',
      what: `found against substring over ${cost.documents} documents`,
      measured: `${cost.missed} missed of ${cost.standing}`,
      wanted: 'recall 1.000',
      met: cost.missed === 0,
    })
  }
  if (few.documents === many.documents) return
  const decades = Math.log10(many.documents / few.documents)
  const growth = (many.p50 / few.p50) ** (1 / decades)
  report({
    target: 'P5',
    what: `search cost from ${few.documents} to ${many.documents} documents`,
    measured: `${round(growth)} × a decade`,
    wanted: '≤ 1.5 × a decade',
    met: growth <= 1.5,
  })
}

/** R7: the index made anew while the portal goes on searching the one there is. */
export const measureReindex = async (place: Place, documents: number): Promise<void> => {
  const waits: number[] = []
  let going = true
  const asking = (async () => {
    while (going) {
      const begun = performance.now()
      await search(place.house.db, asked('预算'))
      waits.push(performance.now() - begun)
      await new Promise((resume) => setTimeout(resume, 200))
    }
  })()
  const begun = performance.now()
  await place.house.perform(theSystem, reindex)
  const seconds = (performance.now() - begun) / 1_000
  going = false
  await asking
  report({
    target: 'R7',
    what: `search index of ${documents} documents made anew, one searching five times a second`,
    measured: `${round(seconds, 1)} s; longest search meanwhile ${round(Math.max(...waits))} ms`,
    wanted: 'searches go on',
    met: null,
  })
}
