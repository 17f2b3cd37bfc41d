import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { forgetActors } from '#accounts'
import { reactions as annualReportReactions } from '#annual-report'
import { reactions as assessmentReactions } from '#assessment'
import { keepAnnouncements } from '#audit'
import { hearEnteredYears, loadEnteredYears } from '#calendar'
import { reactions as catalogueReactions } from '#catalogue'
import { reactions as datasetReactions } from '#datasets'
import { reactions as documentReactions } from '#documents'
import { reactions as gazetteReactions } from '#gazette'
import { reactions as interchangeReactions } from '#interchange'
import { reactions as interpretationReactions } from '#interpretation'
import { type Announcement, type Perform, performer } from '#platform/act'
import { type BlobStore, openBlobStore } from '#platform/blob-store'
import { type Db, openDatabase } from '#platform/database'
import { hearNotices } from '#platform/notices'
import { reactions as policyReactions } from '#policies'
import { reactions as requestReactions } from '#requests'
import { hashTables, reactions as sealReactions, sealReleases } from '#seals'
import { reactions as searchReactions } from '#search'
import { reactions as topicReactions } from '#topics'

export interface HouseOptions {
  readonly databaseUrl: string
  /** Where attachments are kept, by content hash. */
  readonly filesDirectory: string
  /** The installation's key, 32 bytes: seals TOTP secrets. */
  readonly secret: Buffer
  readonly poolSize?: number
  /** Also hear what other processes commit; a short command has no need to. */
  readonly hearOthers?: boolean
}

/** Everything a door needs: one database, one file store, one way to act. */
export interface House {
  readonly db: Db
  readonly pool: pg.Pool
  readonly perform: Perform
  readonly files: BlobStore
  readonly secret: Buffer
  /** Called after each commit, with what was announced; null when a notice said only "look again". */
  onAnnounced(listener: (announced: readonly Announcement[] | null) => void): void
  close(): Promise<void>
}

/** Opens the house: the one place where the modules' reactions are put together, lowest module first. */
export const openHouse = async (options: HouseOptions): Promise<House> => {
  const database = openDatabase(options.databaseUrl, options.poolSize)
  const files = await openBlobStore(options.filesDirectory)
  const node = randomUUID()
  const listeners: ((announced: readonly Announcement[] | null) => void)[] = [
    // Whoever lost a role or a session is looked up afresh, here and in every other process.
    forgetActors,
    // A year of working days that was entered counts from its commit on.
    hearEnteredYears(database.db),
  ]
  const tell = (announced: readonly Announcement[] | null): void => {
    for (const listener of listeners) listener(announced)
  }
  const notices = options.hearOthers
    ? await hearNotices(options.databaseUrl, node, tell)
    : { close: async () => undefined }
  // After the ear is open, so that no year slips in between.
  await loadEnteredYears(database.db)

  return {
    db: database.db,
    pool: database.pool,
    files,
    secret: options.secret,
    perform: performer({
      db: database.db,
      // Both chains last, in this order: each takes a lock that holds until the commit.
      keep: async (act, announced) => {
        const tables = await hashTables(act, announced)
        await keepAnnouncements(act, announced)
        await sealReleases(act, announced, tables)
      },
      reactions: [
        ...catalogueReactions,
        ...documentReactions,
        ...datasetReactions,
        ...sealReactions,
        ...policyReactions,
        ...interpretationReactions,
        ...topicReactions,
        ...gazetteReactions,
        ...requestReactions,
        ...annualReportReactions,
        ...assessmentReactions,
        ...searchReactions,
        ...interchangeReactions,
      ],
      afterCommit: tell,
      node,
    }),
    onAnnounced: (listener) => void listeners.push(listener),
    async close() {
      await notices.close()
      await database.close()
    },
  }
}
