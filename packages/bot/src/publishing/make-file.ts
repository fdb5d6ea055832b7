import { Chart, ReportError, renderChart, renderRegisters } from "@gongkai/reporter";
import { daysOf, type LocalDate, shanghaiDay, shanghaiTime, yearOf } from "@gongkai/schema";
import type { z } from "zod";
import type { FileMaker, MadeFile } from "../outbox/file-maker.ts";
import { annualFormat, FileWanted, monthFormat, monthMeant } from "./file-wanted.ts";
import { FORMATS, fileName } from "./formats.ts";
import { monthFile } from "./month-formats.ts";
import type { FoldedLedger, OrganDesk } from "./organ-desk.ts";
import { registerFile } from "./register-file.ts";

/** Member id → name, of one organ. */
export type NamesOf = (organ: string) => ReadonlyMap<string, string>;
type Wanted<What extends string> = Extract<z.infer<typeof FileWanted>, { what: What }>;
type Making = Readonly<{
  folded: FoldedLedger;
  /** Full name of the organ. */
  office: string;
  people: ReadonlyMap<string, string>;
  today: LocalDate;
  /** Moment written into the file. */
  at: string;
}>;

/** Makes the files the outbox promised, from the ledger as it stands when they are sent. */
export function createFileMaker(
  desks: ReadonlyMap<string, OrganDesk>,
  now: () => number,
  namesOf: NamesOf = () => new Map(),
): FileMaker {
  return async function makeFile(organ, make) {
    const desk = desks.get(organ);
    if (!desk) throw new Error(`organ ${organ} has a file to send but is not configured in this process`);
    if (make.kind === "chart") return { name: "chart.png", bytes: await renderChart(Chart.parse(make.chart)) };
    const wanted = FileWanted.parse(make);
    const making: Making = {
      folded: await desk.look(),
      office: desk.organ.office.name,
      people: namesOf(organ),
      today: shanghaiDay(now()),
      at: shanghaiTime(now()),
    };
    switch (wanted.what) {
      case "annual":
        return annual(wanted, making);
      case "month": {
        const report = making.folded.month(monthMeant(wanted.period, making.today), making.today, making.people);
        return monthFile(report, monthFormat(wanted.format), making.at, making.folded.templates);
      }
      case "ledger":
        return ledger(wanted, making);
      case "cases":
        return registerFile(making.folded, desk.organ, { year: wanted.year, ...making });
    }
  };
}

async function annual({ year, format: said }: Wanted<"annual">, { folded, today, at }: Making): Promise<MadeFile> {
  const tree = folded.document(year, today);
  const format = annualFormat(said);
  try {
    return { name: fileName(tree, format), bytes: await FORMATS[format].render(tree, at) };
  } catch (error) {
    // no Typst on this machine, no font with that character: Word needs neither, and somebody waits for a file
    if (format !== "pdf" || !(error instanceof ReportError)) throw error;
    return { name: fileName(tree, "docx"), bytes: await FORMATS.docx.render(tree, at) };
  }
}

/** 台账 as a sheet: of the days asked for, else of the running year. */
async function ledger({ period }: Wanted<"ledger">, { folded, office, people, today, at }: Making): Promise<MadeFile> {
  const span = period ? daysOf(period) : undefined;
  const year = yearOf(span?.to ?? today);
  const register = folded.ledger(year, people, span);
  const title = `${office}${year}年政府信息公开工作`;
  const bytes = await renderRegisters({ title, organ: office, registers: [register] }, { at });
  return { name: `${title}${register.name}.xlsx`, bytes };
}
