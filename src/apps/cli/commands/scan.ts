import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { sayPlace } from '#platform/file-parts/place'
import { refusals } from '#platform/refusal'
import { type Language, speaker } from '#platform/words'
import { scanFile } from '#wording'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'

const refuse = refusals('cli', { cannotRead: 'missing', fileTooLarge: 'invalid' })

// Files are read in memory; the largest that may be attached has 200 MB.
const mostBytes = 200 * 1024 * 1024

const language = (): Language => (process.env.LANG?.startsWith('en') ? 'en' : 'zh-CN')

/**
 * `scan FILE`: personal data, secret marks, wrong words in every part of a file. A file that could not
 * be read in full is an answer too (`"scanned": false`), so it ends with 0; a path that is none does not.
 */
export const scan: Command = async (args) => {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } })
  const [path] = positionals
  if (!path || positionals.length !== 1) throw new WrongUse('scan FILE [--json]')
  const bytes = await bytesOf(path)
  const { scanned, findings, unread } = await scanFile(basename(path), bytes)
  if (values.json)
    return printJson({
      scanned,
      findings: findings.map(({ kind, where, masked, confidence }) => ({
        kind,
        where,
        masked,
        confidence,
      })),
    })

  const say = speaker(language())
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  for (const { kind, where, masked, confidence } of findings)
    print(
      `${say(`finding.confidence.${confidence}`)}\t${say(`finding.${kind}`)}\t${masked}\t${sayPlace(say, where)}`,
    )
  for (const { where, why } of unread)
    print(`${say('scan.unread')}\t${sayPlace(say, where)}\t${say(`scan.why.${why}`)}`)
  print(say(scanned ? 'scan.done' : 'scan.notRead', { count: findings.length }))
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes) throw refuse('fileTooLarge', { path, megabytes: mostBytes / 1024 / 1024 })
    return await readFile(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw refuse('cannotRead', { path, reason: code ?? message })
  }
}
