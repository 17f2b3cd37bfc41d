import { statutoryCalendar } from '#calendar'
import { clockOf, readCase } from '#requests'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'
import { readNamed } from '../read-named.ts'

/** `gongkai clock FILE.json --json`: needs no database, so anyone can count a case again. */
export const clock: Command = async (args) => {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } })
  const [path] = positionals
  if (!path || positionals.length !== 1) throw new WrongUse('clock FILE.json --json')
  const counted = clockOf(readCase((await readNamed(path)).toString()), statutoryCalendar)
  if (values.json) return printJson(counted)
  const { days, ...dates } = counted
  for (const [name, value] of Object.entries(dates))
    process.stdout.write(`${name}\t${value ?? '—'}\n`)
  for (const day of days)
    process.stdout.write(`${day.on}\t${day.counted ? day.n : '·'}\t${day.reason}\t${day.article}\n`)
}
