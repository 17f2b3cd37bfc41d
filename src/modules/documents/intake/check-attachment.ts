import { fileTypeFromBuffer } from 'file-type'
import { isCompoundFile } from '#platform/compound-file'
import { type Issue, issue } from '#platform/refusal'
import {
  type AllowedFile,
  allowedByExtension,
  allowedFiles,
  extensionOf,
  type FileKind,
  refusedFiles,
} from './allowed-files.ts'
import { lookIntoCompoundFile, lookIntoOfficeZip } from './office-file.ts'
import { refuse } from './refusals.ts'
import { safeName } from './safe-name.ts'

export interface CheckedFile {
  readonly mediaType: string
  readonly kind: FileKind
  /** The name to store and show, its ending corrected to what the file is. */
  readonly safeName: string
  /** What the clerk should know; the file may be taken all the same. */
  readonly warnings: readonly Issue[]
}

/**
 * Says what a file really is, by its ending, its first bytes and a look inside, and refuses what must
 * not become public or cannot be examined: programs, macros, passwords, archives, active pages.
 */
export async function checkAttachment(file: {
  name: string
  bytes: Uint8Array
}): Promise<CheckedFile> {
  const { name, bytes } = file
  const shown = safeName(name, extensionOf(name) || 'bin')
  const said = allowedByExtension.get(extensionOf(name))
  if (!said) throw refusedType(shown, extensionOf(name))
  if (bytes.length === 0) throw refuse('fileEmpty', { name: shown })
  if (bytes.length > said.megabytes * 1024 * 1024)
    throw refuse('fileTooLarge', { name: shown, megabytes: said.megabytes })

  const { found, warnings } = await identify(bytes, said, shown)
  const allowed = found === said.extension ? said : allowedByExtension.get(found)
  const isSameFamily =
    allowed !== undefined && (allowed === said || (allowed.kind === said.kind && !isPlain(said)))
  if (!allowed || !isSameFamily)
    throw refuse('fileTypeMismatch', { name: shown, said: said.extension, found: found || '?' })
  return {
    mediaType: allowed.mediaType,
    kind: allowed.kind,
    safeName: safeName(name, allowed.extension),
    warnings:
      allowed === said
        ? warnings
        : [...warnings, issue('name', 'intake.extensionCorrected', { extension: found })],
  }
}

const isPlain = (file: AllowedFile) => file.extension === 'txt' || file.extension === 'csv'

function refusedType(name: string, extension: string) {
  const allowed = allowedFiles.map((file) => file.extension).join('、')
  const code = refusedFiles.get(extension) ?? 'fileTypeRefused'
  return refuse(code, { name, extension: extension || '?', allowed })
}

/** The extension that the content deserves, and what was noticed on the way. */
async function identify(
  bytes: Uint8Array,
  said: AllowedFile,
  name: string,
): Promise<{ found: string; warnings: readonly Issue[] }> {
  if (isCompoundFile(bytes)) return lookIntoCompoundFile(bytes, said.extension, name)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return lookIntoOfficeZip(bytes, name)
  const sniffed = await fileTypeFromBuffer(bytes)
  if (isPlain(said) && sniffed === undefined)
    return { found: isReadableText(bytes) ? said.extension : '', warnings: [] }
  const found = extensionOf(`x.${sniffed?.ext ?? ''}`)
  return { found, warnings: found === 'pdf' ? lookIntoPdf(bytes) : [] }
}

/** Plain words: valid UTF-8, UTF-16 with a mark, or GB18030 as Windows writes it; no page, no program. */
function isReadableText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64 * 1024)
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (!marked && head.includes(0)) return false
  for (const encoding of marked ? ['utf-16le', 'utf-16be'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
      return !/^\s*(?:<!doctype|<html|<\?xml|<svg|<script|%!PS|#!\/)/i.test(text)
    } catch {}
  }
  return false
}

function lookIntoPdf(bytes: Uint8Array): Issue[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (mark: string) => buffer.includes(mark, 0, 'latin1')
  return [
    has('/Encrypt') && issue('file', 'intake.pdfProtected'),
    (has('/JavaScript') || has('/Launch')) && issue('file', 'intake.pdfActive'),
    has('/EmbeddedFile') && issue('file', 'intake.pdfEmbeds'),
  ].filter((found) => found !== false)
}
