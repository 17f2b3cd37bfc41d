import { readFile } from 'node:fs/promises'
import type { Db } from '#platform/database'
import { refusals } from '#platform/refusal'
import { checkHeld, heldOf, verifyChain } from '#seals'
import { type Command, exit, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'

const refuse = refusals('seals', { unreadable: 'missing' })

// An attachment may be 200 MB; a page that does not come in this time will not come.
const patienceMs = 60_000

const readSource = async (source: string): Promise<Uint8Array> => {
  try {
    if (!/^https?:\/\//.test(source)) return await readFile(source)
    const response = await fetch(source, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) throw new Error(`${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch {
    throw refuse('unreadable', { source })
  }
}

/** `--chain`: every link, every day's seal, every live page. */
const whole = async (db: Db, asJson: boolean): Promise<void> => {
  const report = await verifyChain(db)
  if (asJson) printJson(report)
  else {
    process.stdout.write(`${report.ok ? '✓' : '✗'} ${report.checked} links, head ${report.head}\n`)
    if (report.brokenAt)
      process.stdout.write(`  broken at ${report.brokenAt.number} (${report.brokenAt.why})\n`)
    for (const day of report.wrongDays) process.stdout.write(`  seal of ${day} does not fit\n`)
    for (const address of report.changed) process.stdout.write(`  changed: ${address}\n`)
  }
  if (!report.ok) process.exitCode = exit.refused
}

const good: readonly string[] = ['asPublished', 'superseded', 'withdrawn']

/** A saved page, a downloaded file or a text against the public record; or the whole record. */
export const verify: Command = async (args) => {
  const { values, positionals } = readArgs(args, {
    directory: { type: 'string' },
    json: { type: 'boolean' },
    chain: { type: 'boolean' },
  })
  const [source] = positionals
  if ((source === undefined) !== (values.chain === true) || positionals.length > 1)
    throw new WrongUse('gongkai verify FILE|URL, or --chain')
  const bytes = source === undefined ? null : await readSource(source)
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    const { db } = place.house
    if (!bytes) return await whole(db, values.json === true)
    const checked = await checkHeld(db, heldOf(bytes))
    if (values.json) printJson(checked)
    else {
      const { link } = checked
      const of = link ? ` ${link.address} ${link.indexNumber} #${link.number} ${link.at}` : ''
      process.stdout.write(`${checked.verdict}${of}\n`)
    }
    if (!good.includes(checked.verdict)) process.exitCode = exit.refused
  } finally {
    await place.close()
  }
}
