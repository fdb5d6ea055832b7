import { expect, test } from "vitest";
import { Typesetter } from "./typesetter.ts";

const job = {
  source: "#set document(date: datetime(year: 2026, month: 1, day: 20))",
  inputs: {},
  slices: [],
  into: { pdf: "a-2a" },
} as const;

test("a worker that cannot start fails every job that waits, and the next one too", async () => {
  const typesetter = new Typesetter({ file: new URL("file:///no/such/worker.mjs") });
  const jobs = await Promise.allSettled([typesetter.typeset(job), typesetter.typeset(job)]);
  expect(jobs.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(typesetter.typeset(job)).rejects.toThrow();
});

test("a source Typst refuses is told in Typst's words and harms no other job", async () => {
  const typesetter = new Typesetter();
  const [refused, made] = await Promise.all([
    typesetter.typeset({ ...job, source: "#no-such-function()" }),
    typesetter.typeset({ ...job, source: `${job.source}\n#set text(lang: "zh")\n#set document(title: "t")\n` }),
  ]);
  expect(refused).toMatchObject({ failed: expect.stringContaining("no-such-function") });
  expect(made).toMatchObject({ made: expect.any(Uint8Array) });
});
