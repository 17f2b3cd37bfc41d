import { dateAt, isCivilDate } from '#platform/civil-date'
import { feeMethods, feeOf } from '#requests'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'

/** `gongkai fee --by items|pages --count N --json`: needs no database. */
export const fee: Command = async (args) => {
  // "--count -1" is a number out of range, not a flag without its value.
  const words = args
    .join('\0')
    .replace(/(^|\0)--count\0(?=-\d)/, '$1--count=')
    .split('\0')
  const { values, positionals } = readArgs(words, {
    by: { type: 'string' },
    count: { type: 'string' },
    on: { type: 'string' },
    json: { type: 'boolean' },
  })
  const method = feeMethods.find((one) => one === values.by)
  const on = values.on ?? dateAt(new Date())
  if (!method || values.count === undefined || positionals.length > 0 || !isCivilDate(on))
    throw new WrongUse('fee --by items|pages --count N [--on YYYY-MM-DD] [--json]')
  const count = /^-?\d+(\.\d+)?$/.test(values.count) ? Number(values.count) : Number.NaN
  const counted = feeOf(method, count, on)
  if (values.json) return printJson(counted)
  for (const { from, to, rate, count: held, amountYuan } of counted.bands)
    process.stdout.write(`${from}–${to ?? ''}\t${held} × ${rate}\t${amountYuan}\n`)
  process.stdout.write(`${counted.amountYuan}\n`)
}
