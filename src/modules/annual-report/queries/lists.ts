import { sql } from 'kysely'
import type { z } from 'zod'
import { existsOn, organizationTree } from '#organizations'
import type { Actor } from '#platform/act'
import { type CivilDate, yearOf } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { publisherOf } from '../children.ts'
import { deadlineOf } from '../contract/deadlines.ts'
import type { reportLine } from '../contract/doors.ts'
import { deadlinesFrom } from '../local-rules.ts'
import { mayPublish, mayRead, maySign, mayWrite } from '../policy.ts'
import { everyLocalRule } from '../store/counts.ts'
import { reportsWhere } from '../store/reports.ts'

type Line = z.output<typeof reportLine>

/** Every organ within this person's reach that owes a report of a year, with how far it is. */
export const reportList = async (
  db: Db,
  by: Actor,
  year: number,
  today: CivilDate,
): Promise<{ year: number; lines: Line[] }> => {
  const tree = await organizationTree(db)
  const owing = tree.organizations.flatMap((organ) => {
    const publisher = publisherOf(organ)
    const stands = existsOn(organ, `${year}-12-31`) && mayRead(by, organ.path)
    return publisher && stands ? [{ organ, publisher }] : []
  })
  const reports = await reportsWhere(
    db,
    sql`t.year = ${year} and t.state <> 'superseded'
      and t.organization_id = any(${owing.map(({ organ }) => organ.id)}::bigint[])`,
  )
  // A correction under way stands before the version that is public.
  const byOrgan = Map.groupBy(reports, ({ organizationId }) => organizationId)
  const rules = await everyLocalRule(db)
  return {
    year,
    lines: owing.map(({ organ, publisher }) => {
      const own = byOrgan.get(organ.id) ?? []
      const report = own[0]
      const publishedOn = own.find(({ state }) => state === 'published')?.publishedOn ?? null
      const reaching = rules.filter(({ path }) => organ.path.startsWith(path))
      const firstOn = report?.firstPublishedOn ?? null
      const due = deadlineOf(publisher, year, deadlinesFrom(reaching, year))
      return {
        organizationId: organ.id,
        organizationCode: organ.code,
        organizationName: organ.name,
        publisher,
        year,
        reportId: report?.id ?? null,
        state: report?.state ?? null,
        dueOn: due?.on ?? null,
        article: due?.article ?? '',
        late: due !== null && (firstOn ?? today) > due.on,
        publishedOn,
        mayWrite: mayWrite(by, organ.path),
        mayFile:
          year < yearOf(today) &&
          own.every(({ origin }) => origin === 'imported') &&
          mayPublish(by, organ.path),
      }
    }),
  }
}

/** Reports of the year that is over which this person can move on: shown on Today with their last day. */
export const reportTasks = async (
  db: Db,
  by: Actor,
  today: CivilDate,
): Promise<{ lines: Line[] }> => {
  const { lines } = await reportList(db, by, yearOf(today) - 1, today)
  const tree = await organizationTree(db)
  return {
    lines: lines
      .filter(({ publishedOn }) => publishedOn === null)
      .filter(({ organizationId, publisher, state }) => {
        const path = tree.byId(organizationId)?.path ?? ''
        // The government's report is written by its office, which is another body.
        const own = by.organizationId === organizationId || publisher === 'government'
        return state === 'checked' ? maySign(by, path) : own && mayWrite(by, path)
      }),
  }
}
