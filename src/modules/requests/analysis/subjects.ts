import { sql } from 'kysely'
import { suggestedMatters } from '#documents'
import type { Act } from '#platform/act'
import type { Db } from '#platform/database'
import { subjectSet } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle } from '../policy.ts'
import { factAbout } from '../request.ts'
import { lockRequest, saveRequest } from '../store/requests.ts'

const sortedAtOnce = 500

const keep = (
  act: Act,
  id: number,
  of: {
    readonly field: string
    readonly matterCode: string | null
    readonly staffId: number | null
  },
) =>
  sql`insert into requests.subject (request_id, field, matter_code, staff_id)
    values (${id}, ${of.field}, ${of.matterCode}, ${of.staffId})
    on conflict (request_id) do update set field = excluded.field,
      matter_code = excluded.matter_code, staff_id = excluded.staff_id`.execute(act.tx)

/** Sorts new requests under the catalogue's fields by the words of their titles; a person may say otherwise. */
export async function sortSubjects(act: Act): Promise<{ readonly sorted: number }> {
  const { rows } = await sql<{ id: number; organizationId: number; title: string }>`
    select r.id, r.organization_id as "organizationId", r.title from requests.request r
    where not exists (select from requests.subject s where s.request_id = r.id)
    order by r.id limit ${sortedAtOnce}`.execute(act.tx)
  for (const { id, organizationId, title } of rows) {
    const [best] = await suggestedMatters(act.tx, { organizationId, title, text: '' })
    const matterCode = best?.matterCode ?? null
    await keep(act, id, { field: best?.fieldName ?? '', matterCode, staffId: null })
  }
  return { sorted: rows.length }
}

/** What a request is about, and whether a person said so. */
export const subjectOf = async (
  db: Db,
  requestId: number,
): Promise<{ readonly field: string; readonly byHand: boolean } | null> => {
  const { rows } = await sql<{ field: string; byHand: boolean }>`
    select field, staff_id is not null as "byHand" from requests.subject
    where request_id = ${requestId}`.execute(db)
  return rows[0] ?? null
}

/** Says which field a request is about; the nightly sorting leaves it so. */
export async function setSubject(
  act: Act,
  input: { readonly id: number; readonly version: number; readonly field: string },
): Promise<{ readonly version: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  await keep(act, request.id, { field: input.field, matterCode: null, staffId: act.by.id })
  await saveRequest(act.tx, request.id, {}, act.at)
  await act.announce(subjectSet, { ...factAbout(request), field: input.field })
  return { version: request.version + 1 }
}
