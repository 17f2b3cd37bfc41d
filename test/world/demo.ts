import { sql } from 'kysely'
import { createPreview } from '#documents'
import { fillIfEmpty } from '../../src/apps/cli/commands/demo.ts'
import { serve } from './server.ts'
import { type World, world } from './world.ts'

/** The county that the demonstration shows, in a database of its own. */
export interface Demo {
  readonly w: World
  /** Where portal and office are served. */
  readonly url: string
  /** A number out of the county's tables. */
  readonly find: (question: string) => Promise<number>
}

export const demo = async (): Promise<Demo> => {
  const w = await world({ poolSize: 12 })
  await fillIfEmpty(w, () => {})
  const { url } = await serve(w, { worker: false })
  const find = async (question: string): Promise<number> => {
    const { rows } = await sql.raw<{ id: string }>(question).execute(w.db)
    const found = rows[0]
    if (!found) throw new Error(`the demonstration has none: ${question}`)
    return Number(found.id)
  }
  return { w, url, find }
}

/** The secret link to a draft with a file, and to that file. */
export const previewOf = async ({ w, find }: Demo): Promise<readonly [string, string]> => {
  const id = await find(`
    select e.id from documents.edition e join documents.attachment a on a.edition_id = e.id
    where e.state in ('draft', 'returned', 'inReview') order by e.id limit 1`)
  const file = await find(`select id from documents.attachment where edition_id = ${id} limit 1`)
  const { address } = await w.act((act) => createPreview(act, { id, days: 1, note: '' }))
  return [address, `${address}/files/${file}`]
}
