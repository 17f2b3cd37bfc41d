import { openZip as open, type Zip, ZipFault } from '#platform/zip'
import { refuse } from './refusals.ts'

export type { Zip } from '#platform/zip'

const megabyte = 1024 * 1024
/**
 * Bounds for office files, which are zips. The largest honest file seen, a plan with 300 photographs,
 * declared 180 MB in 700 parts, its text 9 MB; text expands at most fortyfold, bombs a thousandfold.
 */
export const zipBounds = {
  entries: 5000,
  declaredBytes: 512 * megabyte,
  partBytes: 64 * megabyte,
  readBytes: 512 * megabyte,
  ratio: 200,
}

const codes = {
  broken: 'fileBroken',
  encrypted: 'fileEncrypted',
  expandsTooFar: 'fileExpandsTooFar',
} as const

/** Opens an office file; what is wrong with it is said with its name. */
export function openZip(bytes: Uint8Array, name: string): Zip {
  const said = <Answer>(work: () => Answer): Answer => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error
      const megabytes = Math.round(error.limitBytes / megabyte)
      throw refuse(codes[error.trouble], { name, part: error.part, megabytes })
    }
  }
  const zip = said(() => open(bytes, zipBounds))
  return {
    names: zip.names,
    has: zip.has,
    part: (path) => said(() => zip.part(path)),
    text: (path) => said(() => zip.text(path)),
  }
}
