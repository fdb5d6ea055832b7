import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSample } from "./write-sample.ts";

test("the year plays through", async () => {
  const t = performance.now();
  const played = await writeSample(mkdtempSync(join(tmpdir(), "gongkai-sample-")), () => {});
  console.log(played, performance.now() - t);
  expect(played?.turns).toBeGreaterThan(1000);
});
