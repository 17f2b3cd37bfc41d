import { posix } from 'node:path'
import type { Zip } from '../zip.ts'
import type { Reading } from './reading.ts'
import { attribute, attributeWords, readAnyXml, walkXml } from './xml.ts'

const machinery =
  /(?:^|\/)(?:Document|PublicRes|DocumentRes|Signatures?|SignedValue|Seal)[^/]*\.(?:xml|dat|esl)$/i

/**
 * Reads an OFD file (GB/T 33190): pages and their templates, annotations, tags, properties, attachments.
 * Parts are told by their contents: makers name files as they like, with or without the `ofd:` prefix.
 */
export async function readOfd(zip: Zip, reading: Reading): Promise<void> {
  const attached = attachmentsOf(zip)
  let page = 0
  for (const part of zip.names) {
    if (part.endsWith('/')) continue
    const name = part.replace(/^.*\//, '')
    if (attached.has(part)) await reading.inside(`attachment:${name}`, name, zip.part(part))
    else if (!/\.xml$/i.test(part)) {
      // Pictures are judged with the page that shows them, fonts and seals hold no words to read.
      if (!/\.(?:png|jpe?g|bmp|gif|jb2|tiff?|ttf|otf|ttc|dat|esl|cff|pfb)$/i.test(part))
        await reading.inside(`embedded:${name}`, name, zip.part(part))
    } else if (part === 'OFD.xml') readAnyXml(zip.part(part), 'properties', reading)
    else if (/\/Annots?\//i.test(part)) readAnyXml(zip.part(part), 'annotations', reading)
    else if (/\/Tags?\//i.test(part)) readAnyXml(zip.part(part), 'tags', reading)
    else if (machinery.test(part)) readAnyXml(zip.part(part), 'structure', reading)
    else {
      const isTemplate = /\/Tpls?\//i.test(part)
      page += isTemplate ? 0 : 1
      readPage(zip.part(part), isTemplate ? 'template' : `page:${page}`, reading)
    }
  }
}

// Characters stand next to each other; what stands further off is the next cell of a table.
const cellGapMm = 3

function readPage(bytes: Uint8Array, where: string, reading: Reading): void {
  const said: string[] = []
  const rest: string[] = []
  let line = ''
  let lastY: number | undefined
  let lastEnd = 0
  let box = { x: 0, y: 0, width: 0 }
  let collects = false
  let isPage = false
  let drawn = 0
  const end = () => {
    if (line !== '') said.push(line)
    line = ''
  }
  walkXml(bytes, {
    open(name, attributes) {
      isPage ||= name === 'Page' || name === 'Content'
      if (name === 'TextObject') {
        const [x, y, width] = (attribute(attributes, 'Boundary') ?? '').split(/\s+/).map(Number)
        box = { x: x || 0, y: y || 0, width: width || 0 }
      } else if (name === 'TextCode') {
        // Objects of one height make a line; makers put each character into an object of its own.
        if (box.y !== lastY) end()
        else if (box.x - lastEnd > cellGapMm) line += '\t'
        lastY = box.y
        lastEnd = box.x + box.width
        collects = true
      } else if (name === 'ImageObject' || name === 'PathObject' || name === 'CompositeObject')
        drawn += 1
      rest.push(...attributeWords(name, attributes))
    },
    text(text) {
      if (collects) line += text
      else if (
        text.trim() !== '' &&
        /[^\d\s.+-]/.test(text) &&
        /[\u4e00-\u9fff]|\d{11}|@/.test(text)
      )
        rest.push(text)
    },
    close(name) {
      if (name === 'TextCode') collects = false
    },
  })
  end()
  const text = said.join('\n')
  reading.text(where, text)
  reading.text(`${where}/altText`, rest.join('\n'))
  if (isPage && drawn > 0 && text.replace(/\s/g, '').length < 20 && where !== 'template')
    reading.unread(where, 'scannedPicture')
}

function attachmentsOf(zip: Zip): ReadonlySet<string> {
  const found = new Set<string>()
  for (const part of zip.names.filter((name) => /(?:^|\/)Attachments?\.xml$/i.test(name))) {
    let collects = false
    walkXml(zip.part(part), {
      open: (name) => {
        collects = name === 'FileLoc'
      },
      text(text) {
        const loc = text.trim()
        if (!collects || loc === '') return
        const path = loc.startsWith('/') ? loc.slice(1) : posix.join(posix.dirname(part), loc)
        found.add([path, loc].find((one) => zip.has(one)) ?? path)
      },
      close: () => {
        collects = false
      },
    })
  }
  return found
}
