import { seal, sealBytes, unseal, unsealBytes } from '#platform/sealing'

export interface SearchText {
  readonly place: string
  readonly words: string
  readonly result: string
}

const mark = (requestId: number, what: 'search' | 'note'): string => `request/${requestId}/${what}`

export const sealSearch = (text: SearchText, requestId: number, key: Buffer): string =>
  seal(JSON.stringify(text), mark(requestId, 'search'), key)
export const openSearch = (sealed: string, requestId: number, key: Buffer): SearchText =>
  JSON.parse(unseal(sealed, mark(requestId, 'search'), key)) as SearchText

export const sealNote = (text: string, requestId: number, key: Buffer): string =>
  seal(text, mark(requestId, 'note'), key)
export const openNote = (sealed: string, requestId: number, key: Buffer): string =>
  unseal(sealed, mark(requestId, 'note'), key)

// As the portal seals what comes with a request: any enclosure of a request opens alike.
const fileMark = (requestId: number): string => `enclosure/${requestId}`

export const sealFile = (bytes: Uint8Array, requestId: number, key: Buffer): Buffer =>
  sealBytes(bytes, fileMark(requestId), key)
export const openFile = (sealed: Uint8Array, requestId: number, key: Buffer): Buffer =>
  unsealBytes(sealed, fileMark(requestId), key)
