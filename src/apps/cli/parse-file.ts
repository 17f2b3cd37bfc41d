import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refusals } from '#platform/refusal'
import { parseInThread } from '../worker/parse.ts'

const refuse = refusals('cli', { cannotRead: 'missing' })

/** Reads a published table from disk and parses it apart from this process. */
export const parseFile = async (path: string): ReturnType<typeof parseInThread> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse('cannotRead', { path, reason: error.code ?? error.message })
  })
  return parseInThread({ name: basename(path), bytes })
}
