import { createHash } from 'node:crypto'
import { openZip, type Zip, type ZipBounds, ZipFault } from '#platform/zip'
import { type Manifest, readManifest } from './manifest.ts'
import { refuse } from './refusals.ts'
import { isSignedBy } from './signature.ts'
import type { SenderRow } from './store.ts'

const megabyte = 1024 * 1024
/** The largest package taken in: two hundred documents with their scans. */
export const packageBounds: ZipBounds & { readonly bytes: number } = {
  bytes: 256 * megabyte,
  entries: 1002,
  declaredBytes: 512 * megabyte,
  partBytes: 200 * megabyte,
  readBytes: 512 * megabyte,
  ratio: 200,
}

const manifestName = 'manifest.json'
const signatureName = 'manifest.sig'

export interface OpenedPackage {
  readonly manifest: Manifest
  readonly sha256: string
  readonly zip: Zip
  readonly signature: Buffer
  readonly signed: Buffer
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Opens a package and reads its manifest; nothing of it is trusted yet. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const zip = zipOf(() => openZip(bytes, packageBounds))
  if (!zip.has(manifestName)) throw refuse('manifestMissing')
  if (!zip.has(signatureName)) throw refuse('signatureMissing')
  const signed = zipOf(() => zip.part(manifestName))
  const signature = Buffer.from(zipOf(() => zip.text(signatureName)).trim(), 'base64')
  return { manifest: readManifest(signed), sha256: sha256Of(bytes), zip, signature, signed }
}

/** The sender signed this manifest, and the manifest names exactly these files with these contents. */
export function mustBeWhole(opened: OpenedPackage, sender: SenderRow | null): void {
  const { manifest, zip } = opened
  if (!sender) throw refuse('senderUnknown', { sender: manifest.sender })
  if (sender.revokedAt) throw refuse('senderRevoked', { sender: sender.id })
  if (!isSignedBy(sender.publicKey, opened.signed, opened.signature)) throw refuse('signatureWrong')
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  for (const name of zip.names)
    if (!name.endsWith('/') && ![manifestName, signatureName].includes(name) && !listed.has(name))
      throw refuse('fileUnlisted', { file: name })
  for (const file of manifest.files) {
    if (!zip.has(file.path)) throw refuse('fileMissing', { file: file.path })
    const bytes = zipOf(() => zip.part(file.path))
    if (bytes.length !== file.size || sha256Of(bytes) !== file.sha256)
      throw refuse('fileChanged', { file: file.path })
  }
  for (const document of manifest.documents)
    for (const path of [document.text, ...document.attachments.map((file) => file.path)])
      if (!listed.has(path)) throw refuse('fileMissing', { file: path })
}

export function zipOf<Answer>(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (error instanceof ZipFault) throw refuse('notZip')
    throw error
  }
}
