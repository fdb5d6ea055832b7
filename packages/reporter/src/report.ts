import type { Catalogue, Office, ProseKey } from "@gongkai/schema";
import type { Finding } from "./checks/check.ts";
import type { Block } from "./document/block.ts";
import type { Figures } from "./fold/figures.ts";
import type { PreviousReport } from "./previous-report.ts";
import type { Prose } from "./sections/prose.ts";

/** The year's report: every number bound to its figure, every doubt said. */
export type Report = Readonly<{
  office: Office;
  catalogue: Catalogue;
  year: number;
  figures: Figures;
  previous: PreviousReport | undefined;
  prose: Readonly<Partial<Record<ProseKey, string>>>;
  written: Prose;
  blocks: readonly Block[];
  findings: readonly Finding[];
}>;
