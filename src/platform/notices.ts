import pg from 'pg'
import { type Announcement, announcementChannel } from './act.ts'

interface Notice {
  readonly node: string
  readonly announced?: readonly Announcement[]
}

// Long enough not to hammer a database that restarts, short enough that no reader sees an old page long.
const reconnectMs = 500

/**
 * Hears what other processes commit. After a lost connection it calls `heard(null)`: anything may
 * have changed meanwhile.
 */
export const hearNotices = async (
  databaseUrl: string,
  node: string,
  heard: (announced: readonly Announcement[] | null) => void,
): Promise<{ close(): Promise<void> }> => {
  let closed = false
  let client: pg.Client | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'gongkai notices',
    })
    next.on('notification', ({ payload }) => {
      const notice = JSON.parse(payload ?? '{}') as Notice
      if (notice.node !== node) heard(notice.announced ?? null)
    })
    next.on('error', () => undefined)
    next.on('end', () => {
      if (!closed) setTimeout(reconnect, reconnectMs).unref()
    })
    await next.connect()
    await next.query(`listen ${announcementChannel}`)
    client = next
  }
  const reconnect = (): void => {
    connect().then(
      () => heard(null),
      () => setTimeout(reconnect, reconnectMs).unref(),
    )
  }

  await connect()
  return {
    async close() {
      closed = true
      await client?.end()
    },
  }
}
