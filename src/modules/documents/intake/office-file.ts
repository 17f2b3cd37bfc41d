import { openCompoundFile } from '#platform/compound-file'
import { type Issue, issue } from '#platform/refusal'
import { refuse } from './refusals.ts'
import { openZip, type Zip } from './zip.ts'

interface Look {
  /** The extension that the content deserves; empty when it is none that we take. */
  readonly found: string
  readonly warnings: readonly Issue[]
}

/** Main part of each office format and the ending it means. */
const mainParts: readonly (readonly [string, string])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
  ['OFD.xml', 'ofd'],
]

/** Looks into a zip: which office format it is, and whether it may be shown to the public. */
export function lookIntoOfficeZip(bytes: Uint8Array, name: string): Look {
  const zip = openZip(bytes, name)
  const found = mainParts.find(([part]) => zip.has(part))?.[1] ?? ''
  if (zip.names.some((part) => /vbaProject\.bin$|\/vbaData\.xml$/i.test(part)))
    throw refuse('fileHasMacros', { name })
  if (zip.has('[Content_Types].xml') && /macroEnabled/i.test(zip.text('[Content_Types].xml')))
    throw refuse('fileHasMacros', { name })
  refuseReachingOut(zip, name)
  return { found, warnings: found === '' ? [] : hiddenParts(zip, found) }
}

/** A template or frame fetched from elsewhere on opening: the known way to attack by a clean file. */
function refuseReachingOut(zip: Zip, name: string): void {
  for (const part of zip.names.filter((path) => path.endsWith('.rels'))) {
    const rels = zip.text(part)
    for (const [relation] of rels.matchAll(/<Relationship\b[^>]*>/g)) {
      const isFetched = /\/(?:attachedTemplate|frame|subDocument|oleObject)"/.test(relation)
      const target = /\bTarget="([^"]*)"/.exec(relation)?.[1] ?? ''
      if (isFetched && /^(?:https?:|ftp:|mhtml:|\\\\|file:\/\/\/?\\\\)/i.test(target))
        throw refuse('fileReachesOut', { name })
    }
  }
}

function hiddenParts(zip: Zip, found: string): Issue[] {
  const has = (pattern: RegExp) => zip.names.some((part) => pattern.test(part))
  return [
    has(/\/embeddings\//) && issue('file', 'intake.embeddedObject'),
    has(/\/comments\d*\.xml$/) && issue('file', 'intake.comments'),
    found === 'docx' && hasTrackedChanges(zip) && issue('file', 'intake.trackedChanges'),
    found === 'xlsx' && hasHiddenSheet(zip) && issue('file', 'intake.hiddenSheet'),
  ].filter((notice) => notice !== false)
}

export const hasTrackedChanges = (zip: Zip): boolean =>
  /<w:(?:del|ins|moveFrom)\s/.test(zip.text('word/document.xml'))

const hasHiddenSheet = (zip: Zip): boolean =>
  /<sheet\b[^>]*\bstate="(?:hidden|veryHidden)"/.test(zip.text('xl/workbook.xml'))

// [MS-DOC] FibBase: bit 8 of the flags at offset 10. [MS-XLS]: FILEPASS follows the first BOF.
const [docFlagsAt, docEncrypted] = [10, 0x0100]
const [bofRecord, filePassRecord] = [0x0809, 0x002f]

/** Looks into the older container: Word, Excel, PowerPoint, or a newer file behind a password. */
export function lookIntoCompoundFile(bytes: Uint8Array, said: string, name: string): Look {
  const file = openCompoundFile(bytes)
  if (!file) throw refuse('fileBroken', { name })
  const has = (stream: string) => file.streams.includes(stream)
  if (has('EncryptedPackage')) throw refuse('fileEncrypted', { name })
  if (has('_VBA_PROJECT_CUR') || has('_VBA_PROJECT') || has('Macros'))
    throw refuse('fileHasMacros', { name })
  const warnings = has('ObjectPool') ? [issue('file', 'intake.embeddedObject')] : []
  if (has('WordDocument')) {
    const head = file.head('WordDocument')
    if (head.length > docFlagsAt + 1 && head.readUInt16LE(docFlagsAt) & docEncrypted)
      throw refuse('fileEncrypted', { name })
    return { found: said === 'wps' ? 'wps' : 'doc', warnings }
  }
  const book = ['Workbook', 'Book'].find(has)
  if (book) {
    const head = file.head(book)
    if (head.length > 8 && head.readUInt16LE(0) === bofRecord) {
      const second = 4 + head.readUInt16LE(2)
      if (second + 2 <= head.length && head.readUInt16LE(second) === filePassRecord)
        throw refuse('fileEncrypted', { name })
    }
    return { found: said === 'et' ? 'et' : 'xls', warnings }
  }
  return { found: has('PowerPoint Document') ? 'ppt' : '', warnings }
}
