import { countedOr, lightOn, statutoryCalendar } from '#calendar'
import type { Act } from '#platform/act'
import { addDays, type CivilDate } from '#platform/civil-date'
import type { ClockEvent } from './clock/contract.ts'
import type { Request } from './request.ts'
import { servingRuleOn } from './store/rules.ts'
import { replySignedOn, saveServing } from './store/serving.ts'

type Light = ReturnType<typeof lightOn>

/**
 * How near the day due is. 国办公开办函〔2016〕235号 counts by posting or signing for, so a reply that lies
 * about signed is not there yet: its limit goes on, and past the house's own days it is yellow at least.
 */
export const lightOf = (
  { dueOn, serveBy }: Pick<Request, 'dueOn' | 'serveBy'>,
  today: CivilDate,
): Light => {
  const light = lightOn(dueOn, today)
  const liesAbout = serveBy !== null && today > serveBy
  return liesAbout && (light === 'none' || light === 'green') ? 'yellow' : light
}

/** Since when a reply lies signed and unserved, and until when it should have been served. */
const servingOf = async (
  act: Act,
  request: Request,
  events: readonly ClockEvent[],
): Promise<{ signedOn: CivilDate | null; serveBy: CivilDate | null }> => {
  const none = { signedOn: null, serveBy: null }
  const happened = (type: ClockEvent['type']) => events.find((event) => event.type === type)?.on
  const isOver =
    ['closed', 'archived'].includes(request.stage) ||
    ['lapsed', 'withdrawn'].includes(request.standing)
  if (isOver || happened('served')) return none
  const signedOn = (await replySignedOn(act.tx, request.id)) ?? happened('replied')
  if (!signedOn) return none
  const rule = await servingRuleOn(act.tx, signedOn)
  const serveBy =
    rule && countedOr(() => statutoryCalendar.addWorkingDays(signedOn, rule.days), null)
  return { signedOn, serveBy: serveBy ?? null }
}

/** Keeps both in the row, and has the day after turn it: then people are warned. */
export async function keepServing(
  act: Act,
  request: Request,
  events: readonly ClockEvent[],
): Promise<void> {
  const { signedOn, serveBy } = await servingOf(act, request, events)
  const turnsOn = serveBy !== null && serveBy >= act.today ? addDays(serveBy, 1) : null
  await saveServing(act.tx, request.id, { signedOn, serveBy, turnsOn })
}
