import { sql } from 'kysely'
import { type CivilDate, dateAt } from './civil-date.ts'
import type { Db, Tx } from './database.ts'
import type { Fact, Reaction } from './fact.ts'

/** A role held at a node of the organization tree; it reaches everything whose path starts so. */
export interface Grant {
  readonly role: string
  readonly organizationId: number
  readonly path: string
}

/** Who acts. The system itself has no id. */
export interface Actor {
  readonly id: number | null
  readonly name: string
  readonly organizationId: number | null
  readonly grants: readonly Grant[]
}

export const theSystem: Actor = { id: null, name: '系统', organizationId: null, grants: [] }

/** One actor, one moment, one transaction: what a command needs in order to change things. */
export interface Act {
  readonly by: Actor
  readonly at: Date
  readonly today: CivilDate
  readonly tx: Tx
  /** Says what happened: stored with the change, heard by the modules above in the same transaction. */
  announce<Payload extends object>(fact: Fact<Payload>, payload: Payload): Promise<void>
  /** Runs a job after the commit, or at `runAt`; it exists only if the change does. */
  enqueue(job: string, payload: object, options?: { runAt?: Date; key?: string }): Promise<void>
  /** What has been announced so far, for the caches of this process once the commit is through. */
  readonly announced: readonly Announcement[]
}

export interface Announcement {
  readonly kind: string
  readonly payload: object
}

/** Keeps announcements for good (the audit chain); called once for an act, just before the commit. */
export type KeepAnnouncements = (act: Act, announcements: readonly Announcement[]) => Promise<void>

export type Perform = <Answer>(
  by: Actor,
  work: (act: Act) => Promise<Answer>,
  at?: Date,
) => Promise<Answer>

/** The channel on which other processes hear of committed announcements. */
export const announcementChannel = 'gongkai_announcements'
// NOTIFY refuses payloads of 8000 bytes or more; a longer list says only "look again at everything".
const longestNotice = 7_500

/**
 * Makes `perform`: opens the transaction, runs the work, lets the reactions hear each fact inside it,
 * keeps the announcements, commits, then tells this process (`afterCommit`) and the others (NOTIFY).
 */
export const performer = (parts: {
  readonly db: Db
  readonly keep: KeepAnnouncements
  readonly reactions: readonly Reaction[]
  readonly afterCommit: (announced: readonly Announcement[]) => void
  /** Names this process in notices, so that it skips its own. */
  readonly node: string
}): Perform => {
  const heardBy = Map.groupBy(parts.reactions, (reaction) => reaction.kind)

  return async (by, work, at = new Date()) => {
    const announced: Announcement[] = []
    const answer = await parts.db.transaction().execute(async (tx) => {
      const act: Act = {
        by,
        at,
        today: dateAt(at),
        tx,
        announced,
        async announce(fact, payload) {
          announced.push({ kind: fact.kind, payload })
          for (const reaction of heardBy.get(fact.kind) ?? []) await reaction.react(act, payload)
        },
        async enqueue(job, payload, options = {}) {
          await sql`select jobs.add_job(${job}, ${JSON.stringify(payload)}::json,
            run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null})`.execute(
            tx,
          )
        },
      }
      const result = await work(act)
      if (announced.length > 0) {
        const notice = JSON.stringify({ node: parts.node, announced })
        const short = notice.length < longestNotice ? notice : JSON.stringify({ node: parts.node })
        await sql`select pg_notify(${announcementChannel}, ${short})`.execute(tx)
        await parts.keep(act, announced)
      }
      return result
    })
    if (announced.length > 0) parts.afterCommit(announced)
    return answer
  }
}
