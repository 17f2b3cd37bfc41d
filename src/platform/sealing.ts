import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

/**
 * Seals a text under the installation's key (AES-256-GCM). What it belongs to ("staff/12") is part of
 * the seal: a sealed text copied to another row does not open.
 */
export const seal = (text: string, belongsTo: string, key: Buffer): string => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(belongsTo))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

export const unseal = (sealed: string, belongsTo: string, key: Buffer): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(belongsTo))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return opener.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + opener.final('utf8')
}

/** A keyed hash: the same text gives the same mark, and without the key nobody can try texts out. */
export const fingerprint = (text: string, key: Buffer): string =>
  createHmac('sha256', key).update(text).digest('base64url')
