import { CELL_IDS, type CellId, OVERVIEW_ASPECTS, REPORT_SECTIONS } from "@gongkai/schema";
import example from "../vectors/two-year-example.json" with { type: "json" };

type Year = keyof typeof example.years;
type Table = Readonly<Record<string, number | readonly number[]>>;
const COLUMNS = ["nat", "biz", "res", "npo", "law", "oth", "tot"];
const DISPUTES = ["upheld", "corrected", "other", "pending", "total"];

/** Every cell of a year of the worked example; what it does not name is 0. */
export function exampleCells(year: Year): Record<CellId, number> {
  const { t2, t3, t4 }: { t2: Table; t3: Table; t4?: Table } = example.years[year];
  const value = (cell: CellId): number => {
    const [table, row = "", column = ""] = cell.split(".");
    if (table === "t2") return Number(t2[`${row}.${column}`] ?? 0);
    const cells = (table === "t3" ? t3 : t4)?.[row];
    return Array.isArray(cells) ? cells[(table === "t3" ? COLUMNS : DISPUTES).indexOf(column)] : 0;
  };
  return Object.fromEntries(CELL_IDS.map((cell) => [cell, value(cell)])) as Record<CellId, number>; // CELL_IDS is every cell
}

const PROSE = {
  "一（一）":
    "2025年，我局通过门户网站主动公开政策解读、重点领域等信息288条，网站总访问量498243次；通过移动新媒体发布信息540条，主动回应社会关切。",
  "一（二）":
    "2025年共收到政府信息公开申请49件，上年结转4件，已办结51件，其中予以公开16件、部分公开6件、不予公开7件；行政复议5件，行政诉讼2件。",
  "一（三）": "审核新增信息288条，清理过期信息65条；本年制发行政规范性文件3件、废止2件，现行有效13件。",
  "一（四）": "完善门户网站专栏，新增专题1个。",
  "一（五）": "全年组织政务公开培训2次。",
  五: "一是更新不够及时，上年提出的渠道不畅问题已解决；二是解读形式偏少。下一步，我局将按月检查，丰富解读形式。",
  六: "2025年，我局发出信息处理费收费通知2件，通知金额270元，收取信息处理费70元。",
};
const LAST_YEARS_PROSE = {
  "一（一）": "2024年，本级公开工作有序推进，平台建设取得进展。",
  五: "一是部分渠道不够畅通。下一步，将畅通渠道。",
};

/** A report of another body in which no rule finds anything. */
export function aSoundReport() {
  return {
    organ: "示例市商务局",
    year: 2025,
    kind: "department",
    title: "示例市商务局2025年政府信息公开工作年度报告",
    publishedOn: "2026-01-20",
    headings: REPORT_SECTIONS.flatMap(({ key, heading }): string[] =>
      key === "一" ? [heading, ...OVERVIEW_ASPECTS.map((aspect) => aspect.heading)] : [heading],
    ),
    preamble: "本报告由总体情况、主动公开政府信息情况等六个部分组成。",
    figures: {
      ...exampleCells("2025"),
      "t2.fee.amount": 12.5,
      "s1.disclosed": 288,
      "s1.reviewed": 288,
      "s1.key_area": 46,
      "s1.site_visits": 498_243,
      "s6.info_fee": 70,
      "s6.fee_notices": 2,
      "s6.fee_noticed": 270,
    } as Record<string, number | string | null>,
    prose: { ...PROSE } as Record<string, string>,
    previous: {
      figures: {
        ...exampleCells("2024"),
        "t2.fee.amount": 11,
        "s1.site_visits": 400_000,
        // rows that turn 0 in 2025, left out here: one hint of D6 would stand in every comparison
        "t3.deny_secret.tot": null,
        "t3.refuse_massive.tot": null,
      } as Record<string, number | null>,
      prose: { ...LAST_YEARS_PROSE } as Record<string, string>,
    },
  };
}
export type SoundReport = ReturnType<typeof aSoundReport>;
