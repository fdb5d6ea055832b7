import { caseRegisters, renderRegisters } from "@gongkai/reporter";
import { casesOf, type LocalDate } from "@gongkai/schema";
import { calendarOf, type Organ } from "../config/organ.ts";
import type { MadeFile } from "../outbox/file-maker.ts";
import type { FoldedLedger } from "./organ-desk.ts";

type Wanted = Readonly<{ year: number; people: ReadonlyMap<string, string>; today: LocalDate; at: string }>;

/** 某某局2026年政府信息公开申请台账.xlsx: every case of a year with all its steps, and nobody's name or contact. */
export async function registerFile(
  folded: Pick<FoldedLedger, "standing">,
  { office, settings }: Organ,
  { year, people, today, at }: Wanted,
): Promise<MadeFile> {
  const calendar = calendarOf(settings);
  const standing = [...folded.standing];
  const cases = casesOf(
    standing.map(({ fact }) => fact),
    calendar,
  );
  const registers = caseRegisters({ cases: [...cases.values()], standing, office, people, year, today, calendar });
  const title = `${office.name}${year}年政府信息公开申请`;
  const bytes = await renderRegisters({ title, organ: office.name, registers }, { at });
  return { name: `${title}台账.xlsx`, bytes };
}
