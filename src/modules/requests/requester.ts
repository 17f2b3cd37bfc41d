import { randomInt } from 'node:crypto'
import { fingerprint, seal, unseal } from '#platform/sealing'
import type { Asked, RequesterParticulars } from './contract/nouns.ts'

const requesterSeal = (requesterId: number): string => `requester/${requesterId}`
const requestSeal = (requestId: number): string => `request/${requestId}`

export const sealParticulars = (of: RequesterParticulars, id: number, key: Buffer): string =>
  seal(JSON.stringify(of), requesterSeal(id), key)

export const openParticulars = (sealed: string, id: number, key: Buffer): RequesterParticulars =>
  JSON.parse(unseal(sealed, requesterSeal(id), key)) as RequesterParticulars

export const sealAsked = (asked: Asked, requestId: number, key: Buffer): string =>
  seal(JSON.stringify(asked), requestSeal(requestId), key)

export const openAsked = (sealed: string, requestId: number, key: Buffer): Asked =>
  JSON.parse(unseal(sealed, requestSeal(requestId), key)) as Asked

/** Who has the same identity number is the same requester; without one, name and telephone decide. */
export const fingerprintOf = (of: RequesterParticulars, key: Buffer): string => {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  const identity = of.identityNumber
    ? `${of.identityType}:${plain(of.identityNumber)}`
    : `${plain(of.name)}:${plain(of.telephone || of.email)}`
  return fingerprint(`requester:${identity}`, key)
}

// Without 0, 1, I and O, which people mistake when they copy from paper.
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const codeLength = 8

/** Eight signs, a trillion codes: with the number it opens one progress page and nothing else. */
export const newCheckCode = (): string =>
  Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]).join('')

/** What is kept of a check code. */
export const checkCodeMark = (number: string, code: string, key: Buffer): string =>
  fingerprint(`check:${number}:${code.trim().toUpperCase()}`, key)
