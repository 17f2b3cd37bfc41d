import { statutoryCalendar as calendar } from '#calendar'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { clockLawOn } from '../clock/law.ts'
import { recordEvent } from '../commands/record-event.ts'
import { partyMoved } from '../letters/facts.ts'
import { refuse } from '../letters/refusals.ts'
import { mayHandle } from '../policy.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import {
  insertParty,
  type Opinion,
  openForParty,
  type Party,
  type PartyParticulars,
  type PartyRole,
  partyRow,
  saveParty,
  sealForParty,
} from './party.ts'

/** Names somebody whose opinion has to be heard; asked they are by their letter. */
export async function addParty(
  act: Act,
  input: {
    readonly requestId: number
    readonly role: PartyRole
    readonly particulars: PartyParticulars
  },
  key: Buffer,
): Promise<{ partyId: number }> {
  const request = await lockRequest(act.tx, input.requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  const partyId = await insertParty(act, request.id, input.role)
  const sealed = sealForParty(JSON.stringify(input.particulars), partyId, 'particulars', key)
  await saveParty(act.tx, partyId, { sealed })
  await announce(act, request, partyId, 'added', null)
  return { partyId }
}

const announce = (
  act: Act,
  request: Request,
  partyId: number,
  step: string,
  opinion: Opinion | null,
): Promise<void> => act.announce(partyMoved, { ...factAbout(request), partyId, step, opinion })

const locked = async (
  act: Act,
  partyId: number,
): Promise<{ readonly request: Request; readonly party: Party }> => {
  const { requestId } = await partyRow(act.tx, partyId)
  const request = await lockRequest(act.tx, requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  return { request, party: await partyRow(act.tx, partyId) }
}

/** The last day for an opinion (art. 32, 34): fifteen working days from the letter. */
const limitOf = (request: Request, party: Party): CivilDate | null => {
  const law = party.askedOn && clockLawOn(request.receivedOn ?? party.askedOn)
  if (!party.askedOn || !law) return null
  const { days } = party.role === 'thirdParty' ? law.thirdParty : law.coMaker
  return calendar.addWorkingDays(party.askedOn, days)
}

/**
 * Enters what somebody answered, or that they kept silent. An objection needs its reasons (art. 32);
 * silence can be entered only once the time is over.
 */
export async function recordOpinion(
  act: Act,
  input: {
    readonly partyId: number
    readonly opinion: Opinion
    readonly on: CivilDate
    readonly reasons: string
  },
  key: Buffer,
): Promise<void> {
  const { request, party } = await locked(act, input.partyId)
  const { opinion, on, reasons } = input
  if (!party.askedOn) throw refuse('partyNotAsked')
  if (party.opinion) throw refuse('partyAskedTwice')
  if (opinion === 'objects' && reasons.trim() === '') throw refuse('partyReasonsMissing')
  const limit = limitOf(request, party)
  if (opinion === 'silent') {
    if (limit && act.today <= limit) throw refuse('partyStillTime', { until: limit })
  } else {
    const type = party.role === 'thirdParty' ? 'thirdPartyReplied' : 'coMakerReplied'
    await recordEvent(act, { id: request.id, type, on, partyId: party.id })
  }
  await saveParty(act.tx, party.id, {
    opinion,
    opinion_on: opinion === 'silent' ? limit : on,
    sealed_reasons: reasons.trim() && sealForParty(reasons, party.id, 'reasons', key),
    // Art. 34: a co-maker who keeps silent consents. Art. 32: a third party's silence decides nothing.
    ...(party.role === 'coMaker' && opinion !== 'objects' && { disclose: true }),
    ...(party.role === 'thirdParty' && opinion === 'consents' && { disclose: true }),
  })
  await announce(act, request, party.id, 'heard', opinion)
}

/** Why the office settles so, checked against what was said: the law's different meanings of silence. */
const checkRuling = (party: Party, disclose: boolean, override: boolean, ruling: string): void => {
  if (!party.opinion) throw refuse('partyUnheard')
  if (party.role === 'coMaker' && party.opinion !== 'objects' && !disclose)
    throw refuse('partyConsentHolds')
  if (party.role === 'thirdParty' && party.opinion === 'objects' && disclose && !override)
    throw refuse('partyObjects')
  if (override && (!disclose || party.role !== 'thirdParty' || party.opinion !== 'objects'))
    throw refuse('partyOverrideNeeds')
  if ((override || party.opinion === 'silent') && ruling.trim() === '')
    throw refuse('partyReasonsMissing')
}

/**
 * Settles whether what touches a party is disclosed. Against a reasoned objection only for the public
 * interest (art. 15), and then the third party is told by letter before the reply goes out (art. 32).
 */
export async function ruleOnParty(
  act: Act,
  input: {
    readonly partyId: number
    readonly disclose: boolean
    readonly override: boolean
    readonly ruling: string
  },
  key: Buffer,
): Promise<void> {
  const { request, party } = await locked(act, input.partyId)
  checkRuling(party, input.disclose, input.override, input.ruling)
  await saveParty(act.tx, party.id, {
    disclose: input.disclose,
    override: input.override,
    sealed_ruling: input.ruling.trim() && sealForParty(input.ruling, party.id, 'ruling', key),
  })
  await announce(act, request, party.id, input.override ? 'overridden' : 'ruled', party.opinion)
}

/** What a party said and why the office settled so, for those who handle the case. */
export const partyWords = (party: Party, key: Buffer) => ({
  reasons: openForParty(party.sealedReasons || null, party.id, 'reasons', key),
  ruling: openForParty(party.sealedRuling || null, party.id, 'ruling', key),
})
