/**
 * The form on paper, in Typst's language. What is in the form comes as data (`sys.inputs`), never as
 * source, so that no text of it can be taken for a command.
 *
 * Typst breaks Korean between any two syllables; a box around each word makes it break between words
 * as people do. A word wider than its cell is the exception: its characters are boxed one by one.
 */
export const template = `
#let form = json(bytes(sys.inputs.form))
#let pad = 3.5pt
#let rule = 0.5pt + luma(90)

#set document(title: form.title, date: none)
#set text(font: "Jochi Gothic", size: 8pt, lang: form.lang, fallback: false, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.65em, justify: false)
#set page(
  paper: "a4",
  flipped: true,
  margin: (x: 12mm, top: 13mm, bottom: 15mm),
  footer: context align(center, text(7.5pt, counter(page).display("1 / 1", both: true))),
)

#let word(it, width) = context if measure(it).width <= width { box(it) } else {
  it.clusters().map(box).join()
}
#let kept(body, width) = body.split("\\n").map(line =>
  line.split(" ").map(it => word(it, width)).join(" ")
).join(linebreak())

#show title: set text(17pt, weight: "bold")
#show title: set align(center)
#show title: set block(below: 6mm)
#show heading: set text(10pt, weight: "bold")
#show heading: set block(above: 5mm, below: 2.5mm)

#title()

#let whole = 273mm
#let name-width = 22mm
#let value-width = (whole - 2 * name-width) / 2
#let name(it) = table.cell(fill: luma(235), strong(kept(it, name-width - 2 * pad)))
#table(
  columns: (name-width, value-width) * 2,
  inset: pad, stroke: rule, align: left + horizon,
  name(form.fields.first.first()),
  table.cell(colspan: 3, kept(form.fields.first.last(), whole - name-width - 2 * pad)),
  ..form.fields.pairs.flatten().chunks(2).map(((own, value)) => (
    name(own), kept(value, value-width - 2 * pad),
  )).flatten(),
)

#for own in form.tables {
  let widths = own.widths.map(part => part * whole)
  let cell(at, body, ..more) = table.cell(..more, kept(body, widths.at(at) - 2 * pad))
  heading(level: 1, own.title)
  table(
    columns: widths,
    inset: pad, stroke: rule,
    align: (x, y) => (if y == 0 or own.centred.at(x) { center } else { left }) + horizon,
    fill: (x, y) => if y == 0 { luma(235) },
    table.header(..own.columns.enumerate().map(((at, name)) => cell(at, name)).map(strong)),
    ..own.cells.map(it => cell(it.column, it.text, rowspan: it.rows, x: it.column, y: it.row + 1,
      breakable: it.breakable)),
  )
}

#block(above: 5mm, sticky: true, list(marker: [※], spacing: 0.6em, ..form.notes.map(it => kept(it, whole - 8mm))))

#block(above: 6mm, breakable: false, width: 100%, align(right, table(
  columns: (32mm,) * form.signatures.len(),
  rows: (auto, 16mm),
  inset: pad, stroke: rule, align: center + horizon,
  table.header(..form.signatures.map(it => table.cell(fill: luma(235), strong(it)))),
  ..form.signatures.map(it => []),
)))
`;
