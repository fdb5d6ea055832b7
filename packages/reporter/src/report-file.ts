import { type FigureId, isFigureId, type Office, PROSE_KEYS, type ProseKey } from "@gongkai/schema";
import { z } from "zod";
import type { CheckedReport, OddEntry, ReportFigures, ReportProse } from "./checks/checked-report.ts";
import { isNumeric } from "./checks/plain-numbers.ts";
import { storedValue } from "./fold/printed.ts";
import type { PreviousReport } from "./previous-report.ts";
import { ReportError } from "./report-error.ts";

/** A number, a number with its records as `report compile` prints it, `null`, or whatever stood in the place. */
const Entry = z.union([z.number(), z.null(), z.string(), z.object({ value: z.number().nullable() })]);
const Prose = z.record(z.string(), z.string());
const Given = z.object({ figures: z.record(z.string(), Entry), prose: Prose.optional() });

/** Any body's report as JSON. Fields that are not named here are passed over. */
const ReportFile = Given.extend({
  organ: z.string().min(1),
  year: z.int().min(2008).max(2100),
  kind: z.string().optional(),
  title: z.string().optional(),
  headings: z.array(z.string()).optional(),
  preamble: z.string().optional(),
  publishedOn: z.iso.date().optional(),
  /** Header rows repeated on every page of a table, by table: `{"t3": 3}`. */
  repeatedRows: z.record(z.string(), z.int()).optional(),
  /** The reports a government's report rolls up, its own among them. */
  bodies: z.array(Given.extend({ organ: z.string().min(1) })).optional(),
  previous: Given.optional(),
});

type Read = Readonly<{ figures: ReportFigures; odd: readonly OddEntry[]; strangers: readonly string[] }>;

const halfWidth = (text: string) =>
  text.replaceAll(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll(",", "");

function readFigures(given: z.infer<typeof Given>["figures"]): Read {
  const figures = new Map<FigureId, number | null>();
  const odd: OddEntry[] = [];
  const strangers: string[] = [];
  for (const [place, entry] of Object.entries(given)) {
    if (!isFigureId(place)) {
      strangers.push(place);
      continue;
    }
    const written = typeof entry === "object" && entry !== null ? entry.value : entry;
    if (typeof written === "string") {
      odd.push({ place, text: written });
      figures.set(place, isNumeric(written) ? stored(place, Number(halfWidth(written))) : null);
    } else figures.set(place, written === null ? null : stored(place, written));
  }
  return { figures, odd, strangers };
}

/** A count that is no whole number is kept as it is, so that the rule about whole numbers can name it. */
const stored = (id: FigureId, printed: number) =>
  Number.isInteger(printed) || storedValue(id, 1) > 1 ? storedValue(id, printed) : printed;

const KEYS: ReadonlySet<string> = new Set(PROSE_KEYS);
const isProseKey = (key: string): key is ProseKey => KEYS.has(key);
/** 一(一), 一（一）, 第五部分 all name a place. */
const placeOf = (key: string) =>
  key
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replaceAll(/\s|第|部分/g, "");

function readProse(given: Record<string, string> | undefined): ReportProse | null {
  if (!given) return null;
  const places = Object.entries(given).map(([key, text]) => [placeOf(key), text] as const);
  return Object.fromEntries(places.filter(([key]) => isProseKey(key)));
}

/** The two kinds whose reports differ, in the words people use for them; any other word decides nothing. */
const KINDS: readonly (readonly [Office["kind"], RegExp])[] = [
  ["department", /^(?:department|bureau|agency)$|部门|[局委办厅]$/],
  ["government", /^government$|政府$/],
];
const kindOf = (kind: string | undefined): Office["kind"] | null =>
  KINDS.find(([, words]) => words.test(kind ?? ""))?.[0] ?? null;

/** A department makes 规章 only when it belongs to the 国务院; a government only when it is a province or a city with districts. */
const makesRegulations = (kind: Office["kind"] | null, organ: string): boolean | null =>
  kind === "department" && !/^(?:国家|国务院|中华人民共和国|中国人民银行)|部$/.test(organ) ? false : null;

/** @throws ReportError REPORT_FILE_UNREADABLE saying which field is wrong. */
export function readReportFile(json: unknown): CheckedReport {
  const parsed = ReportFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? issue.path.join(".") : "整个文件";
    throw new ReportError(
      "REPORT_FILE_UNREADABLE",
      `${where}不对；需要 organ、year 和 figures 三项，figures 里每格一个数或者 null。`,
    );
  }
  const { organ, year, kind, previous, ...file } = parsed.data;
  return {
    organ,
    year,
    kind: kindOf(kind),
    makesRegulations: makesRegulations(kindOf(kind), organ),
    ...readFigures(file.figures),
    prose: readProse(file.prose),
    headings: file.headings ?? null,
    title: file.title ?? null,
    repeatedRows: file.repeatedRows ?? null,
    bodies: file.bodies?.map(({ organ: body, figures }) => ({ organ: body, ...readFigures(figures) })) ?? null,
    unbound: [],
    unknownNames: [],
    preamble: file.preamble ?? null,
    publishedOn: file.publishedOn ?? null,
    previous: previous ? { figures: readFigures(previous.figures).figures, prose: readProse(previous.prose) } : null,
    ledger: null,
  };
}

/** Last year's report from the same kind of file, for `compileReport` and `checkReport`. */
export function readPreviousReport(json: unknown): PreviousReport {
  const { figures, prose } = readReportFile(json);
  return { figures, prose };
}
