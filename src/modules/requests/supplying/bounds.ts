import { type AllowedFile, allowedFiles, type SeenFile } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import { refuse } from '../letters/refusals.ts'

/** What may be supplied with a reply: which kinds, how large, how many. */
interface SupplyBounds {
  readonly from: CivilDate
  readonly kinds: readonly AllowedFile['kind'][]
  /** Of one file, and of all of a case together. */
  readonly megabytes: number
  readonly altogether: number
  readonly most: number
}

/**
 * Newest last. Files are sealed and opened whole in memory, and a requester on a telephone takes them home:
 * 50 MB is the largest office file that a document may have, 20 of them fill one list of enclosures.
 */
const supplyBounds: readonly SupplyBounds[] = [
  {
    from: '2019-05-15',
    kinds: ['text', 'sheet', 'slides', 'print', 'image'],
    megabytes: 50,
    altogether: 200,
    most: 20,
  },
]

const megabyte = 1024 * 1024

export const supplyBoundsOn = (on: CivilDate): SupplyBounds => {
  const bounds = supplyBounds.findLast(({ from }) => from <= on) ?? supplyBounds[0]
  if (!bounds) throw new Error('no bounds of supplied files')
  return bounds
}

const endingsOf = ({ kinds }: SupplyBounds): string[] =>
  allowedFiles.filter(({ kind }) => kinds.includes(kind)).map(({ extension }) => extension)

/** For file choosers, which filter by it what they offer. */
export const supplyAccept = (on: CivilDate): string =>
  endingsOf(supplyBoundsOn(on))
    .map((ending) => `.${ending}`)
    .join(',')

/** Refuses what is too large to be looked into at all. */
export const mustFit = (file: { name: string; bytes: Uint8Array }, on: CivilDate): void => {
  const { megabytes } = supplyBoundsOn(on)
  if (file.bytes.byteLength > megabytes * megabyte)
    throw refuse('supplyTooLarge', { name: file.name, megabytes })
}

/** Refuses a file that is of no kind to be supplied, or that is too much beside those already there. */
export const mustBeWithin = (
  file: Pick<SeenFile, 'name' | 'mediaType' | 'bytes'>,
  known: readonly { readonly size: number }[],
  on: CivilDate,
): void => {
  const bounds = supplyBoundsOn(on)
  const allowed = allowedFiles.find(
    ({ mediaType, extension }) =>
      mediaType === file.mediaType && file.name.toLowerCase().endsWith(`.${extension}`),
  )
  if (!allowed || !bounds.kinds.includes(allowed.kind))
    throw refuse('supplyKind', { name: file.name, allowed: endingsOf(bounds).join('、') })
  if (known.length >= bounds.most) throw refuse('supplyTooMany', { most: bounds.most })
  const sum = known.reduce((total, { size }) => total + size, file.bytes.byteLength)
  if (sum > bounds.altogether * megabyte)
    throw refuse('supplyTooMuch', { megabytes: bounds.altogether })
}
