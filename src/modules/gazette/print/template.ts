import { fontFamilies } from '#platform/print/index'
import { textBlocks } from '#platform/print/text/template'

/**
 * The gazette as Typst: cover, contents with page numbers, the texts with running head, tables whose head
 * is repeated on every page. Everything comes as data; the families before ours are those that an office
 * has a licence for, where they are installed.
 */
export const template = `
#let data = json(bytes(sys.inputs.data))
#let w = data.words
#let ink = rgb("#1c2430")
#let quiet = rgb("#4a5568")
#let primary = rgb("#1f4e8c")
#let line-color = rgb("#c3cad6")
#let serif = ("FangSong_GB2312", "${fontFamilies.serif}")
#let sans = ("${fontFamilies.sans}", "${fontFamilies.serif}")
#set document(title: data.title + " " + data.issueName, author: data.sponsor)
#set text(font: serif, size: 11.5pt, lang: "zh", region: "cn", fill: ink)
#set par(justify: true, leading: 0.95em, spacing: 0.95em, first-line-indent: (amount: 2em, all: true))
#set heading(outlined: true)
#show heading: it => it.body

${textBlocks}
#let watermark = if data.proof {
  rotate(-35deg, text(font: sans, size: 96pt, fill: rgb("#b3261e22"), w.proof))
} else { none }

// Cover.
#page(margin: (x: 2.6cm, top: 3.2cm, bottom: 2.6cm), numbering: none, background: if data.proof { place(center + horizon, watermark) } else { none }, {
  set par(first-line-indent: 0pt, justify: false)
  line(length: 100%, stroke: 2.4pt + primary)
  v(0.5cm)
  {
    set text(weight: "bold", fill: primary)
    let size = calc.min(50, 430 / data.title.clusters().len())
    align(center, text(size: size * 1pt, tracking: 0.04em, data.title))
  }
  v(0.15cm)
  line(length: 100%, stroke: 0.7pt + primary)
  v(0.5cm)
  grid(columns: (1fr, auto), text(font: sans, size: 13pt, data.issueName), text(font: sans, size: 13pt, data.publishedOn))
  v(1.5cm)
  text(font: sans, size: 12pt, fill: quiet, w.inside)
  v(0.25cm)
  for t in data.cover {
    block(spacing: 0.9em, grid(columns: (1.2em, 1fr), text(fill: primary, "·"), text(size: 12.5pt, t)))
  }
  place(bottom + left, {
    line(length: 100%, stroke: 0.7pt + line-color)
    v(0.25cm)
    text(font: sans, size: 10.5pt, fill: quiet, data.sponsor)
  })
})

// Contents.
#let entry-label(e) = label("entry-" + str(e.id))
#page(margin: (x: 2.6cm, y: 2.6cm), numbering: none, {
  set par(first-line-indent: 0pt, justify: false)
  align(center, text(font: sans, size: 19pt, tracking: 1em, weight: "medium", w.contents))
  v(0.8cm)
  for s in data.sections {
    block(above: 1.5em, below: 0.9em, sticky: true, text(font: sans, size: 12.5pt, weight: "medium", fill: primary, s.name))
    for e in s.entries {
      block(spacing: 0.85em, breakable: false, context {
        let at = counter(page).at(entry-label(e)).first()
        grid(columns: (1fr, 2.2em), column-gutter: 0.4em,
          { e.title; if e.number != "" { box(text(size: 9.5pt, fill: quiet, "（" + e.number + "）")) }; box(width: 1fr, text(fill: line-color, repeat([ . ]))) },
          align(right + bottom, link(entry-label(e), str(at))))
      })
    }
  }
  if data.notes.len() > 0 {
    place(bottom, { line(length: 100%, stroke: 0.5pt + line-color); v(0.15cm); for n in data.notes { block(spacing: 0.6em, text(size: 9pt, fill: quiet, n)) } })
  }
})

// The texts.
#set page(
  margin: (x: 2.6cm, top: 2.9cm, bottom: 2.4cm), numbering: "1",
  background: if data.proof { place(center + horizon, watermark) } else { none },
  header: { set text(font: sans, size: 9pt, fill: quiet); grid(columns: (1fr, auto), data.title, data.issueName); v(-0.55em); line(length: 100%, stroke: 0.5pt + line-color) },
  footer: context { set text(font: sans, size: 9pt, fill: quiet); align(center, "— " + str(counter(page).get().first()) + " —") },
)
#counter(page).update(1)
#for s in data.sections {
  pagebreak(weak: true)
  for (at, e) in s.entries.enumerate() {
    if at > 0 { v(2.2em, weak: true); align(center, line(length: 30%, stroke: 0.5pt + line-color)); v(1.6em) }
    else { block(below: 1.8em, { set par(first-line-indent: 0pt); text(font: sans, size: 10.5pt, fill: primary, s.name) }) }
    [#context [#metadata((id: e.id, page: counter(page).at(here()).first())) <entry-page>]]
    block(below: 1.4em, sticky: true, align(center, {
      set par(first-line-indent: 0pt, justify: false, leading: 0.7em)
      [#heading(level: 1, text(size: 17pt, weight: "bold", e.title)) #entry-label(e)]
      if e.number != "" { v(0.5em); text(size: 11pt, e.number) }
    }))
    if e.omitted { align(center, text(fill: quiet, w.omitted)) } else { shown(e.blocks) }
  }
}
`
