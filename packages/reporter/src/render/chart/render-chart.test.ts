import { describe, expect, test } from "vitest";
import type { Chart } from "./chart.ts";
import { renderChart } from "./render-chart.ts";

const MONTHS = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
const grid: Chart = {
  kind: "grid",
  title: "2026年月报进度 64%",
  note: "截至11月23日；格子里是已报项数和应报项数",
  columns: MONTHS,
  rows: [
    { label: "办公室", cells: MONTHS.map((_, at) => ({ text: at < 10 ? "4/4" : "", share: at < 10 ? 1 : null })) },
    {
      label: "法规科",
      cells: MONTHS.map((_, at) => ({ text: at < 10 ? `${at % 4}/3` : "", share: at < 10 ? (at % 4) / 3 : null })),
    },
  ],
  legend: { full: "报齐", part: "没报齐", none: "一项没报", notDue: "还没到" },
};
const bars: Chart = {
  kind: "bars",
  title: "2026年行政许可，各月",
  note: "口径：各条记录相加",
  rows: [
    {
      label: "1月",
      bars: [
        { value: 203, text: "203件" },
        { value: 188, text: "188件" },
      ],
    },
    {
      label: "2月",
      bars: [
        { value: 0, text: "0件" },
        { value: 12.5, text: "12.5件" },
      ],
    },
  ],
  legend: ["2026年", "2025年"],
};

/** Width and height stand in the first chunk of a PNG (ISO/IEC 15948, 11.2.2). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)] as const;
};

describe("a chart is a PNG that a chat can show", () => {
  test.each([
    ["months by section", grid],
    ["this year beside last", bars],
    ["nothing to draw", { ...bars, rows: [] }],
    ["one bar of nothing", { ...bars, legend: [], rows: [{ label: "1月", bars: [{ value: 0, text: "0件" }] }] }],
    ["a name in a character nobody has", { ...bars, title: "王\u{e000}的图" }],
    ["text that Typst could read as markup", { ...bars, title: '#eval("1") $x$ *粗* @a', note: "#[[}" }],
  ] satisfies [string, Chart][])("%s", async (_what, chart) => {
    const png = await renderChart(chart);
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const [width, height] = sizeOf(png);
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(100);
    expect(png.length).toBeLessThan(2_000_000); // bytes; the platform takes pictures of 10 MB
  });

  test("a longer list is a higher picture", async () => {
    const rows = MONTHS.map((label) => ({ label, bars: [{ value: 1, text: "1件" }] }));
    const [short, long] = await Promise.all([
      renderChart({ ...bars, rows: rows.slice(0, 2) }),
      renderChart({ ...bars, rows }),
    ]);
    expect(sizeOf(long)[1]).toBeGreaterThan(sizeOf(short)[1] + 100);
  });

  test("the same chart gives the same bytes, and another number another picture", async () => {
    const [first, again, other] = await Promise.all([
      renderChart(bars),
      renderChart(bars),
      renderChart({ ...bars, rows: bars.rows.slice(1) }),
    ]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});
