import type { BlobStore } from '#platform/blob-store'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { letterRule } from '../letters/kinds.ts'
import { openSealedFile } from '../letters/office.ts'
import { type Letter, lettersOf } from '../letters/store.ts'

/** A letter that the requester may take from the progress page. */
export interface OwnLetter {
  readonly id: number
  readonly title: string
  readonly on: CivilDate
}

/** What was sent to the requester; letters to others and the house's own forms are not theirs. */
const isTheirs = (letter: Letter): boolean => {
  const { party, series } = letterRule(letter.kind)
  const toRequester = series === '公复' || series === '公告' || letter.kind === 'receipt'
  return letter.state === 'issued' && party === null && letter.partyId === null && toRequester
}

export const lettersFor = async (db: Db, requestId: number): Promise<OwnLetter[]> =>
  (await lettersOf(db, requestId)).filter(isTheirs).flatMap((letter) =>
    letter.issuedOn && letter.pdfSha256
      ? [
          {
            id: letter.id,
            title: [letterRule(letter.kind).title, letter.number].filter(Boolean).join(' '),
            on: letter.issuedOn,
          },
        ]
      : [],
  )

/** One of these letters as PDF; null for any other. */
export const ownLetter = async (
  db: Db,
  asked: { readonly requestId: number; readonly letterId: number },
  files: BlobStore,
  key: Buffer,
): Promise<Buffer | null> => {
  const letter = (await lettersOf(db, asked.requestId)).find(({ id }) => id === asked.letterId)
  if (!letter || !isTheirs(letter) || !letter.pdfSha256) return null
  return openSealedFile(letter.pdfSha256, `letter/${letter.id}`, { files, key })
}
