import { posix } from 'node:path'
import { zipSync } from 'fflate'
import { openZip } from '../intake/zip.ts'
import { withoutElements } from './edit-xml.ts'

/** The parts of an office file, to be changed and put together again. */
export interface Package {
  readonly parts: Map<string, Uint8Array>
  text(path: string): string
  put(path: string, text: string): void
  /** Takes parts out, and every mention of them in the lists that hold the file together. */
  drop(gone: (path: string) => boolean): number
  bytes(): Uint8Array
}

const encoder = new TextEncoder()

export function openPackage(name: string, bytes: Uint8Array): Package {
  const zip = openZip(bytes, name)
  const parts = new Map<string, Uint8Array>(
    zip.names.filter((path) => !path.endsWith('/')).map((path) => [path, zip.part(path)]),
  )
  const text = (path: string) => Buffer.from(parts.get(path) ?? []).toString('utf8')
  const put = (path: string, words: string) => void parts.set(path, encoder.encode(words))
  return {
    parts,
    text,
    put,
    drop(gone) {
      const dropped = new Set([...parts.keys()].filter(gone))
      for (const path of dropped) parts.delete(path)
      if (dropped.size === 0) return 0
      for (const path of [...parts.keys()]) {
        if (path === '[Content_Types].xml')
          put(
            path,
            withoutElements(text(path), (_, { PartName }) =>
              dropped.has((PartName ?? '').slice(1)),
            ),
          )
        else if (path.endsWith('.rels')) {
          const base = posix.dirname(posix.dirname(path))
          const leadsTo = (target: string) =>
            target.startsWith('/') ? target.slice(1) : posix.join(base, target).replace(/^\.\//, '')
          put(
            path,
            withoutElements(
              text(path),
              (name, { Target, TargetMode }) =>
                name === 'Relationship' &&
                TargetMode !== 'External' &&
                dropped.has(leadsTo(Target ?? '')),
            ),
          )
        }
      }
      return dropped.size
    },
    bytes: () => zipSync(Object.fromEntries(parts), { level: 6 }),
  }
}
