import { shanghaiDay, shanghaiTime } from "@gongkai/schema";
import { z } from "zod";
import type { FileMaker } from "../outbox/file-maker.ts";
import { FORMATS, fileName, isFormatName } from "./formats.ts";
import type { OrganDesk } from "./organ-desk.ts";

/** What the talk asks for when somebody says 导出年报. */
const AnnualReport = z.object({
  kind: z.literal("export"),
  what: z.literal("annual"),
  year: z.int(),
  format: z.string().refine(isFormatName),
});

/** Makes the files the outbox promised, from the ledger as it stands when they are sent. */
export function createFileMaker(desks: ReadonlyMap<string, OrganDesk>, now: () => number): FileMaker {
  return async function makeFile(organ, make) {
    const desk = desks.get(organ);
    if (!desk) throw new Error(`organ ${organ} has a file to send but is not configured in this process`);
    const { year, format } = AnnualReport.parse(make);
    const tree = (await desk.look()).document(year, shanghaiDay(now()));
    return { name: fileName(tree, format), bytes: await FORMATS[format].render(tree, shanghaiTime(now())) };
  };
}
