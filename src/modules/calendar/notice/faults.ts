import { type Issue, issue } from '#platform/refusal'

/** Something in a notice's text that keeps it from being entered; its sentence names the line. */
export type Fault = Issue

/** Where in the pasted text, and its words there, so that a person finds them again. */
export interface Place {
  readonly line: number
  readonly quote: string
}

// Longer words than these are cut: a line only has to be found again, what was not read has to be seen.
const longest = { quote: 14, rest: 40 }
const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

const at = ({ line, quote }: Place) => ({ line, quote: shortened(quote, longest.quote) })

/** Every fault that a notice can have. */
export const faults = {
  yearMissing: () => issue('notice', 'noticeYearMissing'),
  titleMissing: () => issue('notice', 'noticeTitleMissing'),
  numberMissing: () => issue('notice', 'noticeNumberMissing'),
  dateMissing: () => issue('notice', 'noticeDateMissing'),
  holidayMissing: (name: string) => issue('notice', 'noticeHolidayMissing', { name }),
  nothingRead: () => issue('notice', 'noticeNothingRead'),
  baseMissing: (year: number) => issue('notice', 'noticeBaseMissing', { year }),
  unread: (place: Place, rest: string) =>
    issue('notice', 'noticeUnread', { ...at(place), rest: shortened(rest, longest.rest) }),
  noHoliday: (place: Place) => issue('notice', 'noticeNoHoliday', at(place)),
  noSuchDay: (place: Place, day: string) =>
    issue('notice', 'noticeNoSuchDay', { ...at(place), day }),
  endsBefore: (place: Place) => issue('notice', 'noticeEndsBefore', at(place)),
  outsideYear: (place: Place, on: string) =>
    issue('notice', 'noticeOutsideYear', { ...at(place), on }),
  dayCount: (place: Place, said: number, read: number) =>
    issue('notice', 'noticeDayCount', { ...at(place), said, read }),
  weekday: (place: Place, on: string, said: string, is: string) =>
    issue('notice', 'noticeWeekday', { ...at(place), on, said, is }),
  makeUpNotWeekend: (place: Place, on: string, is: string) =>
    issue('notice', 'noticeMakeUpNotWeekend', { ...at(place), on, is }),
  makeUpInHoliday: (place: Place, on: string) =>
    issue('notice', 'noticeMakeUpInHoliday', { ...at(place), on }),
  twice: (place: Place, on: string) => issue('notice', 'noticeTwice', { ...at(place), on }),
} as const
