import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#documents'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { heldPolicies as contract } from './contract/desk.ts'
import { accountOf } from './derive.ts'
import { reach } from './policy.ts'
import { isReadyToAccompany } from './readiness.ts'
import { policyFor } from './store/policies.ts'

type Out = z.output<typeof contract.output>

// More than these wait for one moment only where something larger is amiss.
const most = 20

/**
 * Policies set to go out whose interpretation lost its signature since: at their moment the release
 * would be held back. Said beforehand, while there is time to sign again.
 */
export async function heldPolicies(db: Db, by: Actor, today: CivilDate): Promise<Out> {
  const reader = { kind: 'staff', by } as const
  const { rows } = await sql<{ id: number; publishAt: Date; organization: Held['organization'] }>`
    select d.id, e.publish_at as "publishAt",
      json_build_object('id', o.id, 'code', o.code,
        'name', coalesce(nullif(o.short_name, ''), o.name)) as organization
    from documents.edition e
    join documents.document d on d.working_edition_id = e.id
    join organizations.organization o on o.id = d.organization_id
    where e.state = 'scheduled' and d.live_edition_id is null
      and o.path like any(${reach(by)}::text[]) and ${visibleTo(reader)}
      and not exists (select from interpretation.exemption x where x.policy_id = d.id)
      and not exists (select from interpretation.material m
        join documents.document md on md.id = m.document_id
        left join documents.edition me on me.id = md.working_edition_id
        where m.policy_id = d.id and not m.follow_up
          and (md.live_edition_id is not null or me.state in ('approved', 'scheduled')))
    order by e.publish_at, d.id limit ${most}`.execute(db)
  const items: Held[] = []
  for (const { id, publishAt, organization } of rows) {
    const policy = await policyFor(db, id, reader)
    if (!policy || isReadyToAccompany(await accountOf(db, policy, today))) continue
    const { title } = policy
    items.push({
      policy: { documentId: id, title },
      organization,
      publishAt: publishAt.toISOString(),
    })
  }
  return { items }
}

type Held = Out['items'][number]
