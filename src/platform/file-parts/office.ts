import { openZip, type Zip } from '../zip.ts'
import type { Reading } from './reading.ts'
import { readSheet, sharedStrings, sheetsOf } from './sheet.ts'
import { readRuns } from './word.ts'
import { attribute, readAnyXml, walkXml } from './xml.ts'

const megabyte = 1024 * 1024
/** Office files and archives: what an honest one needs, see documents/intake/zip.ts. */
export const zipBounds = {
  entries: 5000,
  declaredBytes: 512 * megabyte,
  partBytes: 128 * megabyte,
  readBytes: 256 * megabyte,
  ratio: 200,
}

export const openOffice = (bytes: Uint8Array): Zip => openZip(bytes, zipBounds)

const picture = /\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|wdp|svg)$/i
/** Looks and machinery: no words of people. */
const noWords =
  /^\[Content_Types\]\.xml$|\/(?:theme|tableStyles|printerSettings|fonts|webSettings|fontTable|calcChain)[^/]*(?:\/|\.xml$|\.bin$)|\/theme\/|^docProps\/thumbnail\./i
const runs =
  /(?:^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments\d*|glossary\/document)\d*\.xml|^ppt\/(?:slides|notesSlides|slideMasters|slideLayouts|handoutMasters|notesMasters)\/[^/]+\.xml|\/diagrams\/[^/]+\.xml|\/drawings\/drawing\d*\.xml)$/i

/** Where a part of an office file stands, in the words of a path. */
function placeOf(part: string): string {
  const name = part.replace(/^.*\//, '').replace(/\.(?:xml|rels|vml)$/i, '')
  const number = /(\d+)$/.exec(name)?.[1] ?? ''
  if (/^word\/document\d*\.xml$/.test(part)) return 'body'
  if (/^word\/header/.test(part)) return 'header'
  if (/^word\/footer/.test(part)) return 'footer'
  if (/^word\/(?:foot|end)notes/.test(part)) return 'footnotes'
  if (/comments|persons|threadedComment/i.test(part)) return 'comments'
  if (/^ppt\/slides\/slide/.test(part)) return `slide:${number}`
  if (/^ppt\/notesSlides\//.test(part)) return `slideNotes:${number}`
  if (/^docProps\//.test(part)) return 'properties'
  if (/^customXml\//.test(part)) return 'customXml'
  if (/charts?\//.test(part)) return `chart:${number || '1'}`
  if (/drawings?\//i.test(part)) return 'drawing'
  if (/pivotCache\//.test(part)) return 'pivotCache'
  if (/externalLinks\//.test(part)) return 'externalLink'
  if (part === 'xl/workbook.xml') return 'definedNames'
  if (/\.rels$/.test(part)) return 'links'
  return `part:${name}`
}

/** Reads every part of a Word, Excel or PowerPoint file; what it does not know it reads all the same. */
export async function readOffice(zip: Zip, reading: Reading): Promise<void> {
  const cells = new Set<string>()
  let letters = 0
  if (zip.has('xl/workbook.xml')) {
    const strings = sharedStrings(zip)
    const used = new Set<number>()
    const spend = { cells: 0 }
    for (const sheet of sheetsOf(zip)) {
      if (!zip.has(sheet.path)) continue
      cells.add(sheet.path)
      readSheet(zip.part(sheet.path), sheet, { strings, used, spend }, reading)
    }
    letters += spend.cells * 2
    // Texts that no cell shows any more stay in the file until a program tidies it.
    const left = strings.filter((text, at) => text !== '' && !used.has(at))
    reading.text('unusedTexts', left.join('\n'))
  }
  let pictures = 0
  for (const part of zip.names) {
    if (part.endsWith('/') || cells.has(part) || noWords.test(part)) continue
    if (/^xl\/sharedStrings\.xml$/i.test(part)) continue
    if (picture.test(part)) pictures += 1
    else if (/vbaProject\.bin$/i.test(part)) reading.unread('macros', 'macros')
    else if (/\.(?:xml|rels|vml)$/i.test(part)) {
      const bytes = zip.part(part)
      const hidden = /\/slides\/slide\d+\.xml$/.test(part) && isHiddenSlide(bytes)
      const where = hidden ? `hidden${capital(placeOf(part))}` : placeOf(part)
      if (runs.test(part)) letters += readRuns(bytes, where, reading).letters
      else readAnyXml(bytes, where, reading)
    } else {
      const name = part.replace(/^.*\//, '')
      await reading.inside(`embedded:${name}`, name, zip.part(part))
    }
  }
  // A scan put into a Word file has its words in the picture; twenty letters are less than a caption.
  if (pictures > 0 && letters < pictures * 20 && !zip.has('xl/workbook.xml'))
    reading.unread('pictures', 'scannedPicture')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function isHiddenSlide(bytes: Uint8Array): boolean {
  let hidden = false
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'sld') hidden = ['0', 'false'].includes(attribute(attributes, 'show') ?? '1')
    },
  })
  return hidden
}
