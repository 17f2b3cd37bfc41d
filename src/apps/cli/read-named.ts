import { readFile } from 'node:fs/promises'
import { refusals } from '#platform/refusal'

const refuse = refusals('cli', { cannotRead: 'missing' })

/** The bytes of a file named on the command line; one that cannot be read is refused with its path. */
export const readNamed = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse('cannotRead', { path, reason: error.code ?? error.message })
  })
