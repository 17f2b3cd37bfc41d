import { sql } from 'kysely'
import type { Actor } from '#platform/act'
import { type CivilDate, yearOf } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { feePayment } from '../clock/law.ts'
import type { FeeLine, FeeShape, FeeState } from '../contract/charging.ts'
import { feeOf } from '../fee/fee.ts'
import { tariffs } from '../fee/tariff.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle, maySee, seenBy } from '../policy.ts'
import { requestRow } from '../store/requests.ts'
import { mayApproveFee } from './commands.ts'
import { assessmentOf, monthItems } from './store.ts'

/** 国办函〔2020〕109号 art. 7: not against the fee itself, but against the giving up that follows it. */
export const objectionArticle =
  '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第七条、《中华人民共和国政府信息公开条例》第五十一条'

/** The fee of a request as its office sees it. */
export const feeOfRequest = async (
  db: Db,
  by: Actor,
  id: number,
  today: CivilDate,
): Promise<FeeShape> => {
  const request = await requestRow(db, id)
  if (!request || !maySee(by, request)) throw refuse('notFound')
  const [assessment, items] = await Promise.all([assessmentOf(db, id), monthItems(db, id)])
  const rateOf = (ordinal: number) => feeOf('items', ordinal, today).bands.at(-1)?.rate ?? 0
  const own = items.find((item) => item.id === id)
  return {
    requestVersion: request.version,
    mayHandle: mayHandle(by, request),
    mayApprove: mayApproveFee(by, request, assessment),
    assessment,
    byItem: own
      ? {
          ordinal: own.ordinal,
          amountYuan: rateOf(own.ordinal),
          bands: [...feeOf('items', own.ordinal, today).bands],
        }
      : null,
    month: items.map((item) => ({ ...item, rate: rateOf(item.ordinal) })),
    article: tariffs.findLast(({ since }) => since <= today)?.article ?? '',
    paymentArticle: feePayment.article,
    paymentDays: feePayment.days,
    objectionArticle,
  }
}

interface Row extends Omit<FeeLine, 'amountFen'> {
  readonly amountFen: string
}

/** Fees that a person may see, newest request first. */
export const feeList = async (
  db: Db,
  by: Actor,
  asked: {
    readonly state?: FeeState | undefined
    readonly after?: number | undefined
    readonly limit: number
  },
  today: CivilDate,
): Promise<{ items: FeeLine[]; next: number | null; paidFen: number; year: number }> => {
  const year = yearOf(today)
  const tables = sql`requests.fee_assessment f
    join requests.request r on r.id = f.request_id
    join organizations.organization o on o.id = r.organization_id
    left join organizations.organization u on u.id = r.unit_id`
  const [{ rows }, paid] = await Promise.all([
    sql<Row>`
      select r.id as "requestId", r.number, r.title, coalesce(u.name, o.name) as unit, f.method,
        f.item_ordinal as "itemOrdinal", f.pages, f.amount_fen as "amountFen", f.state, f.charges,
        f.noticed_on as "noticedOn", f.due_on as "dueOn", f.paid_on as "paidOn",
        f.receipt_number as "receiptNumber"
      from ${tables}
      where ${seenBy(by)} ${asked.state ? sql`and f.state = ${asked.state}` : sql``}
        ${asked.after ? sql`and r.id < ${asked.after}` : sql``}
      order by r.id desc limit ${asked.limit + 1}`.execute(db),
    sql<{ fen: string | null }>`
      select sum(f.amount_fen) as fen from ${tables}
      where ${seenBy(by)} and f.state = 'paid'
        and f.paid_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`.execute(db),
  ])
  const items = rows
    .slice(0, asked.limit)
    .map((row) => ({ ...row, amountFen: Number(row.amountFen) }))
  return {
    items,
    next: rows.length > asked.limit ? (items.at(-1)?.requestId ?? null) : null,
    paidFen: Number(paid.rows[0]?.fen ?? 0),
    year,
  }
}
