import { countedOr, statutoryCalendar } from '#calendar'
import type { CivilDate } from '#platform/civil-date'

/** By when an interpretation has to be out, counted from the release of its policy. */
export const limits: readonly {
  readonly from: CivilDate
  readonly workingDays: number
  readonly article: string
}[] = [
  {
    from: '2016-04-18',
    workingDays: 3,
    article: '国办发〔2016〕19号：解读材料于文件公开后3个工作日内发布',
  },
]

/** The limit in force on a day. */
export const limitOn = (day: CivilDate): (typeof limits)[number] =>
  limits.findLast((row) => row.from <= day) ?? (limits[0] as (typeof limits)[number])

/** Questions about one policy that make a further explanation worth writing, and how far back they count. */
export const followUpSigns = { questions: 3, days: 90 } as const

/** The last day for the interpretation of a policy released on a day; null where it cannot be counted. */
export const dueOnOf = (releasedOn: CivilDate): CivilDate | null =>
  countedOr(
    () => statutoryCalendar.addWorkingDays(releasedOn, limitOn(releasedOn).workingDays),
    null,
  )
