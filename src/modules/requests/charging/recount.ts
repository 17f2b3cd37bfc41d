import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type FeeBand, feeOf } from '../fee/fee.ts'
import { type FeeMethod, tariffs } from '../fee/tariff.ts'
import { refuse } from '../learning-refusals.ts'
import type { Request } from '../request.ts'
import { requestRow } from '../store/requests.ts'
import { assessmentOf, type Counted, monthItems, putAssessment, untoldInMonth } from './store.ts'

const fenPerYuan = 100
const monthChars = 7

/** The bands of one item: the one in which it stands, with the one item in it. */
const bandOfItem = (ordinal: number, on: CivilDate): FeeBand[] => {
  const band = feeOf('items', ordinal, on).bands.at(-1)
  return band ? [{ ...band, count: 1, amountYuan: band.rate }] : []
}

/**
 * The fee of one request by one method, never both (国办函〔2020〕109号 art. 3). By item it is the rate
 * of this item's place in its asker's month; by page, of the pages of this request alone.
 */
export const countFee = async (
  db: Db,
  request: Request,
  method: FeeMethod,
  pages: number | null,
  today: CivilDate,
): Promise<Counted> => {
  const { receivedOn } = request
  if (receivedOn === null) throw refuse('feeNotReceived')
  const items = await monthItems(db, request.id)
  const itemOrdinal = items.find(({ id }) => id === request.id)?.ordinal
  if (itemOrdinal === undefined) throw refuse('isSplit')
  if (method === 'pages' && pages === null) throw refuse('feePagesMissing')
  const bands =
    method === 'items' ? bandOfItem(itemOrdinal, today) : feeOf('pages', pages ?? 0, today).bands
  const yuan = bands.reduce((sum, band) => sum + band.amountYuan, 0)
  return {
    method,
    month: receivedOn.slice(0, monthChars),
    itemOrdinal,
    pages: method === 'pages' ? pages : null,
    bands,
    amountFen: yuan * fenPerYuan,
    article: tariffs.findLast(({ since }) => since <= today)?.article ?? '',
    assessedOn: today,
  }
}

/** After a split or a merger: the month is counted anew, but never what the requester was told. */
export async function recountFees(act: Act, requestId: number): Promise<void> {
  for (const id of await untoldInMonth(act.tx, requestId)) {
    const [request, known] = await Promise.all([requestRow(act.tx, id), assessmentOf(act.tx, id)])
    if (!request || !known) continue
    const items = await monthItems(act.tx, id)
    // A whole that was split, or one merged into another, is no item any more: its parts are.
    if (!items.some((item) => item.id === id)) continue
    const counted = await countFee(act.tx, request, known.method, known.pages, act.today)
    if (counted.amountFen !== known.amountFen || counted.itemOrdinal !== known.itemOrdinal)
      await putAssessment(act.tx, id, counted)
  }
}
