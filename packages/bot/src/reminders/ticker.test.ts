import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  HOLIDAY_YEARS,
  type HolidayCalendar,
  holidayCalendarOf,
  type Member,
  Office,
  STATE_CALENDAR,
} from "@gongkai/schema";
import { afterEach, describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { freshSchema } from "../../../../test/support/fresh-schema.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { postgresServer } from "../../../../test/support/services.ts";
import { talkingOffice } from "../deeds/talking-office.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { processShared } from "../store/process/process-shared.ts";
import { createTicker } from "./ticker.ts";

const OFFICE = Office.parse({
  ...{ key: "bureau", name: "某某市某某局" },
  sections: [{ key: "permit", label: "行政审批科", reports: ["permit.decided"] }],
});
const person = (id: string, ...roles: Member["roles"]): Member => ({
  ...{ id, name: id, section: "permit", roles, active: true },
});
const MEMBERS = [person("sun", "head"), person("guo", "clerk"), person("wang", "staff"), person("li", "leader")];
const NOTHING = { week: null, month: null };
const moment = (shanghai: string): number => Date.parse(`${shanghai.replace(" ", "T")}:00+08:00`);

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});
const closing = (home: Home): Home => {
  endings.push(() => home.close());
  return home;
};

type Setting = Readonly<{
  home: Pick<Home, "transact">;
  clock: { now: number };
  shared?: ReturnType<typeof processShared>;
  calendar?: HolidayCalendar;
  members?: readonly Member[];
  errors?: unknown[];
}>;

function ticker(holder: string, { home, clock, shared, calendar, members = MEMBERS, errors = [] }: Setting) {
  return createTicker({
    home,
    lease: (shared ?? processShared(() => clock.now)).lease,
    holder,
    offices: [talkingOffice(OFFICE, () => members, { calendar: calendar ?? STATE_CALENDAR })],
    quiet: { from: 18, to: 9 },
    reminding: {
      milestones: { submitBy: "01-26", publishBy: "01-31" },
      summaries: { leaders: { week: 1, month: null }, clerks: NOTHING },
    },
    log: { info: () => {}, warn: () => {}, error: (about) => void errors.push(about) },
    now: () => clock.now,
    sleep: async () => {},
    wakeSender: () => {},
  });
}

/** Keys of everything put into the outbox since last asked. */
async function heard(home: Home): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const rows = await home.claim(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 100);
    if (rows.length === 0) return found.sort();
    for (const { organ, key } of rows) {
      found.push(key);
      await home.markSent(organ, key, "{}", 0);
    }
  }
}

