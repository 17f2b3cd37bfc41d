import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { lifeOf as contract, lifeLine } from '../contract/life-cycle.ts'
import { isVisible } from '../finding.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { mayEdit } from '../policy.ts'
import { foremostEdition } from '../store/editions.ts'

type Line = z.output<typeof lifeLine>
type Life = z.output<typeof contract.output>

interface Keeping {
  readonly origin: 'made' | 'obtained'
  readonly obtainedFrom: string
  readonly obtainedOn: CivilDate | null
  readonly fileNumber: string
  readonly retention: Life['retention']
  readonly archivedOn: CivilDate | null
  readonly archivedBy: string
}

const nothingKept: Keeping = {
  ...{ origin: 'made', obtainedFrom: '', obtainedOn: null, fileNumber: '' },
  ...{ retention: null, archivedOn: null, archivedBy: '' },
}

async function keepingOf(db: Db, documentId: number): Promise<Keeping> {
  const { rows } = await sql<Keeping>`
    select k.origin, k.obtained_from as "obtainedFrom", k.obtained_on as "obtainedOn",
      k.file_number as "fileNumber", k.retention, k.archived_on as "archivedOn",
      coalesce(s.name, '') as "archivedBy"
    from documents.record_keeping k left join accounts.staff s on s.id = k.archived_by
    where k.document_id = ${documentId}`.execute(db)
  return rows[0] ?? nothingKept
}

// A record's life fits a page; what was typed in between is in the log below.
const mostLines = 200

/** What happened to a record, read from what the house keeps of it, each under its stage. */
async function linesOf(db: Db, documentId: number): Promise<Line[]> {
  const { rows } = await sql<Omit<Line, 'at'> & { at: Date }>`
    select * from (
      select 'made' as stage, d.created_at as at, 'drafted' as what, d.created_by as staff, '' as note
      from documents.document d where d.id = ${documentId}
      union all
      select 'processed', r.at, 'step.' || r.verdict || '.' || r.role, r.staff_id, r.opinion
      from documents.review r join documents.edition e on e.id = r.edition_id
      where e.document_id = ${documentId}
      union all
      select 'processed', e.submitted_at, 'submitted', e.submitted_by, ''
      from documents.edition e where e.document_id = ${documentId} and e.submitted_at is not null
      union all
      select 'processed', a.answered_at, 'agreement.' || a.answer, a.answered_by, o.name
      from documents.agreement a join documents.edition e on e.id = a.edition_id
      join organizations.organization o on o.id = a.organization_id
      where e.document_id = ${documentId} and a.answer is not null
      union all
      select 'kept', max(r.at), 'keptBack.' || e.attribute, null, e.attribute_reason
      from documents.edition e join documents.review r on r.edition_id = e.id and r.round = e.round
        and r.verdict = 'approved'
      where e.document_id = ${documentId} and e.attribute <> 'proactive'
        and (e.state = 'approved' or (e.state = 'superseded' and e.published_at is null))
      group by e.id
      union all
      select 'kept', r.decided_at, 'reReview.' || r.outcome, r.decided_by, r.reason
      from documents.re_review r where r.document_id = ${documentId} and r.outcome is not null
      union all
      select 'disclosed', e.published_at,
        case when u.id is not null then 'urgent' when e.published_at > d.first_published_at
          then 'corrected' else 'published' end, e.published_by,
        coalesce(u.reason, e.correction_note)
      from documents.edition e join documents.document d on d.id = e.document_id
      left join documents.urgent_release u on u.edition_id = e.id
      where e.document_id = ${documentId} and e.published_at is not null
      union all
      select 'disclosed', u.reviewed_at, 'urgentReview.' || u.outcome, u.reviewed_by, u.note
      from documents.urgent_release u where u.document_id = ${documentId} and u.outcome is not null
      union all
      select 'archived', d.withdrawn_at, 'withdrawn', null, coalesce(d.withdrawal_note, '')
      from documents.document d where d.id = ${documentId} and d.withdrawn_at is not null
    ) life
    cross join lateral (select coalesce((select s.name from accounts.staff s where s.id = staff), '') as by) who
    where at is not null order by at, array_position(array['made', 'processed', 'kept', 'disclosed', 'archived'], stage)
    limit ${mostLines}`.execute(db)
  return rows.map(({ stage, at, what, by, note }) => ({
    stage,
    at: at.toISOString(),
    what,
    by,
    note,
  }))
}

const stageOf = (lines: readonly Line[], keeping: Keeping, isLive: boolean): Line['stage'] => {
  if (keeping.archivedOn !== null) return 'archived'
  if (isLive) return 'disclosed'
  const last = lines.findLast((line) => line.stage !== 'made')
  return last?.stage ?? 'made'
}

/** The full cycle of a record (M26): made or obtained, kept, processed, disclosed, archived. */
export async function lifeOf(db: Db, by: Actor, documentId: number): Promise<Life> {
  const edition = await foremostEdition(db, documentId)
  if (!edition || !(await isVisible(db, edition.id, { kind: 'staff', by })))
    throw refuse('notFound')
  const keeping = await keepingOf(db, documentId)
  const told = await linesOf(db, documentId)
  const obtained: Line[] =
    keeping.origin === 'obtained'
      ? [
          {
            ...{ stage: 'made', what: 'obtained', by: '', note: keeping.obtainedFrom },
            at: keeping.obtainedOn ?? told[0]?.at ?? '',
          },
        ]
      : []
  const { archivedOn, archivedBy, fileNumber, ...rest } = keeping
  const archived: Line[] = archivedOn
    ? [{ stage: 'archived', at: archivedOn, what: 'archived', by: archivedBy, note: fileNumber }]
    : []
  const lines = [...obtained, ...told, ...archived]
  return {
    ...rest,
    lines,
    stage: stageOf(told, keeping, edition.document.liveEditionId !== null),
    fileNumber,
    archivedOn,
    mayKeep: mayEdit(by, edition),
  }
}
