/**
 * A document on paper, in Typst's language. What stands in it comes as data (`sys.inputs`), never as
 * source, so that no text of it can be taken for a command.
 *
 * Typst breaks Korean between any two syllables; a box around each word makes it break between words
 * as people do. A word wider than its room, such as a fingerprint, is broken between its characters.
 */
export const template = `
#let doc = json(bytes(sys.inputs.document))
#let rule = 0.5pt + luma(150)
#set document(title: doc.title, date: none)
#set text(font: "Jochi Gothic", size: 9pt, lang: doc.lang, fallback: false, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.8em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 16mm, top: 16mm, bottom: 16mm),
  footer: context align(center, text(7.5pt, counter(page).display("1 / 1", both: true))),
)
#show title: set text(17pt, weight: "bold")
#show title: set block(below: 5mm)
#show heading.where(level: 1): set text(12pt, weight: "bold")
#show heading.where(level: 1): set block(above: 8mm, below: 3mm, sticky: true)
#show heading.where(level: 2): set text(9.5pt, weight: "bold")
#show heading.where(level: 2): set block(above: 5mm, below: 2mm, sticky: true)

#let kept(body) = layout(size => body.split(" ").map(it => {
  if measure(box(it)).width <= size.width { box(it) } else { it.clusters().map(box).join() }
}).join(" "))
#let lines(list) = list.map(kept).join(parbreak())

#let facts(list) = table(
  columns: (34mm, 1fr), inset: (x: 3pt, y: 2.6pt), stroke: none, align: left + top,
  ..list.map(((name, value)) => (text(fill: luma(70), kept(name)), kept(value))).flatten(),
)

#let rows(it) = {
  let long(at) = it.rows.any(row => row.at(at).lines.any(line => line.len() > 30))
  let widths = range(it.head.len()).map(at => if long(at) { 1fr } else { auto })
  table(
    columns: widths, inset: (x: 4pt, y: 4.5pt), stroke: rule, align: left + top,
    fill: (x, y) => if y == 0 { luma(238) },
    table.header(..it.head.map(strong)),
    ..it.rows.flatten().map(cell => table.cell(breakable: false, rowspan: cell.at("span", default: 1),
      lines(cell.lines))),
  )
}

#let show-block(it) = {
  if it.kind == "text" { block(width: 100%, kept(it.text)) }
  else if it.kind == "warning" { block(stroke: rule, inset: 6pt, width: 100%, kept(it.text)) }
  else if it.kind == "list" { block(breakable: it.items.len() > 12, list(spacing: 0.8em, ..it.items.map(kept))) }
  else if it.kind == "facts" { facts(it.facts) }
  else if it.kind == "table" { rows(it) }
  else if it.kind == "screen" { block(stroke: rule, inset: 6pt, width: 100%, lines(it.lines)) }
  else if it.kind == "steps" {
    enum(spacing: 0.8em, ..it.steps.map(step => lines((step.text,) + step.exact)))
  }
  else if it.kind == "links" { list(spacing: 0.8em, ..it.links.map(link => kept(link.text))) }
}

#let show-section(it, level) = {
  heading(level: level, it.title)
  for own in it.blocks { show-block(own) }
  for own in it.sections { show-section(own, calc.min(level + 1, 6)) }
}

#title()
#block(stroke: 1.2pt, inset: 9pt, width: 100%, text(11pt, weight: "bold", kept(doc.lead.first())))
#for line in doc.lead.slice(1) { block(width: 100%, text(fill: luma(70), kept(line))) }
#for own in doc.sections { show-section(own, 1) }
`;
