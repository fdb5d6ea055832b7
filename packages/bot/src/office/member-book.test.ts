import type { Member } from "@gongkai/schema";
import { expect, test } from "vitest";
import type { Sleep } from "../inbox/bell.ts";
import { createMemberBook } from "./member-book.ts";

const person = (id: string): Member => ({ id, name: id, section: "office", roles: ["staff"], active: true });
const silent = { info() {}, warn() {}, error() {} };

/** A sleep that ends when the test says so. */
function handSleep() {
  const waiting: { ms: number; wake: () => void }[] = [];
  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ ms, wake: resolve });
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  return { sleep, waiting, tick: () => new Promise((resolve) => setImmediate(resolve)) };
}

test("nothing begins before the directory was read once, and a failed reading is tried again", async () => {
  const { sleep, waiting, tick } = handSleep();
  const answers = [Promise.reject(new Error("unreachable")), Promise.resolve([person("zhou")])];
  const book = createMemberBook({
    organ: "yunhe",
    read: () => answers.shift() ?? Promise.resolve([]),
    log: silent,
    sleep,
  });
  let started = false;
  const starting = book.start().then(() => {
    started = true;
  });
  await tick();
  expect(started).toBe(false);
  waiting.shift()?.wake();
  await starting;
  expect(book.members().map(({ id }) => id)).toEqual(["zhou"]);
  book.stop();
});

test("who left is gone at the next reading, and the last known people stand while it fails", async () => {
  const { sleep, waiting, tick } = handSleep();
  const answers = [
    () => Promise.resolve([person("zhou"), person("he")]),
    () => Promise.reject(new Error("unreachable")),
    () => Promise.resolve([person("he")]),
  ];
  const book = createMemberBook({
    organ: "yunhe",
    read: () => (answers.shift() ?? (() => Promise.resolve([])))(),
    log: silent,
    sleep,
  });
  await book.start();
  waiting.shift()?.wake();
  await tick();
  expect(book.members().map(({ id }) => id)).toEqual(["zhou", "he"]);
  waiting.shift()?.wake();
  await tick();
  expect(book.members().map(({ id }) => id)).toEqual(["he"]);
  book.stop();
});
