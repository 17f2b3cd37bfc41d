import { type CalendarYear, enterCalendarYear, enterNotice, yearsKnown } from '#calendar'
import { type ListedYear, monthsOf, workingDaysIn } from '#calendar/contract'
import { theSystem } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import { speaker } from '#platform/words'
import { type Command, language, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace, type Place } from '../place.ts'
import { readNamed } from '../read-named.ts'
import { readYears } from '../read-years.ts'

const refuse = refusals('calendar', { noSuchYear: 'missing' })

const usage = 'calendar list | show YEAR | enter FILE.txt|FILE.json [--directory DIR] [--json]'

/** `gongkai calendar`: the years of working days that an installation counts by; entering one. */
export const calendar: Command = async (args) => {
  const { values, positionals } = readArgs(args, {
    directory: { type: 'string' },
    json: { type: 'boolean' },
  })
  const [verb, what, ...more] = positionals
  const isList = verb === 'list' && what === undefined
  const isShow = verb === 'show' && /^\d{4}$/.test(what ?? '')
  const isEnter = verb === 'enter' && what !== undefined
  if (more.length > 0 || !(isList || isShow || isEnter)) throw new WrongUse(usage)
  // A file that cannot be read is refused before anything is opened.
  const file = isEnter ? await readEntry(what) : null
  const place = await openPlace({ directory: values.directory, attach: true })
  const json = values.json ?? false
  try {
    if (file) await enter(place, file, json)
    else await tell(place, isShow ? Number(what) : null, json)
  } finally {
    await place.close()
  }
}

type Entry = { readonly text: string } | { readonly year: CalendarYear }

/** A year as `show --json` writes it, or the text of a notice. */
const readEntry = async (path: string): Promise<Entry> => {
  if (!path.endsWith('.json')) return { text: (await readNamed(path)).toString() }
  const [year, ...others] = await readYears(path)
  if (!year || others.length > 0) throw new WrongUse(usage)
  return { year }
}

const enter = async (place: Place, entry: Entry, json: boolean): Promise<void> => {
  const { year } = await place.house.perform(theSystem, (act) =>
    'text' in entry ? enterNotice(act, entry) : enterCalendarYear(act, entry),
  )
  if (json) printJson({ year })
  else process.stdout.write(`${speaker(language())('calendar.cli.entered', { year })}\n`)
}

const tell = async (place: Place, year: number | null, json: boolean): Promise<void> => {
  const { years, awaited } = await yearsKnown(place.house.db, theSystem, dateAt(new Date()))
  const say = speaker(language())
  if (year === null) {
    if (json) return printJson({ awaited, years })
    for (const one of years) process.stdout.write(`${lineOf(one, years)}\n`)
    if (awaited !== null)
      process.stdout.write(`${awaited}\t${say('calendar.cli.awaited', { year: awaited })}\n`)
    return
  }
  const found = years.find(({ days }) => days.year === year)
  if (!found) throw refuse('noSuchYear', { year })
  if (json) return printJson(found.days)
  const { notices, holidays, makeUpDays } = found.days
  for (const { number, on, title } of notices) process.stdout.write(`${title} ${number} ${on}\n`)
  for (const { name, from, to } of holidays) process.stdout.write(`${from}\t${to}\t${name}\n`)
  for (const on of makeUpDays) process.stdout.write(`${on}\t${on}\t${say('calendar.day.makeUp')}\n`)
}

const lineOf = ({ days, source }: ListedYear, years: readonly ListedYear[]): string => {
  const next = years.find((one) => one.days.year === days.year + 1)?.days
  const worked = workingDaysIn(monthsOf(days, next))
  const numbers = days.notices.map(({ number }) => number).join('、')
  return `${days.year}\t${worked}\t${speaker(language())(`calendar.source.${source}`)}\t${numbers}`
}
