import { zipSync } from 'fflate'
import { type Issue, issue } from '#platform/refusal'
import { hasTrackedChanges } from './office-file.ts'
import { refuse } from './refusals.ts'
import { spellNumbering } from './word-numbering.ts'
import type { Zip } from './zip.ts'

// What the converter reads; everything else (fonts, macros, custom data) never reaches it.
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(?:document|footnotes|endnotes)\.xml\.rels|word\/media\/[^/]+)$/

/**
 * A Word file as the converter should see it: only the parts it needs, in a zip of our own making,
 * without hidden text, and with Chinese numbering (一、（一）) spelled out, which HTML lists cannot show.
 */
export function readableWordFile(zip: Zip, name: string): { bytes: Uint8Array; warnings: Issue[] } {
  if (!zip.has('word/document.xml')) throw refuse('notWordDocument', { name })
  const parts: Record<string, Uint8Array> = {}
  for (const part of zip.names.filter((path) => wanted.test(path))) {
    const bytes = zip.part(part)
    // XML that declares entities is not written by any office suite; it expands without end.
    if (part.endsWith('.xml') && bytes.includes('<!DOCTYPE')) throw refuse('fileBroken', { name })
    parts[part] = bytes
  }
  const original = zip.text('word/document.xml')
  const visible = dropHiddenText(original)
  const numbering = zip.has('word/numbering.xml') ? zip.text('word/numbering.xml') : ''
  parts['word/document.xml'] = Buffer.from(spellNumbering(visible, numbering))
  const lost = (pattern: RegExp, code: string) => pattern.test(original) && issue('html', code)
  const warnings = [
    visible !== original && issue('html', 'intake.hiddenText'),
    hasTrackedChanges(zip) && issue('html', 'intake.trackedChanges'),
    zip.has('word/comments.xml') && issue('html', 'intake.comments'),
    lost(/<w:object[\s>]/, 'intake.embeddedObject'),
    lost(/<m:oMath[\s>]/, 'intake.formulaDropped'),
    lost(/<(?:c:chart|dgm:relIds)\s/, 'intake.drawingDropped'),
  ].filter((notice) => notice !== false)
  return { bytes: zipSync(parts, { level: 0 }), warnings }
}

const vanish = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/

/** Text that Word hides (w:vanish) was never meant to be read; the converter would print it. */
function dropHiddenText(xml: string): string {
  if (!vanish.test(xml)) return xml
  return xml
    .split('</w:r>')
    .map((piece) => {
      const start = Math.max(piece.lastIndexOf('<w:r>'), piece.lastIndexOf('<w:r '))
      if (start < 0 || !vanish.test(piece.slice(start))) return piece
      return `${piece.slice(0, start)}<w:r>`
    })
    .join('</w:r>')
}
