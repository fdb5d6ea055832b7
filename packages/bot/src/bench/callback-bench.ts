import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogueOf, Office } from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import { OrganSettings } from "../config/settings.ts";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import type { HouseKind, HouseReading, HouseTask } from "./callback-house.ts";
import type { LoadResult, LoadTask } from "./callback-load.ts";

export type CallbackBenchOptions = Readonly<{
  /** Callbacks a run. */
  messages: number;
  /** Where the ledger of the run is made: the disk whose fsync is paid. */
  data?: string | undefined;
}>;
/** Accepted a second, processor microseconds a request; milliseconds at half of our own load. */
export type CallbackBench = Readonly<{ ours: Side; echo: Side; ratio: number }>;
type Side = Readonly<{ perSecond: number; cpu: number; p50: number; p99: number; commits: number; accepted: number }>;

const ALTERNATIONS = 5;
const LEAST_RATIO = 0.8;
const LONGEST_P99_MS = 50;
const PROBES = 50;

/** Our whole app beside a bare echo, one after the other on the same load; the load comes from a process of its own. */
export async function benchCallback(
  { messages, data }: CallbackBenchOptions,
  print: (line: string) => Promise<void>,
): Promise<CallbackBench> {
  const place = await mkdtemp(join(data ?? tmpdir(), "gongkai-bench-"));
  const load = child("callback-load.js");
  const houses = { ours: await House.open("ours", place, load), echo: await House.open("echo", place, load) };
  try {
    await print(
      `每轮 ${messages} 条回调，各 ${ALTERNATIONS} 轮交替；这块磁盘一次落盘 ${(await fsyncMs(place)).toFixed(2)} 毫秒`,
    );
    for (const house of Object.values(houses)) await house.run(messages, null); // warm
    const runs: Record<HouseKind, Run[]> = { ours: [], echo: [] };
    for (let turn = 0; turn < ALTERNATIONS; turn += 1) {
      runs.ours.push(await houses.ours.run(messages, null));
      runs.echo.push(await houses.echo.run(messages, null));
    }
    const half = middle(runs.ours.map(({ perSecond }) => perSecond)) / 2;
    const calm = { ours: await houses.ours.run(messages, half), echo: await houses.echo.run(messages, half) };
    const ours = sideOf(runs.ours, calm.ours);
    const echo = sideOf(runs.echo, calm.echo);
    const ratio = ours.perSecond / echo.perSecond;
    await print(
      `受理（含落盘）：每秒 ${ours.perSecond.toFixed(0)} 条，每条用处理器 ${ours.cpu.toFixed(0)} 微秒；` +
        `共受理 ${ours.accepted} 条，落盘 ${ours.commits} 次，每次 ${(ours.accepted / ours.commits).toFixed(1)} 条`,
    );
    await print(
      `标尺（只验签、解密、解析、加密，不保存）：每秒 ${echo.perSecond.toFixed(0)} 条，每条用处理器 ${echo.cpu.toFixed(0)} 微秒`,
    );
    await print(`倍数 ${ratio.toFixed(2)}，下限 ${LEAST_RATIO}：${ratio >= LEAST_RATIO ? "达到" : "没有达到"}`);
    await print(
      `每秒 ${half.toFixed(0)} 条时，一半在 ${ours.p50.toFixed(1)} 毫秒内答复，百分之九十九在 ${ours.p99.toFixed(1)} 毫秒内` +
        `（标尺 ${echo.p50.toFixed(1)}、${echo.p99.toFixed(1)}），上限 ${LONGEST_P99_MS}：${ours.p99 < LONGEST_P99_MS ? "达到" : "没有达到"}`,
    );
    return { ours, echo, ratio };
  } finally {
    for (const each of [load, ...Object.values(houses).map((house) => house.process)]) each.disconnect();
    await rm(place, { recursive: true });
  }
}

type Run = Readonly<{ perSecond: number; cpu: number; p50: number; p99: number; commits: number; accepted: number }>;

