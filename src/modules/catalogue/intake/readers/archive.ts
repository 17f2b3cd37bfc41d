import { openZip, ZipFault } from '#platform/zip'
import { limits } from '../limits.ts'
import { refuse } from '../refusals.ts'

/** A zip opened without expanding anything: names, and parts on demand. */
export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The bytes of one part; never more than its declared size, whatever the stream holds. */
  part(name: string): Uint8Array
}

const bounds = {
  entries: limits.zipEntries,
  declaredBytes: limits.declaredBytes,
  partBytes: limits.readBytes,
  readBytes: limits.readBytes,
  // Sheets of merged cells shrink five hundredfold, and only what is asked for is expanded.
  ratio: Number.POSITIVE_INFINITY,
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

const said = <Answer>(work: () => Answer): Answer => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    if (error.trouble === 'encrypted') throw refuse('fileEncrypted')
    if (error.trouble === 'expandsTooFar')
      throw refuse('fileExpandsTooFar', { megabytes: megabytes(error.limitBytes) })
    throw refuse('fileUnreadable', error.part ? { part: error.part } : {})
  }
}

/** Opens a zip by its directory. */
export function openArchive(bytes: Uint8Array): Archive {
  const zip = said(() => openZip(bytes, bounds))
  return { names: zip.names, has: zip.has, part: (name) => said(() => zip.part(name)) }
}
