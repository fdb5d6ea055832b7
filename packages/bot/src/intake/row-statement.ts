import {
  CHANNEL_LABELS,
  CHANNELS,
  type Channel,
  DERIVED_CELLS,
  hasIndicator,
  type IndicatorKey,
  indicatorOf,
  isCellId,
  isFigureId,
  type LocalDate,
  type Statement,
} from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import type { PersonalDetail } from "../store/ledger-port.ts";
import { caseRow, personOf } from "./case-row.ts";
import { columnName, type TextRow } from "./columns.ts";
import { type Found, is, wrong } from "./found.ts";
import type { Problem } from "./problem.ts";
import { periodOf } from "./row-period.ts";
import { kindOf, type RowKind, shapeProblems } from "./row-shape.ts";

export type ReadStatement = Readonly<{
  states: Statement;
  section: string;
  by: string | null;
  /** Who applied and for what; kept beside the ledger, never in it. */
  person: PersonalDetail | null;
}>;
type Cells = TextRow["cells"];

/** One row as a statement of its kind, or everything that is wrong with it. */
export function rowStatement(
  row: TextRow,
  organ: Organ,
  today: LocalDate,
): Readonly<{ read: ReadStatement }> | Readonly<{ problems: Problem[] }> {
  const { cells } = row;
  const states = READ[kindOf(cells)](cells, organ, today);
  const section = sectionOf(cells, organ);
  const problems = [
    ...shapeProblems(row),
    ...[states, section].flatMap((found) =>
      "wrong" in found ? [{ line: row.line, column: columnName(found.wrong.field), says: found.wrong.says }] : [],
    ),
  ];
  if (problems.length > 0 || "wrong" in states || "wrong" in section) return { problems };
  const person = personOf(cells, states.value);
  return { read: { states: states.value, section: section.value, by: cells.by?.toLowerCase() ?? null, person } };
}

type Read = (cells: Cells, organ: Organ, today: LocalDate) => Found<Statement>;
const READ: Readonly<Record<RowKind, Read>> = { reported, counted, published, case: caseRow };

function reported(cells: Cells, organ: Organ, today: LocalDate): Found<Statement> {
  const indicator = indicatorNamed(cells.indicator, organ);
  if ("wrong" in indicator) return indicator;
  const { rollUp, scale, nil } = indicatorOf(organ.catalogue, indicator.value);
  if (rollUp === "case" && indicator.value.startsWith("application.")) {
    return wrong("indicator", "申请和办理结果请逐件导入，写“案件”“步骤”“日期”；只有数字的，请用“单元格”一列导入到表三");
  }
  const quantity = quantityOf(cells.quantity, scale);
  if ("wrong" in quantity) return quantity;
  const period = periodOf(cells.period, today);
  if ("wrong" in period) return period;
  const channel = channelOf(cells.channel);
  if ("wrong" in channel) return channel;
  if (quantity.value === 0 && nil) {
    return is({ kind: "nil-attested", indicator: indicator.value, period: period.value });
  }
  return is({
    kind: "figure-reported",
    indicator: indicator.value,
    quantity: quantity.value,
    period: period.value,
    channel: channel.value,
    outcome: null,
  });
}

function counted(cells: Cells, _organ: Organ, today: LocalDate): Found<Statement> {
  const cell = cells.cell ?? "";
  if (!isCellId(cell)) return wrong("cell", `没有“${cell}”这个单元格，写法如 t3.open.nat`);
  if (cell.startsWith("t2.")) return wrong("cell", "表二的数请按指标导入，不能直接写单元格");
  if (DERIVED_CELLS.has(cell)) return wrong("cell", `“${cell}”是合计，会自动算出来，请只导入各分项`);
  const quantity = quantityOf(cells.quantity, 1);
  if ("wrong" in quantity) return quantity;
  const period = periodOf(cells.period, today);
  if ("wrong" in period) return period;
  return is({ kind: "cell-counted", cell, quantity: quantity.value, period: period.value });
}

function published(cells: Cells): Found<Statement> {
  const figure = cells.figure ?? "";
  if (!isFigureId(figure)) return wrong("figure", `没有“${figure}”这个数据项，写法如 t2.license.decisions`);
  const year = Number(cells.year);
  if (!/^\d{4}$/.test(cells.year ?? "") || year < 2008 || year > 2100) return wrong("year", "要写四位年份，如 2024");
  const scale = figure === "t2.fee.amount" ? 1_000_000 : figure === "s6.info_fee" ? 100 : 1; // 万元 and 元 kept in fen
  const quantity = quantityOf(cells.quantity, scale);
  if ("wrong" in quantity) return quantity;
  return is({ kind: "figure-published", year, figure, quantity: quantity.value });
}

function indicatorNamed(word: string | undefined, organ: Organ): Found<IndicatorKey> {
  if (!word) return wrong("indicator", "没有写");
  if (hasIndicator(organ.catalogue, word)) return is(word);
  const named = Object.entries(organ.catalogue).filter(
    ([, { label, synonyms }]) => label === word || synonyms.includes(word),
  );
  const [first, second] = named;
  if (!first) return wrong("indicator", `不认识“${word}”这个指标`);
  if (second) return wrong("indicator", `“${word}”可能是${named.map(([, { label }]) => label).join("或")}，请写全名`);
  return is(first[0] as IndicatorKey); // a key of the catalogue
}

function quantityOf(text: string | undefined, scale: number): Found<number> {
  if (!text) return wrong("quantity", "没有写");
  if (!/^\d{1,15}(\.\d{1,6})?$/.test(text))
    return wrong("quantity", `“${text}”不是数字，请只写阿拉伯数字，不带逗号和单位`);
  const stored = Number((Number(text) * scale).toFixed(6));
  if (!Number.isSafeInteger(stored))
    return wrong("quantity", scale === 1 ? `“${text}”不是整数` : `“${text}”的小数位太多，要精确到分`);
  return is(stored);
}

function channelOf(text: string | undefined): Found<Channel | null> {
  if (!text) return is(null);
  const channel = CHANNELS.find(
    (key) => key === text || CHANNEL_LABELS[key] === text || CHANNEL_LABELS[key].endsWith(text),
  );
  return channel
    ? is(channel)
    : wrong("channel", `没有“${text}”这个渠道，可写：${CHANNELS.map((key) => CHANNEL_LABELS[key]).join("、")}`);
}

function sectionOf(cells: Cells, { office }: Organ): Found<string> {
  const word = cells.section;
  if (!word) return is("");
  const section = office.sections.find(
    ({ key, label, aliases }) => key === word || label === word || aliases.includes(word),
  );
  return section ? is(section.key) : wrong("section", `没有“${word}”这个科室`);
}
