import { DomUtils, parseDocument } from 'htmlparser2'
import mammoth from 'mammoth'
import { type Issue, issue } from '#platform/refusal'
import { cleanHtml } from '../text/clean-html.ts'
import { markHeadings } from './headings.ts'
import { type OfficialLayout, recogniseLayout, toBlocks } from './official-layout.ts'
import { incomingAddress, type Picture, redrawPicture } from './pictures.ts'
import { refuse } from './refusals.ts'
import { readableWordFile } from './word-parts.ts'
import { openZip } from './zip.ts'

/** A Word file read: what was recognised, its text, its pictures, and what was lost on the way. */
export interface ReadDocx extends OfficialLayout {
  readonly html: string
  /** They stand in the text as `/files/incoming/<name>`; `placePictures` puts the real addresses. */
  readonly images: readonly Picture[]
  readonly warnings: readonly Issue[]
}

interface Paragraph {
  readonly alignment: string | null
  readonly styleName: string | null
  readonly indent?: { readonly firstLine: string | null }
}
const { transforms } = mammoth as unknown as {
  transforms: {
    paragraph: (change: (paragraph: Paragraph) => Paragraph) => (document: unknown) => unknown
  }
}

/** Styles by their English and their Chinese names: WPS writes either. */
const headingStyles = [1, 2, 3, 4, 5, 6].flatMap((level) =>
  ['Heading', 'heading', '标题'].map(
    (name) => `p[style-name='${name} ${level}'] => h${Math.min(level + 1, 6)}:fresh`,
  ),
)
const styleMap = [
  ...['Title', '标题', '公文标题', '大标题'].map(
    (name) => `p[style-name='${name}'] => p.doc-title:fresh`,
  ),
  ...headingStyles,
  "p[style-name='居中'] => p.center:fresh",
  "p[style-name='居右'] => p.right:fresh",
  "p[style-name='缩进'] => p.indent:fresh",
  'u => u',
  'strike => s',
]

const isNamed = /^(?:Title|标题|公文标题|大标题|(?:[Hh]eading|标题) \d)$/

/** The converter drops alignment; a made-up style name carries it through. */
const keepAlignment = transforms.paragraph((paragraph) => {
  if (paragraph.styleName && isNamed.test(paragraph.styleName)) return paragraph
  const { alignment, indent } = paragraph
  if (alignment === 'center') return { ...paragraph, styleName: '居中' }
  if (alignment === 'right' || alignment === 'end') return { ...paragraph, styleName: '居右' }
  if (Number(indent?.firstLine ?? 0) > 0) return { ...paragraph, styleName: '缩进' }
  return paragraph
})

/** Reads a .docx handed in by an office into the fields and the text of an edition. */
export async function readDocx(bytes: Uint8Array, name = 'Word'): Promise<ReadDocx> {
  const word = readableWordFile(openZip(bytes, name), name)
  const warnings = [...word.warnings]
  const images: Picture[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const number = images.length + 1
    const source = await image.readAsBuffer().catch(() => null)
    const picture = source && (await redrawPicture(`image-${number}`, source))
    if (picture) images.push(picture)
    else warnings.push(issue('html', 'intake.pictureDropped', { number }))
    return { src: picture ? incomingAddress(picture.name) : '' }
  })
  const converted = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(word.bytes) },
      { styleMap, convertImage, transformDocument: keepAlignment, includeEmbeddedStyleMap: false },
    )
    .catch(() => {
      throw refuse('fileBroken', { name })
    })

  const document = parseDocument(converted.value)
  const { blocks, rest } = toBlocks(document)
  const layout = recogniseLayout(blocks)
  for (const block of layout.furniture) DomUtils.removeElement(block.element)
  markHeadings(blocks.filter((block) => !layout.furniture.includes(block)))
  if (layout.fields.title === '') warnings.push(issue('title', 'intake.noTitle'))
  if (layout.secretMark)
    warnings.push(issue('html', 'intake.secretMark', { mark: layout.secretMark }))
  if (blocks.length === 0 && rest === 0) warnings.push(issue('html', 'intake.noText'))
  return {
    ...layout.fields,
    html: cleanHtml(DomUtils.getOuterHTML(document)),
    images,
    warnings: unique(warnings),
  }
}

const unique = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((found) => [JSON.stringify(found), found])).values(),
]
