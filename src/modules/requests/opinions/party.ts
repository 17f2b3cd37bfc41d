import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import { seal, unseal } from '#platform/sealing'
import { refuse } from '../letters/refusals.ts'

export const partyRoles = ['thirdParty', 'coMaker'] as const
export type PartyRole = (typeof partyRoles)[number]
export type Opinion = 'consents' | 'objects' | 'silent'

export interface PartyParticulars {
  readonly name: string
  readonly address: string
  readonly telephone: string
}

/** Somebody whose opinion the law wants heard before an answer. */
export interface Party {
  readonly id: number
  readonly requestId: number
  readonly role: PartyRole
  readonly sealed: string | null
  readonly askedOn: CivilDate | null
  readonly opinion: Opinion | null
  readonly opinionOn: CivilDate | null
  readonly sealedReasons: string | null
  readonly disclose: boolean | null
  readonly override: boolean
  readonly sealedRuling: string | null
  readonly toldOn: CivilDate | null
  readonly version: number
}

const columns = sql`id, request_id as "requestId", role, sealed, asked_on as "askedOn", opinion,
  opinion_on as "opinionOn", sealed_reasons as "sealedReasons", disclose, override,
  sealed_ruling as "sealedRuling", told_on as "toldOn", version`

export const partiesOf = async (db: Db, requestId: number): Promise<Party[]> => {
  const { rows } = await sql<Party>`select ${columns} from requests.party
    where request_id = ${requestId} order by id`.execute(db)
  return rows
}

export const partyRow = async (db: Db, id: number): Promise<Party> => {
  const { rows } = await sql<Party>`select ${columns} from requests.party where id = ${id}`.execute(
    db,
  )
  const [party] = rows
  if (!party) throw refuse('partyMissing')
  return party
}

export const insertParty = async (
  act: Act,
  requestId: number,
  role: PartyRole,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.party (request_id, role, added_at, added_by)
    values (${requestId}, ${role}, ${act.at}, ${act.by.id}) returning id`.execute(act.tx)
  return rows[0]?.id ?? 0
}

export const saveParty = (
  tx: Tx,
  id: number,
  change: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  sql`update requests.party set ${sql.join([
    ...Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql`version = version + 1`,
  ])} where id = ${id}`.execute(tx)

const belongsTo = (id: number, what: string): string => `party/${id}/${what}`

export const sealForParty = (text: string, id: number, what: string, key: Buffer): string =>
  seal(text, belongsTo(id, what), key)

export const openForParty = (
  sealed: string | null,
  id: number,
  what: string,
  key: Buffer,
): string => (sealed === null ? '' : unseal(sealed, belongsTo(id, what), key))

export const openPartyParticulars = (party: Party, key: Buffer): PartyParticulars => {
  if (party.sealed === null) throw refuse('particularsGone')
  return JSON.parse(openForParty(party.sealed, party.id, 'particulars', key)) as PartyParticulars
}
