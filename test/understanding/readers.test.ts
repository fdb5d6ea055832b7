import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caseOpening } from "../../packages/bot/src/utterance/readers/case-opening.ts";
import { caseRegister } from "../../packages/bot/src/utterance/readers/case-register.ts";
import { caseTalk } from "../../packages/bot/src/utterance/readers/case-talk.ts";
import { correction } from "../../packages/bot/src/utterance/readers/correction.ts";
import { exporting } from "../../packages/bot/src/utterance/readers/exporting.ts";
import { help } from "../../packages/bot/src/utterance/readers/help.ts";
import { query } from "../../packages/bot/src/utterance/readers/query.ts";
import { undo } from "../../packages/bot/src/utterance/readers/undo.ts";
import { readingOf } from "../../packages/bot/src/utterance/understand.ts";
import { DEFAULT_VOCABULARY } from "../../packages/bot/src/utterance/vocabulary.ts";

const HERE = new URL(".", import.meta.url);
const READINGS = readdirSync(HERE)
  .filter((name) => name === "corpus.jsonl" || name.startsWith("outside-"))
  .flatMap((name) => readFileSync(new URL(name, HERE), "utf8").split("\n"))
  .filter((line) => line !== "")
  .map((line): { now: string; text: string } => JSON.parse(line))
  .map(({ now, text }) => readingOf({ now, text, vocabulary: DEFAULT_VOCABULARY }));

describe.each([caseOpening, caseRegister, caseTalk, correction, exporting, help, query, undo])(
  "$name",
  ({ needs, read }) => {
    test("a message without the signs it needs would not be its own", () => {
      const unasked = READINGS.filter(({ text }) => needs?.test(text) === false);
      expect(unasked.filter((reading) => read(reading) !== undefined).map(({ text }) => text)).toEqual([]);
    });

    test("its signs spare it most messages, or it names none", () => {
      const unasked = READINGS.filter(({ text }) => needs?.test(text) === false);
      if (needs) expect(unasked.length).toBeGreaterThan(READINGS.length / 4);
    });
  },
);
