import { sql } from 'kysely'
import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { keepRecord as contract } from '../contract/life-cycle.ts'
import { isVisible } from '../finding.ts'
import { recordKept } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { mayEdit } from '../policy.ts'
import { foremostEdition } from '../store/editions.ts'

/** Says where a record came from (art. 10: who made or first obtained it discloses it), and where its file lies. */
export async function keepRecord(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<{ documentId: number }> {
  const edition = await foremostEdition(act.tx, input.id)
  if (!edition || !(await isVisible(act.tx, edition.id, { kind: 'staff', by: act.by })))
    throw refuse('notFound')
  if (!mayEdit(act.by, edition)) throw refuse('notYours')
  const isObtained = input.origin === 'obtained'
  if (isObtained && input.obtainedFrom === '') throw refuse('noteNeeded')
  if ((input.archivedOn === null) !== (input.fileNumber === '')) throw refuse('archivedIncomplete')
  if (input.archivedOn !== null && input.retention === null) throw refuse('archivedIncomplete')
  const latest = [input.archivedOn, input.obtainedOn].some((on) => on !== null && on > act.today)
  if (latest) throw refuse('momentAhead')
  await sql`insert into documents.record_keeping (document_id, origin, obtained_from, obtained_on,
      file_number, retention, archived_on, archived_by, changed_at, changed_by)
    values (${input.id}, ${input.origin}, ${isObtained ? input.obtainedFrom : ''},
      ${isObtained ? input.obtainedOn : null}, ${input.fileNumber}, ${input.retention},
      ${input.archivedOn}, ${input.archivedOn === null ? null : act.by.id}, ${act.at}, ${act.by.id})
    on conflict (document_id) do update set origin = excluded.origin,
      obtained_from = excluded.obtained_from, obtained_on = excluded.obtained_on,
      file_number = excluded.file_number, retention = excluded.retention,
      archived_on = excluded.archived_on, archived_by = excluded.archived_by,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(act.tx)
  await act.announce(recordKept, {
    subject: `document/${input.id}`,
    organizationId: edition.document.owner.id,
    documentId: input.id,
    origin: input.origin,
    archivedOn: input.archivedOn,
  })
  return { documentId: input.id }
}
