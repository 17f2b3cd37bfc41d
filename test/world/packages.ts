import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { zipSync } from 'fflate'

/** An office network with a key of its own. */
export const makeSender = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }) as string,
    privateKey,
  }
}

type Parts = Readonly<Record<string, Uint8Array | string>>

const bytesOf = (part: Uint8Array | string): Uint8Array =>
  typeof part === 'string' ? new TextEncoder().encode(part) : part

/** A package as an office system packs it; `spoil` changes parts after signing. */
export const makePackage = (
  privateKey: ReturnType<typeof makeSender>['privateKey'],
  manifest: object,
  parts: Parts,
  spoil: Parts = {},
): Uint8Array => {
  const files = Object.entries(parts).map(([path, part]) => ({
    path,
    size: bytesOf(part).length,
    sha256: createHash('sha256').update(bytesOf(part)).digest('hex'),
  }))
  const signed = bytesOf(JSON.stringify({ format: 'gongkai-intake/1', files, ...manifest }))
  const all = {
    'manifest.json': signed,
    'manifest.sig': sign(null, signed, privateKey).toString('base64'),
    ...parts,
    ...spoil,
  }
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([path, part]) => [path, bytesOf(part)])),
  )
}
