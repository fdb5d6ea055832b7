import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { withFixedTimes } from "./fixed-times.ts";

const files = { "甲.xml": strToU8("<a/>".repeat(500)), "b/c.txt": strToU8(""), "d.bin": Uint8Array.of(0, 255, 7) };
const zipped = (mtime: Date) => zipSync(files, { mtime });

test("archives written at different moments become the same bytes and hold what they held", () => {
  const [one, other] = [zipped(new Date(2025, 3, 4, 5, 6, 8)), zipped(new Date(2031, 11, 31, 23, 59, 58))];
  expect(one).not.toEqual(other);
  expect(withFixedTimes(one)).toEqual(withFixedTimes(other));
  expect(unzipSync(one)).toEqual(files);
});

test("the times are those any program reads as the first of 1980", () => {
  expect(withFixedTimes(zipped(new Date(2025, 3, 4)))).toEqual(zipped(new Date(1980, 0, 1)));
});

test("what is no archive of ours is our own mistake", () => {
  expect(() => withFixedTimes(strToU8("no archive at all, only text"))).toThrow("mend this reader");
  expect(() => withFixedTimes(new Uint8Array())).toThrow("mend this reader");
});
