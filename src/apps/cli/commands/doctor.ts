import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { verifyChain } from '#audit'
import { verifyChain as verifySeals } from '#seals'
import { type Command, exit, printJson, readArgs } from '../command.ts'
import { openPlace } from '../place.ts'

// Below this an attachment of the largest size and the database's own files may not fit any more.
const leastFreeGb = 2

interface Finding {
  readonly what: string
  readonly fine: boolean
  readonly is: string
}

export const doctor: Command = async (args) => {
  const { values } = readArgs(args, {
    directory: { type: 'string' },
    json: { type: 'boolean' },
  })
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    const { db } = place.house
    const { rows } = await sql<{
      version: string
      fsync: string
      checksums: string
      documents: number
    }>`
      select current_setting('server_version') as version, current_setting('fsync') as fsync,
        current_setting('data_checksums') as checksums,
        (select count(*)::int from documents.document where live_edition_id is not null) as documents`.execute(
      db,
    )
    const server = rows[0]
    const chain = await verifyChain(db)
    const seals = await verifySeals(db)
    const disk = await statfs(place.directory)
    const freeGb = (disk.bavail * disk.bsize) / 1024 ** 3
    const findings: Finding[] = [
      {
        what: 'node',
        fine: Number(process.versions.node.split('.')[0]) >= 24,
        is: process.versions.node,
      },
      { what: 'postgresql', fine: true, is: server?.version ?? '' },
      { what: 'fsync', fine: server?.fsync === 'on', is: server?.fsync ?? '' },
      { what: 'data checksums', fine: server?.checksums === 'on', is: server?.checksums ?? '' },
      { what: 'audit chain', fine: chain.ok, is: `${chain.checked} entries` },
      { what: 'seal chain', fine: seals.ok, is: `${seals.checked} links` },
      { what: 'free disk', fine: freeGb >= leastFreeGb, is: `${freeGb.toFixed(1)} GB` },
      { what: 'documents', fine: true, is: String(server?.documents ?? 0) },
    ]
    if (values.json) printJson(findings)
    else
      for (const { what, fine, is } of findings)
        process.stdout.write(`${fine ? '✓' : '✗'} ${what}: ${is}\n`)
    if (findings.some((finding) => !finding.fine)) process.exitCode = exit.refused
  } finally {
    await place.close()
  }
}
