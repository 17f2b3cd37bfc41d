/**
 * Typst that lays out the tree of a text: `#shown(blocks)`. The template that takes it in names before it
 * `data` (with `pictures`), `quiet`, `line-color`, `serif` and `sans`.
 */
export const textBlocks = String.raw`
#let dressed(run) = {
  if run.s == "\n" { linebreak() } else {
    let body = run.s
    if run.at("b", default: false) { body = strong(body) }
    if run.at("u", default: false) { body = underline(body) }
    if run.at("sup", default: false) { body = super(body) }
    if run.at("sub", default: false) { body = sub(body) }
    body
  }
}
#let dress(runs) = runs.map(dressed).join()
#let flat(body) = { set par(first-line-indent: 0pt, justify: false, leading: 0.6em, spacing: 0.6em); body }

#let shown(blocks, indent: true) = {
  for b in blocks {
    if b.t == "p" {
      if b.align == "left" and indent { par(dress(b.runs)) } else {
        let body = { set par(first-line-indent: 0pt); dress(b.runs) }
        block(width: 100%, spacing: 0.95em,
          if b.align == "center" { align(center, body) } else if b.align == "right" { align(right, body) } else { body })
      }
    } else if b.t == "h" {
      block(above: 1.3em, below: 0.95em, sticky: true, {
        set par(first-line-indent: if b.level <= 2 { 0pt } else { (amount: 2em, all: true) })
        set text(font: sans, weight: "medium")
        if b.level <= 2 { align(center, dress(b.runs)) } else { par(dress(b.runs)) }
      })
    } else if b.t == "list" {
      let items = b.items.map(item => flat(shown(item, indent: false)))
      pad(left: 2em, if b.ordered { enum(..items, numbering: "1.", spacing: 0.9em) } else { list(..items, spacing: 0.9em) })
    } else if b.t == "quote" {
      pad(left: 2em, right: 2em, text(fill: quiet, shown(b.blocks, indent: indent)))
    } else if b.t == "img" {
      block(width: 100%, spacing: 1.2em, align(center, {
        if b.name in data.pictures {
          let picture = image("pictures/" + b.name, alt: b.alt)
          context {
            let size = measure(picture)
            if size.width > 14cm { image("pictures/" + b.name, width: 100%, alt: b.alt) } else { picture }
          }
        } else { text(fill: quiet, size: 9.5pt, "〔" + b.alt + "〕") }
      }))
    } else if b.t == "table" {
      let cell(c) = table.cell(x: c.x, y: c.y, colspan: c.colspan, rowspan: c.rowspan,
        align: (if c.align == "center" { center } else { left }) + horizon,
        fill: if c.head { rgb("#f0f3f7") } else { none },
        { set text(size: 9pt, font: if c.head { sans } else { serif }); flat(shown(c.blocks, indent: false)) })
      let heads = b.cells.filter(c => c.y < b.headRows).map(cell)
      let rest = b.cells.filter(c => c.y >= b.headRows).map(cell)
      block(width: 100%, above: 1.2em, below: 1.4em, table(
        columns: b.widths.map(part => part * 1fr), stroke: 0.5pt + line-color, inset: (x: 4pt, y: 5pt),
        ..if heads.len() > 0 { (table.header(..heads),) } else { () }, ..rest))
    }
  }
}
`
