import type { Act, Actor } from '#platform/act'
import { addDays, type CivilDate, dateAt } from '#platform/civil-date'
import { approveFee, assessFee, caseOf, noticeFee, proposeFee } from '#requests'
import type { House } from '../../../house.ts'
import type { People } from './people.ts'
import type { DemoRequest } from './requests.ts'
import { morning } from './reviewing.ts'

/** Counted, proposed, approved by somebody else, and told, on three days running. */
export const charge = async (
  house: House,
  people: People,
  { id, code }: { readonly id: number; readonly code: string },
  day: CivilDate,
): Promise<void> => {
  const keeper = people.holder('disclosureOffice', code)
  const leader = people.holder('leader', code)
  const on = async <Done>(
    day: CivilDate,
    by: Actor,
    work: (act: Act, mark: { id: number; version: number }) => Promise<Done>,
  ) => {
    const { request } = await caseOf(house.db, by, id, day)
    return house.perform(by, (act) => work(act, { id, version: request.version }), morning(day))
  }
  const reason = '同一申请人当月申请超过10件，内容为逐件合同，按件计收。'
  await on(day, keeper, (act, mark) => assessFee(act, { ...mark, method: 'items', pages: null }))
  await on(day, keeper, (act, mark) => proposeFee(act, { ...mark, charges: true, reason }))
  await on(addDays(day, 1), leader, (act, mark) => approveFee(act, { ...mark, approves: true }))
  const toldOn = addDays(day, 2)
  await on(toldOn, keeper, (act, mark) => noticeFee(act, { ...mark, on: toldOn }))
}

// The thirty days to pay are not over, and the reply was not due when the notice went out.
const chargedAgo = 15

/** Whoever asks 35 times in a month is charged for the last item, and has not paid yet. */
export const askForFee = async (
  house: House,
  people: People,
  asked: readonly DemoRequest[],
  now: Date,
): Promise<void> => {
  const item = asked.findLast(({ story }) => story.startsWith('frequent-'))
  if (!item) return
  const today = dateAt(now)
  const { request } = await caseOf(house.db, item.keeper, item.requestId, today)
  // Not before it came in: the later of the two days.
  const days = [addDays(request.submittedOn, 1), addDays(today, -chargedAgo)]
  const day = days.sort().at(-1) ?? today
  await charge(house, people, { id: item.requestId, code: item.organizationCode }, day)
}
