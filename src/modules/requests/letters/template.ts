import Docxtemplater, { type DXT } from 'docxtemplater'
import { strFromU8, unzipSync } from 'fflate'
import PizZip from 'pizzip'
import { type Issue, issue } from '#platform/refusal'
import { fieldsOf, mustName } from './fields.ts'
import type { LetterKind } from './kinds.ts'

// The largest text of an office has 200 KB; pictures have no place in it.
export const largestTemplate = 2 * 1024 * 1024
const largestUnpacked = 20 * 1024 * 1024
const fewestUnpacked = 1

interface TemplateError {
  readonly properties?: {
    readonly errors?: readonly TemplateError[]
    readonly id?: string
    readonly xtag?: string
    readonly explanation?: string
  }
}

interface Part {
  readonly type?: string
  readonly value?: string
  readonly subparsed?: readonly Part[]
}

/** Gathers the names of the fields that a template uses; the library's own inspector needs lodash. */
const gatherer = (named: Set<string>): DXT.Module => {
  const gather = (parts: readonly Part[]): void => {
    for (const { type, value, subparsed } of parts) {
      if (type === 'placeholder' && value) named.add(value)
      if (subparsed) gather(subparsed)
    }
  }
  const module = {
    name: 'gatherer',
    postparse(parts: readonly Part[]) {
      gather(parts)
      return parts
    },
  }
  // The library calls `postparse` on each part of the file; its types leave it out.
  return module as object as DXT.Module
}

const open = (bytes: Uint8Array, modules: DXT.Module[] = []): Docxtemplater =>
  new Docxtemplater(new PizZip(Buffer.from(bytes)), {
    modules,
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
    errorLogging: false,
  })

/** Fills a template; values come as text, never as markup. */
export const fillTemplate = (
  bytes: Uint8Array,
  fields: Readonly<Record<string, string>>,
): Uint8Array => {
  const filled = open(bytes)
  filled.render(fields)
  return filled.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Whether a template has a place for a field. */
export const namesField = (bytes: Uint8Array, field: string): boolean => {
  const named = new Set<string>()
  open(bytes, [gatherer(named)])
  return named.has(field)
}

const unpacked = (bytes: Uint8Array): Record<string, Uint8Array> | null => {
  let sum = 0
  try {
    unzipSync(bytes, {
      filter: (file) => {
        sum += file.originalSize
        return false
      },
    })
    if (sum < fewestUnpacked || sum > largestUnpacked) return null
    const files = unzipSync(bytes)
    return files['word/document.xml'] && files['[Content_Types].xml'] ? files : null
  } catch {
    return null
  }
}

// What the printed letter could not show the same: the two forms of a letter must say one thing.
const unprintable: readonly (readonly [RegExp, string])[] = [
  [/<w:(?:drawing|pict|object)\b/, 'templatePicture'],
  [/<w:(?:ins|del|moveFrom|moveTo)\b/, 'templateRevisions'],
]

const structure = (files: Readonly<Record<string, Uint8Array>>): Issue[] => {
  const names = Object.keys(files)
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const found = unprintable.filter(([sign]) => sign.test(body)).map(([, code]) => code)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(body)) found.push('templateEntities')
  if (names.some((name) => /vbaProject|\.bin$/i.test(name))) found.push('templateMacros')
  if (
    names.some(
      (name) => /word\/(?:header|footer|footnotes)\d*\.xml$/.test(name) && wordsIn(files[name]),
    )
  )
    found.push('templateHeader')
  return found.map((code) => issue('template', code))
}

const wordsIn = (bytes: Uint8Array | undefined): boolean =>
  bytes !== undefined && /<w:t(?: [^>]*)?>\s*[^<\s]/.test(strFromU8(bytes))

const asIssues = (error: TemplateError): Issue[] => {
  const several = error.properties?.errors
  if (several) return several.flatMap(asIssues)
  const { xtag = '', id = '' } = error.properties ?? {}
  return [issue('template', 'templateTag', { tag: xtag || id })]
}

/** Everything that is wrong with an office's template, at once; empty when it can be taken. */
export function templateIssues(kind: LetterKind, bytes: Uint8Array): Issue[] {
  if (bytes.byteLength > largestTemplate)
    return [issue('template', 'templateTooLarge', { megabytes: largestTemplate / 1024 / 1024 })]
  const files = unpacked(bytes)
  if (!files) return [issue('template', 'templateNotDocx')]
  const found = structure(files)
  const named = new Set<string>()
  try {
    open(bytes, [gatherer(named)])
  } catch (error) {
    return [...found, ...asIssues(error as TemplateError)]
  }
  const known = new Set(fieldsOf(kind))
  return [
    ...found,
    ...[...named]
      .filter((name) => !known.has(name))
      .map((name) => issue('template', 'templateUnknownField', { name })),
    ...mustName(kind)
      .filter((name) => !named.has(name))
      .map((name) => issue('template', 'templateMissingField', { name })),
  ]
}
