import { expect, test } from "vitest";
import { soFar, spanBefore } from "./count.ts";
import { monthAsked } from "./missing.ts";

// biome-ignore format: the columns are the test
test.each([
  ["2026",       "2026-03-04", "2026-01-01", "2026-03-31", "a running year up to the end of the running month: its figure may be in already"],
  ["2026-03",    "2026-03-04", "2026-03-01", "2026-03-31", "so is a running month"],
  ["2025",       "2026-03-04", "2025-01-01", "2025-12-31", "a year gone by is whole"],
  ["2026-05",    "2026-03-04", "2026-05-01", "2026-05-31", "what has not begun is left as it is"],
])("%s on %s is %s to %s: %s", (period, today, from, to, _why) => {
  expect(soFar(period, today)).toEqual({ from, to });
});

// biome-ignore format: the columns are the test
test.each([
  ["yoy", "2026-01-01", "2026-03-04", "2025-01-01", "2025-03-04", "同比: the same days a year before"],
  ["yoy", "2024-01-01", "2024-02-29", "2023-01-01", "2023-02-28", "29 February has no day a year before"],
  ["mom", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", "环比: the whole month before"],
  ["yoy", "2026-01-01", "2026-03-31", "2025-01-01", "2025-03-31", "同比 of the year so far: the same months"],
  ["yoy", "2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29", "the whole of a leap February"],
  ["mom", "2024-03-01", "2024-03-31", "2024-02-01", "2024-02-29", "the whole of a leap February"],
  ["mom", "2026-04-01", "2026-06-30", "2026-01-01", "2026-03-31", "a quarter: the quarter before"],
  ["mom", "2026-01-01", "2026-06-30", "2025-07-01", "2025-12-31", "a half: the half before"],
  ["mom", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31", "the year so far: as many months before"],
  ["mom", "2026-03-01", "2026-03-08", "2026-02-21", "2026-02-28", "part of a month: as many days"],
  ["mom", "2026-03-02", "2026-03-08", "2026-02-23", "2026-03-01", "as many days just before"],
] as const)("%s of %s to %s is %s to %s: %s", (how, from, to, before, until, _why) => {
  expect(spanBefore({ from, to }, how)).toEqual({ from: before, to: until });
});

// biome-ignore format: the columns are the test
test.each([
  ["2026-04-01", "2026-03", "the first days of a month belong to the month before"],
  ["2026-04-10", "2026-03", ""],
  ["2026-04-11", "2026-04", ""],
  ["2026-01-05", "2025-12", "over New Year too"],
])("谁还没报 on %s asks of %s %s", (today, month, _why) => {
  expect(monthAsked(today)).toBe(month);
});
