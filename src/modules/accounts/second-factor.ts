import { createHash, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import * as sealing from '#platform/sealing'

const periodSeconds = 30
const recoveryCodeCount = 10

/** Seals a TOTP secret for its account. */
export const seal = (secret: string, staffId: number, key: Buffer): string =>
  sealing.seal(secret, `staff/${staffId}`, key)

export const unseal = (text: string, staffId: number, key: Buffer): string =>
  sealing.unseal(text, `staff/${staffId}`, key)

export const newSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = (secret: string, userName: string): TOTP =>
  new TOTP({
    issuer: 'Gongkai',
    label: userName,
    secret: Secret.fromBase32(secret),
    period: periodSeconds,
  })

/** What an authenticator application reads, as an address and as a picture. */
export const enrolment = async (
  secret: string,
  userName: string,
): Promise<{ secret: string; url: string; qrSvg: string }> => {
  const url = totpOf(secret, userName).toString()
  return { secret, url, qrSvg: await QRCode.toString(url, { type: 'svg', margin: 1 }) }
}

/** The 30-second step to which a code belongs, one before or after allowed for slow clocks. */
export const stepOf = (secret: string, code: string, at: Date): number | null => {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / periodSeconds) + delta
}

/** The code of a moment, for tests and demonstrations. */
export const codeAt = (secret: string, at: Date): string =>
  totpOf(secret, '').generate({ timestamp: at.getTime() })

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of sixteen letters (79 bits), so that a plain hash keeps them even if the table is lost. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: 16 }, () => letters[randomInt(letters.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )

export const recoveryHash = (staffId: number, code: string): string =>
  createHash('sha256')
    .update(`${staffId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest('hex')
