import chineseDays from 'chinese-days'
import { addDays, type CivilDate, yearOf } from '#platform/civil-date'
import type {
  DemoAttachment,
  DemoDocument,
  DemoMatter,
  DemoOrganization,
  DocumentKind,
} from '../types.ts'
import { matterRef, mattersOf } from './matters.ts'
import { page } from './page.ts'
import { type Draw, drawFor } from './random.ts'

export interface Context extends Draw {
  readonly year: number
  readonly on: CivilDate
  readonly me: DemoOrganization
}

export type Body = string | ((context: Context) => string)

/** One document as its author writes it; dates, numbers and addresses are filled in by `documentOf`. */
export interface Sheet {
  readonly key: string
  readonly by: string
  readonly kind: DocumentKind
  /** Month and day on which the information is formed, `MM-DD`: the last such day that fits before today. */
  readonly at: string
  /** Whole years further back. */
  readonly back?: number
  /**
   * Month and day of the last event of a story that runs over several documents: it chooses the year
   * for all of them, so that no approval comes before its hearing, whatever day is today.
   */
  readonly story?: string
  readonly title: string
  /** Paths as `matterRef` reads them, parted by `；`. */
  readonly serves: string
  readonly body: Body
  readonly number?: readonly [prefix: string, serial: number]
  /** Calendar days from formed to published; a few days when absent. */
  readonly lag?: number
  readonly keywords: string
  readonly attachment?: (context: Context) => DemoAttachment
  readonly interprets?: string
  readonly corrected?: { readonly after: number; readonly note: string; readonly body: Body }
  readonly withdrawn?: { readonly after: number; readonly note: string }
  /** The column beside the catalogue in which a text without a matter stands. */
  readonly column?: DemoDocument['column']
  /** Emergencies keep no office hours: the day stays as it is. */
  readonly anyDay?: boolean
  /** Guides, tables and lists carry no signature block. */
  readonly unsigned?: boolean
}

export const chineseDate = (date: CivilDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The day itself or the next one on which an office works, by the State Council's notices. */
const officeDay = (date: CivilDate): CivilDate =>
  chineseDays.isWorkday(date) ? date : officeDay(addDays(date, 1))

/**
 * Fills `{y}` `{y-1}` (year), `{m}` (month), `{d}` `{d+7}` (day, in Chinese), `{org}` `{short}` `{tel}`
 * `{addr}` `{hours}` of the author.
 */
const fill = (text: string, { year, on, me }: Context): string =>
  text.replaceAll(
    /\{(y|d)([+-]\d+)?\}|\{(m|org|short|tel|addr|hours)\}/g,
    (_, unit, shift, word) => {
      if (unit === 'y') return String(year + Number(shift ?? 0))
      if (unit === 'd') return chineseDate(addDays(on, Number(shift ?? 0)))
      return {
        m: String(Number(on.slice(5, 7))),
        org: me.name,
        short: me.shortName,
        tel: me.telephone,
        addr: me.address,
        hours: me.hours,
      }[word as 'm' | 'org' | 'short' | 'tel' | 'addr' | 'hours']
    },
  )

const compose = (body: Body, context: Context): string =>
  fill(typeof body === 'string' ? body : body(context), context)

/** The first line that says something: no heading, table or 各…： salutation. */
const summaryOf = (text: string): string => {
  const line = text
    .split('\n')
    .map((candidate) => candidate.trim())
    .find((candidate) => candidate.length > 20 && !/^[#|^>-]|：$/.test(candidate))
  return (line ?? '').replaceAll('**', '').slice(0, 140)
}

// Long enough for the last document of any story to be published and corrected.
const storyCourseDays = 40
// The demo's county begins two years before today; nothing may be older than it is.
const oldestDays = 700

/** The most recent season of a sheet whose whole course, `course` days long, lies before today. */
const seasonOf = (sheet: Sheet, course: number, today: CivilDate): CivilDate => {
  const { at, back = 0, story, anyDay } = sheet
  const inYear = (year: number) => (anyDay ? `${year}-${at}` : officeDay(`${year}-${at}`))
  const year = yearOf(today)
  const reached = story
    ? addDays(`${year}-${story}`, storyCourseDays) <= today
    : addDays(inYear(year), course) <= today
  const found = inYear(year - (reached ? 0 : 1) - back)
  return !story && back > 0 && found < addDays(today, -oldestDays)
    ? inYear(yearOf(found) + 1)
    : found
}

/** Makes the document of a sheet as it stands on `today`. */
export const documentOf = (
  sheet: Sheet,
  organizations: readonly DemoOrganization[],
  matters: readonly DemoMatter[],
  today: CivilDate,
): DemoDocument => {
  const me = organizations.find(({ code }) => code === sheet.by)
  if (me === undefined) throw new Error(`demo document ${sheet.key}: no organization ${sheet.by}`)
  const draw = drawFor(sheet.key)
  // Two to nine calendar days hold at most seven working days: in time for every ordinary matter.
  const lag = sheet.lag ?? draw.int(2, 8)
  const after = sheet.corrected?.after ?? sheet.withdrawn?.after ?? 0
  const formedOn = seasonOf(sheet, lag + after + 12, today)
  const publishedOn = sheet.anyDay ? addDays(formedOn, lag) : officeDay(addDays(formedOn, lag))
  const context: Context = { ...draw, year: yearOf(formedOn), on: formedOn, me }
  const text = compose(sheet.body, context)
  const close = sheet.unsigned
    ? ''
    : `\n> ${me.name}\n> ${chineseDate(formedOn)}${sheet.number ? '\n（此件公开发布）' : ''}`
  const refs = sheet.serves === '' ? [] : sheet.serves.split('；').map(matterRef)
  const found = refs
    .flatMap((ref) => mattersOf(ref, matters))
    .filter(({ levels }) => levels.length === 0 || levels.includes(me.level))
  const later = officeDay(addDays(publishedOn, after))
  return {
    key: sheet.key,
    organizationCode: me.code,
    matters: refs,
    matterCodes: [...new Set(found.map(({ code }) => code))],
    title: fill(sheet.title, context),
    kind: sheet.kind,
    html: page(text + close),
    summary: summaryOf(text),
    ...(sheet.number && {
      documentNumber: `${sheet.number[0]}〔${context.year}〕${sheet.number[1]}号`,
    }),
    writtenOn: formedOn,
    formedOn,
    publishedOn,
    attribute: 'proactive',
    source: me.name,
    keywords: sheet.keywords.split(' '),
    ...(sheet.attachment && { attachment: sheet.attachment(context) }),
    ...(sheet.column && { column: sheet.column }),
    ...(sheet.interprets && { interprets: sheet.interprets }),
    ...(sheet.corrected && {
      corrected: {
        on: later,
        note: fill(sheet.corrected.note, context),
        html: page(compose(sheet.corrected.body, context) + close),
      },
    }),
    ...(sheet.withdrawn && {
      withdrawn: { on: later, publicNote: fill(sheet.withdrawn.note, context) },
    }),
  }
}
