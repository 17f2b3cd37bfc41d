import type { CivilDate } from '#platform/civil-date'
import type { Publisher } from './form.ts'

/** A date by which reports of the year before are published; local dates may come earlier. */
export interface Deadline {
  /** In force for reports due from this day. */
  readonly from: CivilDate
  readonly publisher: Publisher
  readonly monthDay: string
  readonly article: string
}

/** Art. 49 of 国令第711号, in force since 2019-05-15. */
export const statutoryDeadlines: readonly Deadline[] = [
  {
    from: '2019-05-15',
    publisher: 'department',
    monthDay: '01-31',
    article: '政府信息公开条例 第四十九条',
  },
  // The Regulations name no day for townships; offices ask for theirs with the departments'.
  {
    from: '2019-05-15',
    publisher: 'township',
    monthDay: '01-31',
    article: '政府信息公开条例 第四十九条（乡镇、街道参照部门时限）',
  },
  {
    from: '2019-05-15',
    publisher: 'government',
    monthDay: '03-31',
    article: '政府信息公开条例 第四十九条',
  },
]

/** The day by which the report on a year has to be public; null where no rule is among the data. */
export const deadlineOf = (
  publisher: Publisher,
  year: number,
  deadlines: readonly Deadline[] = statutoryDeadlines,
): { readonly on: CivilDate; readonly article: string } | null => {
  const candidates = deadlines
    .filter((one) => one.publisher === publisher)
    .map((one) => ({ ...one, on: `${year + 1}-${one.monthDay}` }))
    .filter((one) => one.on >= one.from)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
  const first = candidates[0]
  return first ? { on: first.on, article: first.article } : null
}
