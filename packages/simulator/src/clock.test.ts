import { expect, test } from "vitest";
import { createRealClock, createSimulatedClock } from "./clock.ts";

const aClock = () => createSimulatedClock(1_000, () => Promise.resolve());

test("time stands still until it is advanced", async () => {
  const clock = aClock();
  expect(clock.now()).toBe(1_000);
  await clock.advance(500);
  expect(clock.now()).toBe(1_500);
});

test("timers run in the order they fall due, those of one moment in the order they were set", async () => {
  const clock = aClock();
  const ran: string[] = [];
  clock.after(20, () => ran.push(`late at ${clock.now()}`));
  clock.after(10, () => ran.push(`first at ${clock.now()}`));
  clock.after(10, () => ran.push(`second at ${clock.now()}`));
  clock.after(31, () => ran.push("not yet"));
  await clock.advance(30);
  expect(ran).toEqual(["first at 1010", "second at 1010", "late at 1020"]);
});

test("a timer set by a timer runs in the same advance when it falls due in it", async () => {
  const clock = aClock();
  const ran: number[] = [];
  clock.after(10, () => clock.after(10, () => ran.push(clock.now())));
  await clock.advance(20);
  expect(ran).toEqual([1_020]);
});

test("a cancelled timer does not run", async () => {
  const clock = aClock();
  const ran: number[] = [];
  clock.after(10, () => ran.push(1)).cancel();
  await clock.advance(20);
  expect(ran).toEqual([]);
});

test("two advances at once add up", async () => {
  const clock = aClock();
  await Promise.all([clock.advance(10), clock.advance(10)]);
  expect(clock.now()).toBe(1_020);
});

test("a real clock cannot be advanced, and says what to do", async () => {
  const clock = createRealClock();
  await expect(clock.advance(1)).rejects.toThrow("start the simulator with a simulated clock");
  clock.close();
});
