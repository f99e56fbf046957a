/**
 * A publication on paper, in Typst's language. What stands in it comes as data (`sys.inputs`), never as
 * source, so that no text of it can be taken for a command.
 *
 * Typst breaks Korean between any two syllables; a box around each word makes it break between words
 * as people do. A word wider than its room, such as an address, is broken behind its signs, and only
 * where that is not enough between its characters.
 */
export const template = `
#let doc = json(bytes(sys.inputs.document))
#let rule = 0.5pt + luma(140)
#let soft = luma(75)
#set document(
  title: doc.title, author: "Jochi",
  date: if doc.day == none { none } else { datetime(year: doc.day.at(0), month: doc.day.at(1), day: doc.day.at(2)) },
)
#set text(font: "Jochi Gothic", size: 10pt, lang: doc.lang, fallback: false, hyphenate: false)
#set par(leading: 0.68em, spacing: 0.95em, justify: false)

#let ends = ("[^/]*/*", "[^._?=&:,()-]*[._?=&:,()-]*")
#let broken(it, width, level) = {
  if measure(box(it)).width <= width { box(it) }
  else if level == ends.len() { it.clusters().map(box).join() }
  else {
    let parts = it.matches(regex(ends.at(level))).map(found => found.text).filter(part => part != "")
    parts.map(part => broken(part, width, level + 1)).join()
  }
}
#let kept(body) = layout(size => body.split(" ").map(it => {
  broken(it, size.width, 0)
}).join(" "))
#let lines(list) = list.map(kept).join(parbreak())

#set page(
  paper: "a4",
  margin: (x: 20mm, top: 22mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 {
    set text(8pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 6mm, doc.title, doc.short)
    v(-2.2mm)
    line(length: 100%, stroke: rule)
  },
  footer: context if counter(page).get().first() > 1 {
    align(center, text(8pt, counter(page).display("1 / 1", both: true)))
  },
)
#show title: set text(25pt, weight: "bold")
#show title: set par(leading: 0.5em)
#show title: set block(below: 8mm)
#show heading.where(level: 1): set text(15pt, weight: "bold")
#show heading.where(level: 1): set block(above: 11mm, below: 5mm, sticky: true)
#show heading.where(level: 1): it => block(sticky: true, width: 100%, stroke: (bottom: 1.2pt), inset: (bottom: 2mm), it)
#show heading.where(level: 2): set text(11.5pt, weight: "bold")
#show heading.where(level: 2): set block(above: 7.5mm, below: 3mm, sticky: true)
#show heading.where(level: 3): set text(10pt, weight: "bold")
#show figure.caption: set text(9pt, weight: "bold")
#show figure.caption: set block(sticky: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure: set align(left)

#let facts(list) = grid(
  columns: (40mm, 1fr), inset: (x: 3pt, y: 3pt), align: left + top,
  ..list.map(((name, value)) => (text(fill: soft, kept(name)), kept(value))).flatten(),
)

#let rows(it) = {
  set text(9pt)
  set par(leading: 0.55em, spacing: 0.6em)
  let body = table(
    columns: it.widths.map(width => width * 1fr), inset: (x: 4.5pt, y: 4.5pt), stroke: rule, align: left + top,
    fill: (x, y) => if y == 0 { luma(235) },
    table.header(..it.head.map(name => strong(kept(name)))),
    ..it.rows.flatten().map(cell => table.cell(
      breakable: cell.breakable, rowspan: cell.span, lines(cell.lines),
    )),
  )
  if it.caption == "" { body } else {
    figure(body, kind: table, supplement: none, numbering: none, outlined: false,
      caption: figure.caption(position: top, it.caption))
  }
}

#let drawing(it) = block(above: 3mm, below: 4mm, image(
  bytes(it.svg), format: "svg", alt: it.alt, width: it.width * 0.25mm,
))

#let small(list) = block(width: 100%, text(8pt, fill: soft, lines(list)))

#let step(it) = {
  lines((it.text,))
  if it.exact.len() > 0 {
    block(above: 2.4mm, below: 2.4mm, inset: (left: 3mm), stroke: (left: 1.5pt + luma(180)), text(9pt, lines(it.exact)))
  }
  for own in it.pictures { drawing(own) }
  if it.note.len() > 0 { small(it.note) }
}

#let reference(it) = context {
  let page = str(counter(page).at(label(it.to)).first())
  link(label(it.to), kept(it.text + " (" + doc.page.join(page) + ")"))
}

#let show-block(it) = {
  if it.kind == "text" { block(width: 100%, sticky: it.sticky, kept(it.text)) }
  else if it.kind == "warning" {
    block(stroke: (rest: rule, left: 3pt), inset: 7pt, width: 100%, breakable: false, sticky: it.sticky, kept("! " + it.text))
  }
  else if it.kind == "note" { small(it.lines) }
  else if it.kind == "list" { list(spacing: 0.75em, ..it.items.map(kept)) }
  else if it.kind == "facts" { block(sticky: it.sticky, width: 100%, facts(it.facts)) }
  else if it.kind == "table" { rows(it) }
  else if it.kind == "screen" {
    if "picture" in it { block(sticky: it.sticky, width: 100%, drawing(it.picture)) } else { block(stroke: rule, inset: 7pt, width: 100%, lines(it.lines)) }
  }
  else if it.kind == "steps" { enum(spacing: 1.1em, ..it.steps.map(own => block(breakable: false, width: 100%, step(own)))) }
  else if it.kind == "links" {
    if it.label != "" { block(sticky: true, width: 100%, below: 0.75em, kept(it.label)) }
    block(sticky: it.sticky, width: 100%, list(spacing: 0.75em, ..it.links.map(own => {
      if "to" in own { reference(own) } else { kept(own.text) }
    })))
  }
}

#let show-part(it, level) = {
  [#heading(level: level, it.title) #label(it.id)]
  for own in it.blocks { show-block(own) }
  for own in it.parts { show-part(own, calc.min(level + 1, 6)) }
}

#v(45mm)
#title(kept(doc.title))
#line(length: 100%, stroke: 2pt)
#v(4mm)
#text(11pt, facts(doc.cover))
#v(1fr)
#text(fill: soft, kept(doc.made))
#pagebreak()
#show outline.entry.where(level: 1): set text(weight: "bold")
#show outline.entry.where(level: 1): set block(above: 1.2em)
#outline(title: doc.contents, depth: 2, indent: 5mm)
#pagebreak()
#for own in doc.parts { show-part(own, 1) }
`;
