import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import { byteOrderMark, csvLine } from '#platform/csv'
import type { Db } from '#platform/database'
import { type Language, speaker } from '#platform/words'
import type { closingFile } from '../contract/closing-file.ts'
import { refuse } from '../ending-refusals.ts'
import { fileTransferred } from '../facts.ts'
import type { Vault } from '../letters/commands.ts'
import { mayHandle, maySee } from '../policy.ts'
import { factAbout, type Request } from '../request.ts'
import { requestRow } from '../store/requests.ts'
import { type FullPiece, piecesOf } from './pieces.ts'

const isClosed = ({ stage }: Request): boolean => stage === 'closed' || stage === 'archived'

const seen = async (db: Db, by: Actor, id: number): Promise<Request> => {
  const request = await requestRow(db, id)
  if (!request || !maySee(by, request)) throw refuse('notFound')
  return request
}

/** The index of a case's file, for those who may see the case (M70). */
export const closingFileOf = async (
  db: Db,
  by: Actor,
  asked: { readonly id: number; readonly language: Language },
  key: Buffer,
): Promise<z.input<typeof closingFile.output>> => {
  const request = await seen(db, by, asked.id)
  const opens = mayHandle(by, request)
  const pieces = await piecesOf(db, request, opens, speaker(asked.language), key)
  return {
    pieces: pieces.map((piece) => ({ ...piece, files: piece.files.map(({ name }) => name) })),
    mayTransfer: opens && isClosed(request),
  }
}

// What no file system takes in a name.
const fileName = (name: string): string =>
  name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').slice(0, 120)
const say = speaker('zh-CN')

const columns = ['ordinal', 'by', 'what', 'on', 'files', 'more'] as const
const row = (piece: FullPiece, at: number, names: readonly string[]): readonly string[] => [
  String(at + 1),
  piece.by,
  [say(piece.what), piece.title].filter(Boolean).join(' '),
  piece.on,
  names.join('；'),
  piece.note,
]

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const indexPage = (request: Request, rows: readonly (readonly string[])[]): string => {
  const cells = (of: readonly string[], tag: string) =>
    of.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')
  const title = `${say('office.file.title')} ${request.number}`
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font-family:serif;margin:2cm}table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:4px 8px;text-align:left;vertical-align:top}</style>
<h1>${escaped(title)}</h1><p>${escaped(request.organizationName)}　${escaped(request.title)}</p>
<table><thead><tr>${cells(
    columns.map((name) => say(`office.file.${name}`)),
    'th',
  )}</tr></thead><tbody>
${rows.map((one) => `<tr>${cells(one, 'td')}</tr>`).join('\n')}
</tbody></table></html>
`
}

/**
 * The whole file of a closed case for the archive (art. 45: 归档): the index to read and to sort,
 * every letter and file opened, and a checksum for each. It holds what lies sealed here, so only those
 * who handle the case take it, and that they did is on record.
 */
export async function transferFileOf(
  act: Act,
  id: number,
  vault: Vault,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const request = await seen(act.tx, act.by, id)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (!isClosed(request)) throw refuse('notClosed')
  const pieces = await piecesOf(act.tx, request, true, say, vault.key)
  const content: Zippable = {}
  const sums: string[] = []
  const put = (name: string, bytes: Uint8Array): void => {
    content[name] = bytes
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
  }
  const rows: (readonly string[])[] = []
  for (const [at, piece] of pieces.entries()) {
    const names: string[] = []
    for (const [part, file] of piece.files.entries()) {
      const number = [String(at + 1).padStart(3, '0'), ...(part > 0 ? [part + 1] : [])].join('-')
      const name = `${number} ${fileName(file.name)}`
      put(`${say('closing.folder')}/${name}`, await file.read(vault))
      names.push(name)
    }
    rows.push(row(piece, at, names))
  }
  const heads = columns.map((name) => say(`office.file.${name}`))
  const table = [heads, ...rows].map(csvLine).join('')
  put(`${say('closing.index')}.html`, strToU8(indexPage(request, rows)))
  put(`${say('closing.index')}.csv`, strToU8(byteOrderMark + table))
  content.SHA256SUMS = strToU8(`${sums.join('\n')}\n`)
  // Letters and pictures are packed already.
  const bytes = Buffer.from(zipSync(content, { level: 1, mtime: act.at }))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await act.announce(fileTransferred, { ...factAbout(request), pieces: pieces.length, sha256 })
  return { name: `${request.number}.zip`, bytes }
}
