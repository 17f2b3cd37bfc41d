import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

/**
 * Seals bytes under the installation's key (AES-256-GCM). What they belong to ("staff/12") is part of
 * the seal: what is copied to another row does not open.
 */
export const sealBytes = (bytes: Uint8Array, belongsTo: string, key: Buffer): Buffer => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(belongsTo))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

export const unsealBytes = (sealed: Uint8Array, belongsTo: string, key: Buffer): Buffer => {
  const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(belongsTo))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([opener.update(sealed.subarray(ivBytes + tagBytes)), opener.final()])
}

/** Seals a text, as `sealBytes` does, into letters and digits. */
export const seal = (text: string, belongsTo: string, key: Buffer): string =>
  sealBytes(Buffer.from(text), belongsTo, key).toString('base64url')

export const unseal = (sealed: string, belongsTo: string, key: Buffer): string =>
  unsealBytes(Buffer.from(sealed, 'base64url'), belongsTo, key).toString('utf8')

/** A keyed hash: the same text gives the same mark, and without the key nobody can try texts out. */
export const fingerprint = (text: string, key: Buffer): string =>
  createHmac('sha256', key).update(text).digest('base64url')
