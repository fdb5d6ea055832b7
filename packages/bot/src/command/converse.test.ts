import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { DEFAULT_VOCABULARY } from "../utterance/vocabulary.ts";
import { converseLines } from "./converse.ts";
import { understandLines } from "./understand.ts";

function streams(lines: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const into = (kept: string[]) =>
    new Writable({
      write(chunk, _encoding, done) {
        kept.push(String(chunk).trimEnd());
        done();
      },
    });
  return { stdin: Readable.from(lines.map((line) => `${line}\n`)), stdout: into(out), stderr: into(err), out, err };
}
const turn = (id: string, user: string, now = "2026-03-04T10:30:00+08:00") => JSON.stringify({ id, now, user });

describe("gongkai converse", () => {
  test("every id is a talk of its own with an empty ledger of its own", async () => {
    const world = streams([turn("a", "今天许可12件"), turn("b", "今天处罚1件"), turn("a", "改成13件")]);
    expect(await converseLines(world)).toBe(0);
    expect(
      world.out
        .map((line) => JSON.parse(line))
        .map(({ id, act, ledger }) => [id, act, ledger.map((entry: { quantity: number }) => entry.quantity)]),
    ).toEqual([
      ["a", "record", [12]],
      ["b", "record", [1]],
      ["a", "correct", [13]],
    ]);
  });

  test("a bad line gets one plain sentence with its number; the others are still answered", async () => {
    const world = streams([
      turn("a", "今天许可12件"),
      "{",
      JSON.stringify({ id: "a", now: "昨天", user: "撤销" }),
      "",
      turn("a", "撤销"),
    ]);
    expect(await converseLines(world)).toBe(2);
    expect(world.err).toEqual([
      "第 2 行读不懂，请写成一行 JSON，要有 id、now（带时区的时间）和 user。",
      "第 3 行读不懂，请写成一行 JSON，要有 id、now（带时区的时间）和 user。",
    ]);
    expect(world.out.map((line) => JSON.parse(line).act)).toEqual(["record", "undo"]);
  });

  test("a turn is answered before the next line is there", async () => {
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    const ended = converseLines({ stdin, stdout, stderr: new PassThrough() });
    const lines = stdout[Symbol.asyncIterator]();
    stdin.write(`${turn("a", "今天许可12件")}\n`);
    expect(JSON.parse(String((await lines.next()).value)).entries).toMatchObject([
      { indicator: "permit.decided", quantity: 12 },
    ]);
    stdin.end();
    expect(await ended).toBe(0);
  });

  test("days are Shanghai days whatever offset the moment has", async () => {
    const world = streams([turn("a", "许可12件", "2026-03-03T20:30:00-05:00")]);
    await converseLines(world);
    expect(JSON.parse(world.out[0] ?? "").ledger).toMatchObject([{ period: "2026-03-04", period_default: true }]);
  });
});

describe("gongkai understand", () => {
  const line = (id: number, text: string) => JSON.stringify({ id, now: "2026-03-04T10:30:00+08:00", text });

  test("each message is read against an empty ledger", async () => {
    const world = streams([line(1, "今天许可12件"), line(2, "今天许可12件"), line(3, "撤销")]);
    expect(await understandLines(world, DEFAULT_VOCABULARY)).toBe(0);
    expect(world.out.map((each) => JSON.parse(each)).map(({ id, act, confirm }) => [id, act, confirm])).toEqual([
      [1, "record", undefined],
      [2, "record", undefined],
      [3, "undo", undefined],
    ]);
  });

  test("--explain says what every part was taken for", async () => {
    const world = streams([line(1, "今天许可12件")]);
    await understandLines(world, DEFAULT_VOCABULARY, { explained: true });
    expect(JSON.parse(world.out[0] ?? "").explain.join("\n")).toContain("行政许可");
  });

  test("a bad line ends with exit code 2", async () => {
    const world = streams(["[]", line(1, "今天许可12件")]);
    expect(await understandLines(world, DEFAULT_VOCABULARY)).toBe(2);
    expect(world.out).toHaveLength(1);
    expect(world.err).toEqual(["第 1 行读不懂，请写成一行 JSON，要有 id、now（带时区的时间）和 text。"]);
  });
});