function tickerOn(name: string, open: () => Promise<() => Promise<Home>>): void {
  describe(`the ticker on ${name}`, () => {
    test("however often it ticks, one message a person and day; the next day only what is new", async () => {
      const home = await (await open())();
      const clock = { now: moment("2026-03-31 10:00") };
      const one = ticker("one", { home, clock });
      await one.tick();
      expect(await heard(home)).toEqual(["digest/2026-03-31/li", "digest/2026-03-31/sun"]); // the leader's Monday was missed
      clock.now += 3_600_000;
      await one.tick();
      expect(await heard(home)).toEqual([]);
      clock.now = moment("2026-04-01 09:00");
      await one.tick();
      expect(await heard(home)).toEqual([]); // nobody but the head ever reported it, and the head has just heard
      clock.now = moment("2026-04-03 09:00");
      await one.tick();
      expect(await heard(home)).toEqual(["digest/2026-04-03/sun"]);
    });

    test("of two processes on one ledger one tells, with the lease or without it", async () => {
      const connect = await open();
      const [first, second] = [await connect(), await connect()];
      const clock = { now: moment("2026-03-31 10:00") };
      const shared = processShared(() => clock.now);
      expect(await ticker("one", { home: first, clock, shared }).tick()).toBe(2);
      expect(await ticker("two", { home: second, clock, shared }).tick()).toBe(0);
      expect(await heard(first)).toHaveLength(2);
      clock.now = moment("2026-04-03 10:00");
      await Promise.all(
        [ticker("one", { home: first, clock }), ticker("two", { home: second, clock })].map((each) => each.tick()),
      );
      expect(await heard(first)).toEqual(["digest/2026-04-03/sun"]);
    });

    test("a process killed before its round is kept told nobody: the next one tells all of it", async () => {
      const connect = await open();
      const [first, second] = [await connect(), await connect()];
      const dying: Pick<Home, "transact"> = {
        transact: (organ, work) =>
          first.transact(organ, async (tx) => {
            await work(tx);
            throw new Error("killed");
          }),
      };
      const clock = { now: moment("2026-03-31 10:00") };
      const shared = processShared(() => clock.now);
      const errors: unknown[] = [];
      await ticker("one", { home: dying, clock, shared, errors }).tick();
      expect(errors).toHaveLength(1);
      expect(await ticker("two", { home: second, clock, shared }).tick()).toBe(0); // the dead one still holds the lease
      clock.now += 200_000;
      expect(await ticker("two", { home: second, clock, shared }).tick()).toBe(2);
      expect(await heard(second)).toEqual(["digest/2026-03-31/li", "digest/2026-03-31/sun"]);
    });

    test("a process killed after its round repeats nothing when it comes back", async () => {
      const connect = await open();
      const clock = { now: moment("2026-03-31 10:00") };
      const first = await connect();
      await ticker("one", { home: first, clock }).tick(); // never stopped, its lease never released
      const second = await connect();
      await ticker("one again", { home: second, clock }).tick();
      expect(await heard(second)).toHaveLength(2);
    });

    test("days nobody was there to tell are made up for once, with the truth of the day", async () => {
      const home = await (await open())();
      const clock = { now: moment("2026-03-31 10:00") };
      await ticker("one", { home, clock }).tick();
      await heard(home);
      clock.now = moment("2026-04-09 10:00"); // asleep since
      await ticker("one", { home, clock }).tick();
      expect(await heard(home)).toEqual(["digest/2026-04-09/guo", "digest/2026-04-09/li", "digest/2026-04-09/sun"]);
      clock.now = moment("2026-04-10 10:00");
      await ticker("one", { home, clock }).tick();
      expect(await heard(home)).toEqual([]);
    });

    test("a new calendar is told once to whoever handles what it moved, restarts and all", async () => {
      const home = await (await open())();
      const opened = { kind: "application-opened", case: "A-2026-0001", applicant: "nat", via: "online" } as const;
      const record = { ...aRecord({ organ: "bureau", states: { ...opened, receivedOn: "2026-03-03" } }), by: "wang" };
      await home.transact("bureau", (tx) => tx.append("bureau", [{ record, words: null }]));
      const clock = { now: moment("2026-03-18 10:00") };
      await ticker("one", { home, clock }).tick();
      expect(await heard(home)).toContain("digest/2026-03-18/wang"); // ten days, a day late
      const calendar = holidayCalendarOf(HOLIDAY_YEARS, {
        ...{ version: "市政府办通知〔2026〕9号", years: [], off: { "2026-03-30": "全市停休" }, work: {} },
      });
      await ticker("two", { home, clock, calendar }).tick();
      expect(await heard(home)).toEqual([]); // today's digest is out: tomorrow
      clock.now = moment("2026-03-19 10:00");
      await ticker("two", { home, clock, calendar }).tick();
      expect(await heard(home)).toEqual(["digest/2026-03-19/wang"]);
      clock.now = moment("2026-03-20 10:00");
      await ticker("three", { home, clock, calendar }).tick();
      expect(await heard(home)).toEqual([]);
    });

    test("nobody is reminded in the quiet hours or on a day off, nor before the directory is read", async () => {
      const home = await (await open())();
      for (const when of ["2026-03-31 08:59", "2026-03-31 18:00", "2026-05-31 10:00"]) {
        await ticker("one", { home, clock: { now: moment(when) } }).tick();
      }
      const clock = { now: moment("2026-03-31 10:00") };
      await ticker("one", { home, clock, members: [] }).tick();
      expect(await heard(home)).toEqual([]);
      await ticker("one", { home, clock }).tick();
      expect(await heard(home)).toHaveLength(2);
    });
  });
}

tickerOn("SQLite", async () => {
  const data = await mkdtemp(join(tmpdir(), "gongkai-ticker-"));
  endings.push(() => rm(data, { recursive: true }));
  return async () => closing(await openHome({ data }));
});

const server = await postgresServer();
if (server !== null)
  tickerOn("PostgreSQL", async () => {
    const schema = await freshSchema(server);
    endings.push(schema.drop);
    return async () => closing(await openHome({ databaseUrl: schema.url }));
  });
