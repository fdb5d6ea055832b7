import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member } from "@gongkai/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { talkingOffice } from "../deeds/talking-office.ts";
import { OFFICE } from "../dialogue/rehearsal.contract.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { processShared } from "../store/process/process-shared.ts";
import { createTicker } from "./ticker.ts";

const MEMBERS: readonly Member[] = [
  { id: "zhao", name: "赵敏", section: "office", roles: ["head"], active: true },
  { id: "guo", name: "郭静", section: "office", roles: ["clerk"], active: true },
];
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let data: string;
let home: Home;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "gongkai-ticker-"));
  home = await openHome({ data });
});
afterEach(async () => {
  await home.close();
  await rm(data, { recursive: true });
});

const moment = (shanghai: string): number => Date.parse(`${shanghai.replace(" ", "T")}:00+08:00`);

function ticker(holder: string, clock: { now: number }, shared = processShared(() => clock.now)) {
  return createTicker({
    home,
    lease: shared.lease,
    holder,
    offices: [talkingOffice(OFFICE, () => MEMBERS)],
    quiet: { from: 18, to: 9 },
    milestones: { submitBy: "01-26", publishBy: "01-31" },
    log: silent,
    now: () => clock.now,
    sleep: async () => {},
    wakeSender: () => {},
  });
}
const waiting = async () => (await home.outboxDepth()).waiting;

test("however often it ticks, one message a person and day", async () => {
  const clock = { now: moment("2026-03-31 10:00") };
  const first = ticker("one", clock);
  await first.tick();
  expect(await waiting()).toBe(1);
  clock.now += 3_600_000;
  await first.tick();
  expect(await waiting()).toBe(1);
  clock.now = moment("2026-04-01 09:00");
  await first.tick();
  expect(await waiting()).toBe(3); // the next day: the head again, and the clerk
});

test("of two processes one tells; even without the lease nothing is told twice", async () => {
  const clock = { now: moment("2026-03-31 10:00") };
  const shared = processShared(() => clock.now);
  expect(await ticker("one", clock, shared).tick()).toBe(1);
  expect(await ticker("two", clock, shared).tick()).toBe(0);
  await ticker("three", clock).tick(); // a lease of its own: as if the shared one were lost
  expect(await waiting()).toBe(1);
});

test("a restart during the day repeats nothing", async () => {
  const clock = { now: moment("2026-03-31 10:00") };
  await ticker("one", clock).tick();
  await ticker("one", clock).tick();
  expect(await waiting()).toBe(1);
});

test("nobody is reminded in the quiet hours or on a day off", async () => {
  for (const when of ["2026-03-31 08:59", "2026-03-31 18:00", "2026-05-31 10:00"]) {
    await ticker("one", { now: moment(when) }).tick();
  }
  expect(await waiting()).toBe(0);
});
