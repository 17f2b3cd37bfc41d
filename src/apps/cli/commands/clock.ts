import { calendarOf, statutoryCalendar, withShipped } from '#calendar'
import { clockOf, readCase } from '#requests'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'
import { readNamed } from '../read-named.ts'
import { readYears } from '../read-years.ts'

/**
 * `gongkai clock FILE.json --json`: needs no database, so anyone can count a case again, with a year that
 * came after the program out of a file (`--calendar`). With `--directory` it
 * counts as that installation does.
 */
export const clock: Command = async (args) => {
  const { values, positionals } = readArgs(args, {
    json: { type: 'boolean' },
    calendar: { type: 'string' },
    directory: { type: 'string' },
  })
  const [path] = positionals
  if (!path || positionals.length !== 1)
    throw new WrongUse('clock FILE.json [--calendar YEARS.json] [--directory DIR] --json')
  const asked = readCase((await readNamed(path)).toString())
  const counted = clockOf(asked, await calendarFor(values))
  if (values.json) return printJson(counted)
  const { days, ...dates } = counted
  for (const [name, value] of Object.entries(dates))
    process.stdout.write(`${name}\t${value ?? '—'}\n`)
  for (const day of days)
    process.stdout.write(`${day.on}\t${day.counted ? day.n : '·'}\t${day.reason}\t${day.article}\n`)
}

const calendarFor = async (values: {
  readonly calendar?: string | undefined
  readonly directory?: string | undefined
}) => {
  if (values.calendar) return calendarOf(withShipped(await readYears(values.calendar)))
  if (values.directory === undefined) return statutoryCalendar
  // Opening the house loads the years that were entered there.
  const place = await openPlace({ directory: values.directory, attach: true })
  const { years } = statutoryCalendar
  await place.close()
  return calendarOf(years)
}
