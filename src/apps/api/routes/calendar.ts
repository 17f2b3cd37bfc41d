import * as calendar from '#calendar'
import * as contract from '#calendar/contract'
import { dateAt } from '#platform/civil-date'
import type { Answer } from '../answer.ts'

export const calendarRoutes = (answer: Answer): void => {
  answer(contract.calendarYears, ({ by, db }) => calendar.yearsKnown(db, by, dateAt(new Date())))
  answer(contract.previewNotice, ({ input, db }) => calendar.noticePreview(db, input))
  answer(contract.enterNotice, ({ input, by, perform }) =>
    perform(by, (act) => calendar.enterNotice(act, input)),
  )
}
