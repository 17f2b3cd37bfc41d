import { basename } from 'node:path'
import { parseInThread } from '../worker/parse.ts'
import { readNamed } from './read-named.ts'

/** Reads a published table from disk and parses it apart from this process. */
export const parseFile = async (path: string): ReturnType<typeof parseInThread> =>
  parseInThread({ name: basename(path), bytes: await readNamed(path) })