function sideOf(runs: readonly Run[], calm: Run): Side {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    perSecond: middle(runs.map(({ perSecond }) => perSecond)),
    cpu: middle(runs.map(({ cpu }) => cpu)),
    p50: calm.p50,
    p99: calm.p99,
    commits: sum(runs.map(({ commits }) => commits)),
    accepted: sum(runs.map(({ accepted }) => accepted)),
  };
}

/** One server to be measured. */
class House {
  readonly process: ChildProcess;
  readonly #load: ChildProcess;
  readonly #kind: HouseKind;
  readonly #port: number;
  #sent = 0;

  private constructor(kind: HouseKind, process: ChildProcess, port: number, load: ChildProcess) {
    this.#kind = kind;
    this.process = process;
    this.#port = port;
    this.#load = load;
  }

  static async open(kind: HouseKind, data: string, load: ChildProcess): Promise<House> {
    const task: HouseTask = { kind, organ: ORGAN, data };
    const process = child("callback-house.js", JSON.stringify(task));
    return new House(kind, process, await told<number>(process), load);
  }

  /** @throws Error when a callback was refused, or answered 200 and not kept. */
  async run(messages: number, rate: number | null): Promise<Run> {
    const task: LoadTask = { port: this.#port, credentials: CREDENTIALS, messages, first: this.#sent, rate };
    this.#sent += messages;
    await answerTo(this.#load, task);
    const before = await answerTo<HouseReading>(this.process, "read");
    const result = await answerTo<LoadResult>(this.#load, "fire");
    const after = await answerTo<HouseReading>(this.process, "read");
    const accepted = after.accepted - before.accepted;
    if (result.refused > 0) throw new Error(`${result.refused} of ${messages} callbacks were refused by ${this.#kind}`);
    if (this.#kind === "ours" && accepted !== messages)
      throw new Error(`${accepted} of ${messages} callbacks were kept`);
    return {
      perSecond: result.answered / result.seconds,
      cpu: (after.cpu - before.cpu) / messages,
      p50: result.p50,
      p99: result.p99,
      commits: after.commits - before.commits,
      accepted,
    };
  }
}

const CREDENTIALS = {
  corpId: "ww0000000000simula",
  agentId: "1000002",
  secret: "secret-of-the-bench",
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};
const OFFICE = Office.parse({ key: "bench", name: "某某市某某局", sections: [{ key: "office", label: "办公室" }] });
const ORGAN: Organ = {
  office: OFFICE,
  settings: OrganSettings.parse(OFFICE),
  catalogue: catalogueOf(OFFICE),
  vocabulary: vocabularyOf(OFFICE, []).vocabulary,
  credentials: CREDENTIALS,
};

const child = (file: string, ...words: string[]): ChildProcess => fork(new URL(file, import.meta.url), words);

function answerTo<T>(process: ChildProcess, question: LoadTask | "fire" | "read"): Promise<T> {
  process.send(question);
  return told<T>(process);
}

/** The next message of a child; the two sides share its type. */
async function told<T>(process: ChildProcess): Promise<T> {
  const heard = new AbortController(); // takes the listeners away again
  const { signal } = heard;
  const gone = once(process, "exit", { signal }).then(() => {
    throw new Error("a process of the bench ended before its time");
  });
  try {
    const [message] = await Promise.race([once(process, "message", { signal }), gone]);
    return message as T; // each child answers in the type it exports
  } finally {
    heard.abort();
  }
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Median of a small write made durable: tells a disk from one that only says so. */
async function fsyncMs(directory: string): Promise<number> {
  const file = await open(join(directory, "probe"), "w");
  const times: number[] = [];
  for (let turn = 0; turn < PROBES; turn += 1) {
    const started = performance.now();
    await file.write("0123456789");
    await file.sync();
    times.push(performance.now() - started);
  }
  await file.close();
  return middle(times);
}
