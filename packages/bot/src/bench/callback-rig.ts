import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { catalogueOf, Office } from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import { OrganSettings } from "../config/settings.ts";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import type { HouseKind, HouseReading, HouseTask } from "./callback-house.ts";
import type { LoadResult, LoadTask } from "./callback-load.ts";

/** Processor time is microseconds a request, latencies are milliseconds. */
export type Run = Readonly<{
  perSecond: number;
  cpu: number;
  p50: number;
  p99: number;
  /** Fsyncs the ledger waited for: one a commit. */
  fsyncs: number;
  accepted: number;
}>;

/** Both servers and the load, each in a process of its own: the servers on the first core, the load on the second. */
export type CallbackRig = Readonly<{
  isPinned: boolean;
  /**
   * Sends so many callbacks that nobody got before; at `rate` a second, or as fast as answers come when it is null.
   * @throws Error when a callback was refused, or answered 200 and not kept.
   */
  run: (kind: HouseKind, messages: number, rate: number | null) => Promise<Run>;
  close: () => void;
}>;

export async function openCallbackRig(data: string): Promise<CallbackRig> {
  const pin = pinning();
  const load = child("callback-load.js", pin(1));
  const opened = async (kind: HouseKind) => {
    const task: HouseTask = { kind, organ: ORGAN, data };
    const house = child("callback-house.js", pin(0), JSON.stringify(task));
    return { house, port: await told<number>(house) };
  };
  const houses = { ours: await opened("ours"), echo: await opened("echo") };
  let sent = 0;

  return {
    isPinned: pin(0) !== null,
    async run(kind, messages, rate) {
      const { house, port } = houses[kind];
      const task: LoadTask = { port, credentials: CREDENTIALS, messages, first: sent, rate };
      sent += messages;
      await answerTo(load, task);
      const before = await answerTo<HouseReading>(house, "read");
      const { answered, refused, seconds, p50, p99 } = await answerTo<LoadResult>(load, "fire");
      const after = await answerTo<HouseReading>(house, "read");
      const accepted = after.accepted - before.accepted;
      if (refused > 0) throw new Error(`${refused} of ${messages} callbacks were refused by ${kind}`);
      if (kind === "ours" && accepted !== messages) throw new Error(`${accepted} of ${messages} callbacks were kept`);
      const cpu = (after.cpu - before.cpu) / messages;
      return { perSecond: answered / seconds, cpu, p50, p99, fsyncs: after.commits - before.commits, accepted };
    },
    close() {
      for (const process of [load, houses.ours.house, houses.echo.house]) process.disconnect();
    },
  };
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

/** Core → what keeps a process there; null where it cannot be had: one core only, or a machine without `taskset`. */
function pinning(): (core: number) => string[] | null {
  const works = availableParallelism() > 1 && spawnSync("taskset", ["-c", "0,1", "true"]).status === 0;
  return (core) => (works ? ["-c", String(core), process.execPath] : null);
}

function child(file: string, pinned: string[] | null, ...words: string[]): ChildProcess {
  const run = pinned ? { execPath: "taskset", execArgv: pinned } : {};
  return fork(new URL(file, import.meta.url), words, run);
}

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
