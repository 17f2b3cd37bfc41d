import type { RefusalCode } from './refusals.ts'

/** What may be attached to a document, and why it may. Everything else is refused. */
export const fileKinds = ['text', 'sheet', 'slides', 'print', 'image', 'audio', 'video'] as const
export type FileKind = (typeof fileKinds)[number]

export interface AllowedFile {
  readonly extension: string
  readonly mediaType: string
  readonly kind: FileKind
  readonly megabytes: number
  readonly reason: string
}

const msWord = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const msSheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const msSlides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

const row = (
  extension: string,
  mediaType: string,
  kind: FileKind,
  megabytes: number,
  reason: string,
): AllowedFile => ({ extension, mediaType, kind, megabytes, reason })

// Files are looked into in memory, hence 200 MB at most. The largest gazettes and plans seen on county sites are 40 to 80 MB, spreadsheets 20 MB.
export const allowedFiles: readonly AllowedFile[] = [
  row(
    'pdf',
    'application/pdf',
    'print',
    100,
    'looks the same everywhere; the usual form of a signed text',
  ),
  row(
    'ofd',
    'application/ofd',
    'print',
    100,
    'GB/T 33190, the national format of official documents',
  ),
  row('docx', msWord, 'text', 50, 'forms that people fill in'),
  row('doc', 'application/msword', 'text', 50, 'older forms still in use'),
  row(
    'wps',
    'application/vnd.ms-works',
    'text',
    50,
    'WPS Office is the usual office suite of government',
  ),
  row('xlsx', msSheet, 'sheet', 50, 'tables that people compute with'),
  row('xls', 'application/vnd.ms-excel', 'sheet', 50, 'older tables still in use'),
  row('et', 'application/vnd.ms-excel', 'sheet', 50, 'WPS spreadsheets'),
  row('csv', 'text/csv', 'sheet', 50, 'open data'),
  row('txt', 'text/plain', 'text', 10, 'plain notices'),
  row('pptx', msSlides, 'slides', 100, 'interpretations of a policy in pictures'),
  row('ppt', 'application/vnd.ms-powerpoint', 'slides', 100, 'older slides still in use'),
  row('jpg', 'image/jpeg', 'image', 20, 'photographs and scans'),
  row('png', 'image/png', 'image', 20, 'charts and screenshots'),
  row('webp', 'image/webp', 'image', 20, 'small pictures of newer devices'),
  row('gif', 'image/gif', 'image', 20, 'older charts; shown as a still picture'),
  row('mp3', 'audio/mpeg', 'audio', 100, 'spoken interpretation'),
  row('mp4', 'video/mp4', 'video', 200, 'filmed interpretation and press conferences'),
]

const archives = ['zip', 'rar', '7z', 'gz', 'tar']
const macros = ['docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'pptm', 'potm', 'ppsm']
const pages = ['svg', 'html', 'htm', 'mht', 'xml', 'xhtml']
const phonePictures = ['heic', 'heif', 'avif']
const refusedAs = (extensions: string[], code: RefusalCode) =>
  extensions.map((extension) => [extension, code] as const)

/** Endings whose refusal can say what to do instead; all others are `fileTypeRefused`. */
export const refusedFiles: ReadonlyMap<string, RefusalCode> = new Map([
  ...refusedAs(archives, 'archiveRefused'),
  ...refusedAs(macros, 'fileHasMacros'),
  ...refusedAs(pages, 'pageRefused'),
  ...refusedAs(phonePictures, 'phonePictureRefused'),
])

const aliases: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg', text: 'txt' }

export const extensionOf = (name: string): string => {
  const extension = /\.([A-Za-z0-9]{1,8})\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return aliases[extension] ?? extension
}

export const allowedByExtension = new Map(allowedFiles.map((file) => [file.extension, file]))
