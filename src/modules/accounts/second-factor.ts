import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'

const periodSeconds = 30
const recoveryCodeCount = 10
const ivBytes = 12
const tagBytes = 16

// The account is part of what is sealed: a sealed secret copied to another row does not open.
const boundTo = (staffId: number): Buffer => Buffer.from(`staff/${staffId}`)

/** Seals a TOTP secret under the installation's key (AES-256-GCM). */
export const seal = (secret: string, staffId: number, key: Buffer): string => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(staffId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

export const unseal = (text: string, staffId: number, key: Buffer): string => {
  const bytes = Buffer.from(text, 'base64url')
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
    .setAAD(boundTo(staffId))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return opener.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + opener.final('utf8')
}

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
