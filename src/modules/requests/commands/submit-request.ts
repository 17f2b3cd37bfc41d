import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { type CivilDate, yearOf } from '#platform/civil-date'
import { scanText } from '#wording/contract'
import type { Channel } from '../clock/contract.ts'
import type { Asked, Door, RequesterParticulars } from '../contract/nouns.ts'
import { requestSubmitted } from '../facts.ts'
import { signatureOf } from '../frequency/signature.ts'
import { keepSignature } from '../frequency/store.ts'
import { mayRegister } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { channelOf, keptOf } from '../request.ts'
import {
  checkCodeMark,
  fingerprintOf,
  newCheckCode,
  sealAsked,
  sealParticulars,
} from '../requester.ts'
import {
  insertEvent,
  insertRequest,
  insertRequester,
  nextNumber,
  saveRequest,
  sealRequest,
  sealRequester,
} from '../store/requests.ts'

export interface Submitted {
  readonly requestId: number
  readonly number: string
  /** Told once; only its mark is kept. */
  readonly checkCode: string
}

interface Taken {
  readonly organizationId: number
  readonly requester: RequesterParticulars
  readonly asked: Asked
  readonly door: Door
  readonly channel: Channel
  readonly submittedOn: CivilDate
  readonly stage: 'new' | 'registered'
}

// As much as fits a line of the desk's list.
const titleLength = 40

/** Lists show the title to more people than may open the case: what looks personal is masked. */
export const titleOf = ({ wanted }: Asked): string => {
  const plain = wanted.replace(/\s+/g, ' ').trim()
  const line = scanText(plain)
    .filter((finding) => finding.confidence !== 'low')
    .toReversed()
    .reduce(
      (text, { start, end, masked }) => text.slice(0, start) + masked + text.slice(end),
      plain,
    )
  return line.length > titleLength ? `${line.slice(0, titleLength)}…` : line
}

const numberDigits = 4

const take = async (act: Act, taken: Taken, key: Buffer): Promise<Submitted> => {
  const { organizationId, requester, asked, channel, door, submittedOn } = taken
  const office = await organizationById(act.tx, organizationId)
  const year = yearOf(submittedOn)
  const running = await nextNumber(act.tx, organizationId, year)
  const number = `${office.code}-${year}-${String(running).padStart(numberDigits, '0')}`
  const checkCode = newCheckCode()
  const requesterId = await insertRequester(act.tx, {
    kind: requester.kind,
    fingerprint: fingerprintOf(requester, key),
    at: act.at,
  })
  await sealRequester(act.tx, requesterId, sealParticulars(requester, requesterId, key))
  const requestId = await insertRequest(
    act.tx,
    {
      number,
      organizationId,
      requesterId,
      channel,
      door,
      checkCode: checkCodeMark(number, checkCode, key),
      title: titleOf(asked),
      supply: asked.supply,
      delivery: asked.delivery,
      submittedOn,
      stage: taken.stage,
      parentId: null,
    },
    act.at,
  )
  await sealRequest(act.tx, requestId, sealAsked(asked, requestId, key))
  await keepSignature(act.tx, requestId, signatureOf(asked.wanted, key))
  const submitted = { type: 'submitted' as const, on: submittedOn }
  await insertEvent(act.tx, requestId, {
    ...submitted,
    note: '',
    partyId: null,
    letterId: null,
    staffId: act.by.id,
    at: act.at,
  })
  const { kept } = keptOf(channel, [submitted], act.today)
  await saveRequest(act.tx, requestId, kept, act.at)
  await act.announce(requestSubmitted, {
    subject: `request/${requestId}`,
    organizationId,
    requestId,
    door,
  })
  return { requestId, number, checkCode }
}

/**
 * A citizen's own request over the portal, at home or typed at a kiosk of an office. Either comes over the
 * Internet and counts once the office has confirmed it with them (政府信息公开条例 art. 31): a kiosk takes
 * what is typed by the same form, with nobody there to take it in.
 */
export const submitRequest = (
  act: Act,
  input: {
    readonly organizationId: number
    readonly requester: RequesterParticulars
    readonly asked: Asked
    readonly door?: 'portal' | 'kiosk'
  },
  key: Buffer,
): Promise<Submitted> =>
  take(
    act,
    {
      ...input,
      door: input.door ?? 'portal',
      channel: 'internet',
      submittedOn: act.today,
      stage: 'new',
    },
    key,
  )

/** A request that staff take in: at the counter, by post or fax, at a kiosk, or written up from what was said. */
export async function registerRequest(
  act: Act,
  input: {
    readonly organizationId: number
    readonly requester: RequesterParticulars
    readonly asked: Asked
    readonly door: Exclude<Door, 'portal'>
    /** Of post: whether the office signed for it. */
    readonly signed: boolean
    readonly submittedOn: CivilDate
    /** Of an oral request: that it was read back. */
    readonly readBack?: boolean
  },
  key: Buffer,
): Promise<Submitted> {
  const office = await organizationById(act.tx, input.organizationId)
  if (!mayRegister(act.by, office.path)) throw refuse('notYours')
  if (input.submittedOn > act.today)
    throw refuse('notYet', { on: input.submittedOn, asOf: act.today })
  // Art. 29: the office writes up what was said; read back, so that it is what the citizen meant.
  if (input.door === 'oral' && input.readBack === false) throw refuse('notReadBack')
  const channel = channelOf(input.door, input.signed)
  return take(act, { ...input, channel, stage: 'registered' }, key)
}
