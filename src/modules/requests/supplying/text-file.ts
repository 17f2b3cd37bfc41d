import type { DocumentToCopy } from '#documents'
import type { BlobStore } from '#platform/blob-store'
import { fontFamilies, printPdf } from '#platform/print/index'
import { picturesOf } from '#platform/print/text/pictures'
import { textBlocks } from '#platform/print/text/template'
import { treeOf } from '#platform/print/text/tree'

// The layout of letters (GB/T 9704): A4, 37 mm above, 28 mm left.
const layout = `
#let data = json(bytes(sys.inputs.data))
#let quiet = rgb("#4a5568")
#let line-color = rgb("#c3cad6")
#let serif = ("${fontFamilies.serif}",)
#let sans = ("${fontFamilies.sans}", "${fontFamilies.serif}")
#set document(title: data.title)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  numbering: "— 1 —", number-align: center)
#set text(font: serif, lang: "zh", region: "cn", size: 14pt)
#set par(justify: true, leading: 0.95em, spacing: 0.95em, first-line-indent: (amount: 2em, all: true))
${textBlocks}
#block(below: 1.6em, align(center, {
  set par(first-line-indent: 0pt, justify: false)
  text(size: 20pt, weight: "bold", data.title)
  if data.number != "" { v(0.6em); text(size: 14pt, data.number) }
}))
#shown(data.blocks)
`

/** The text of a document of the library as a sheet to hand out: its title, its number, all that it says. */
export const textFile = async (
  { title, html, documentNumber: number }: DocumentToCopy,
  files: BlobStore,
  madeAt: Date,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const blocks = treeOf(html)
  const pictures = await picturesOf(files, blocks)
  const data = {
    title,
    number,
    blocks,
    pictures: Object.fromEntries(
      Object.keys(pictures).map((name) => [name.slice('pictures/'.length), true]),
    ),
  }
  const bytes = await printPdf(layout, data, { files: pictures, madeAt })
  return { name: `${title}.pdf`, bytes }
}
