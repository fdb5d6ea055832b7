/**
 * The page in Typst. The report comes in as data and is never read as markup. Type is set in boxes of exactly one em,
 * so that 22 lines fill 225 mm whatever the face, and pages fill up, widows or not; lines are ragged because justified ones squeeze punctuation.
 */
export const TEMPLATE = `
#let report = json(bytes(sys.inputs.report))
#let faces = report.faces
#let gap = 225mm / 22 - 16pt

#set document(title: report.title.join(), author: report.organ, date: datetime(..report.date))
#set text(
  font: faces.body, size: 16pt, lang: "zh", region: "cn", fallback: false, hyphenate: false,
  cjk-latin-spacing: none, costs: (orphan: 0%, widow: 0%),
  tracking: -0.207pt, top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(justify: false, leading: gap, spacing: gap, first-line-indent: (amount: 2em, all: true))
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  header-ascent: 15mm,
  footer-descent: 7mm,
  header: if report.draft { align(right, text(font: faces.hei, fill: rgb("#c00000"))[草稿]) },
  background: if report.draft {
    rotate(-45deg, text(font: faces.hei, size: 150pt, fill: luma(235), tracking: 0pt)[草稿])
  },
  footer: context {
    let page = counter(page).get().first()
    set align(if calc.odd(page) { right } else { left })
    pad(x: 14pt, text(font: faces.song, size: 14pt, tracking: 0pt)[— #page —])
  },
)
#set table.cell(breakable: false)

#show title: it => align(center, block(below: 16pt + 2 * gap, {
  set text(font: faces.title, size: 22pt, weight: "regular", tracking: 0pt)
  set par(leading: 11pt, first-line-indent: 0pt)
  it.body
}))
#show heading: it => block(above: gap, below: gap, sticky: true, {
  set text(font: faces.at(("hei", "kai", "body", "body").at(it.level - 1)), size: 16pt, weight: "regular")
  h(2em)
  it.body
})

#let cell(data) = table.cell(
  x: data.x, y: data.y, colspan: data.colSpan, rowspan: data.rowSpan,
  align: horizon + if data.align == "left" { left } else { center },
  pad(x: data.indent * 1em, if data.vertical { box(width: 1em, data.text) } else { data.text }),
)

#let ruled(data) = {
  set text(font: faces.song, size: if data.dense { 9pt } else { 12pt }, tracking: 0pt)
  set par(leading: 0.3em, spacing: 0.3em, first-line-indent: 0pt)
  table(
    columns: data.widths.map(width => width * 1fr),
    inset: (x: 2pt, y: if data.dense { 4.2pt } else { 6pt }),
    stroke: 0.5pt,
    ..if data.head.len() > 0 { (table.header(repeat: true, ..data.head.map(cell)),) },
    ..data.body.map(cell),
  )
}

#let whole(data) = layout(size => {
  let drawn = ruled(data)
  block(above: gap, below: 1.5 * gap, breakable: data.flows or measure(drawn, width: size.width).height > size.height, drawn)
})

#if report.letterhead.len() > 0 {
  align(center, block(below: 16pt + gap, width: 100%, stroke: (bottom: 1.5pt + rgb("#c00000")), inset: (bottom: 6pt), {
    set text(font: faces.title, size: 22pt, fill: rgb("#c00000"), tracking: 0pt)
    set par(leading: 11pt, first-line-indent: 0pt)
    report.letterhead.join(linebreak())
  }))
}
#title(report.title.join(linebreak()))
#for item in report.blocks {
  if item.kind == "heading" {
    if item.newPage { pagebreak(weak: true) }
    heading(level: item.level, item.text)
  }
  else if item.kind == "table" { whole(item) }
  else { par(item.text) }
}
#if report.signature != none {
  block(above: 16pt + 2 * gap, breakable: false, {
    for line in report.signature {
      block(above: gap, below: gap, pad(left: line.left * (156mm / 28), line.text))
    }
  })
}
`;
