import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type Issue, issue } from '#platform/refusal'
import { seal, unseal } from '#platform/sealing'
import { recordEvent } from '../commands/record-event.ts'
import { letterServed } from '../letters/facts.ts'
import { codeOfReply } from '../letters/kinds.ts'
import { refuse } from '../letters/refusals.ts'
import { letterRow } from '../letters/store.ts'
import { mayHandle } from '../policy.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout } from '../request.ts'
import { lockRequest, saveRequest } from '../store/requests.ts'
import { type Carrier, serviceRule, type Way } from './rules.ts'

export interface ServeLetter {
  readonly letterId: number
  readonly way: Way
  /** Posted, sent or put up for download; nothing for what is handed over. */
  readonly postedOn?: CivilDate | null
  readonly carrier?: Carrier | 'other' | null
  readonly waybill?: string
  readonly signedOn?: CivilDate | null
  readonly signedBy?: string
  readonly address?: string
}

const missingProof = (input: ServeLetter, proof: readonly string[], met: string): Issue[] => {
  const given: Readonly<Record<string, unknown>> = { ...input }
  return [met, ...proof]
    .filter((name) => !given[name])
    .map((name) => issue(name, 'serviceProofMissing', {}))
}

const belongsTo = (letterId: number): string => `service/${letterId}`

/** Enters how a letter was served, with what proves it; a reply's service is an event of the case. */
export async function serveLetter(act: Act, input: ServeLetter, key: Buffer): Promise<void> {
  const { requestId } = await letterRow(act.tx, input.letterId)
  const request = await lockRequest(act.tx, requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  const letter = await letterRow(act.tx, input.letterId)
  if (letter.state !== 'issued' || !letter.issuedOn) throw refuse('serviceNotIssued')
  const { way } = input
  const rule = serviceRule(way, act.today)
  if (!rule) throw refuse('serviceWay')
  if (way === 'post' && input.carrier === 'other')
    throw refuse('serviceCourier', { article: rule.article })
  const issues = missingProof(input, rule.proof, rule.met)
  if (issues.length > 0) throw refuse('serviceProof', { issues, article: rule.article })
  const metOn = (rule.met === 'postedOn' ? input.postedOn : input.signedOn) ?? act.today
  const signedOn = input.signedOn ?? null
  const wrong = [metOn, signedOn].some(
    (on) => on !== null && (on > act.today || on < (letter.issuedOn ?? on)),
  )
  if (wrong || (signedOn !== null && signedOn < metOn))
    throw refuse('serviceDate', { issued: letter.issuedOn, today: act.today })
  if (await serviceOf(act.tx, letter.id)) throw refuse('serviceTwice')
  const proof = { signedBy: input.signedBy ?? '', address: input.address ?? '' }
  const knownOn = rule.known === 'signedOn' ? signedOn : metOn
  await sql`insert into requests.service (request_id, letter_id, way, posted_on, carrier, waybill,
      signed_on, sealed_proof, met_on, known_on, article, entered_at, entered_by)
    values (${request.id}, ${letter.id}, ${way}, ${input.postedOn ?? null}::date,
      ${way === 'post' ? (input.carrier ?? null) : null}, ${input.waybill || null},
      ${signedOn}::date, ${seal(JSON.stringify(proof), belongsTo(letter.id), key)}, ${metOn}::date,
      ${knownOn}::date, ${rule.article}, ${act.at}, ${act.by.id})`.execute(act.tx)
  if (codeOfReply(letter.kind)) {
    await recordEvent(act, { id: request.id, type: 'served', on: metOn, letterId: letter.id })
    await saveRequest(act.tx, request.id, { stage: 'served' }, act.at)
  }
  await act.announce(letterServed, { ...factAbout(request), letterId: letter.id, way, on: metOn })
}

/** The day on which the requester signed for what was posted: from it the remedies run. */
export async function recordSigned(
  act: Act,
  input: { readonly letterId: number; readonly signedOn: CivilDate; readonly signedBy: string },
  key: Buffer,
): Promise<void> {
  const { requestId } = await letterRow(act.tx, input.letterId)
  const request = await lockRequest(act.tx, requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  const service = await serviceOf(act.tx, input.letterId)
  if (!service) throw refuse('serviceNotIssued')
  if (service.signedOn) throw refuse('serviceTwice')
  if (input.signedOn < service.metOn || input.signedOn > act.today)
    throw refuse('serviceDate', { issued: service.metOn, today: act.today })
  const proof = { ...openProof(service, input.letterId, key), signedBy: input.signedBy }
  await sql`update requests.service set signed_on = ${input.signedOn}::date,
      known_on = ${input.signedOn}::date, version = version + 1,
      sealed_proof = ${seal(JSON.stringify(proof), belongsTo(input.letterId), key)}
    where letter_id = ${input.letterId}`.execute(act.tx)
  await act.announce(letterServed, {
    ...factAbout(request),
    letterId: input.letterId,
    way: service.way,
    on: input.signedOn,
  })
}

export interface Service {
  readonly letterId: number
  readonly way: Way
  readonly postedOn: CivilDate | null
  readonly carrier: Carrier | null
  readonly waybill: string | null
  readonly signedOn: CivilDate | null
  readonly metOn: CivilDate
  readonly knownOn: CivilDate | null
  readonly article: string
  readonly sealedProof: string | null
  /** The name of the scan that proves it. */
  readonly proof: string | null
}

const columns = sql`letter_id as "letterId", way, posted_on as "postedOn", carrier, waybill,
  signed_on as "signedOn", met_on as "metOn", known_on as "knownOn", article,
  sealed_proof as "sealedProof", case when proof_sha256 is not null then proof_name end as proof`

export const serviceOf = async (db: Db, letterId: number): Promise<Service | null> => {
  const { rows } = await sql<Service>`select ${columns} from requests.service
    where letter_id = ${letterId}`.execute(db)
  return rows[0] ?? null
}

export const servicesOf = async (db: Db, requestId: number): Promise<Service[]> => {
  const { rows } = await sql<Service>`select ${columns} from requests.service
    where request_id = ${requestId} order by id`.execute(db)
  return rows
}

export const openProof = (
  { sealedProof }: Service,
  letterId: number,
  key: Buffer,
): { readonly signedBy: string; readonly address: string } =>
  sealedProof === null
    ? { signedBy: '', address: '' }
    : (JSON.parse(unseal(sealedProof, belongsTo(letterId), key)) as never)
