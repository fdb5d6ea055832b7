/**
 * A chart in Typst. It comes in as data and is never read as markup. Lengths are in points; the picture is twice as
 * many pixels. Colours differ in lightness as well as in hue, and every cell also says its number, so that nobody has to tell red from green.
 */
export const CHART_TEMPLATE = `
#let chart = json(bytes(sys.inputs.chart))
#let ink = rgb("#1f2933")
#let faint = rgb("#6b7785")
#let full = rgb("#2f8f5b")
#let part = rgb("#f2c14e")
#let none-yet = rgb("#e4796a")
#let not-due = rgb("#eef1f4")
#let first = rgb("#2b6cb0")
#let second = rgb("#b7c6d8")

#set page(width: 540pt, height: auto, margin: (x: 24pt, top: 22pt, bottom: 20pt), fill: white)
#set text(font: chart.faces, size: 11pt, fill: ink, lang: "zh", region: "cn", fallback: false, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 0.4em)

#text(size: 17pt, font: chart.bold, chart.title)
#if chart.note != "" { block(above: 7pt, text(size: 10pt, fill: faint, chart.note)) }
#v(8pt)

#let colour(share) = if share == none { not-due } else if share >= 1 { full } else if share > 0 { part } else { none-yet }
#let on(share) = if share != none and (share >= 1 or share <= 0) { white } else { ink }
#let key(fill, name) = box(baseline: 1pt, rect(width: 10pt, height: 10pt, radius: 2pt, fill: fill)) + h(4pt) + text(size: 10pt, fill: faint, name) + h(12pt)

#if chart.kind == "grid" {
  table(
    columns: (auto,) + chart.columns.map(_ => 1fr),
    stroke: 2pt + white,
    inset: (x: 3pt, y: 6pt),
    align: (x, y) => horizon + if x == 0 { left } else { center },
    [], ..chart.columns.map(name => text(size: 10pt, fill: faint, name)),
    ..chart.rows.map(row => (
      row.label,
      ..row.cells.map(cell => table.cell(fill: colour(cell.share), text(size: 10pt, fill: on(cell.share), cell.text))),
    )).flatten(),
  )
  v(4pt)
  key(full, chart.legend.full)
  key(part, chart.legend.part)
  key(none-yet, chart.legend.none)
  key(not-due, chart.legend.notDue)
} else {
  let longest = calc.max(..chart.rows.map(row => row.bars.map(bar => bar.value)).flatten(), 0)
  let width = value => if longest == 0 { 1pt } else { calc.max(1pt, value / longest * 300pt) }
  grid(
    columns: (auto, 1fr),
    column-gutter: 10pt,
    row-gutter: 9pt,
    align: (x, y) => horizon + if x == 0 { right } else { left },
    ..chart.rows.map(row => (
      row.label,
      stack(spacing: 3pt, ..row.bars.enumerate().map(((at, bar)) => grid(
        columns: (auto, auto), column-gutter: 6pt, align: horizon,
        rect(width: width(bar.value), height: if row.bars.len() > 1 { 9pt } else { 14pt }, radius: 2pt, fill: if at == 0 { first } else { second }),
        text(size: 10pt, fill: if at == 0 { ink } else { faint }, bar.text),
      ))),
    )).flatten(),
  )
  if chart.legend.len() > 0 {
    v(8pt)
    for (at, name) in chart.legend.enumerate() { key(if at == 0 { first } else { second }, name) }
  }
}
`;
