import type { Hearing } from "../utterance/meaning.ts";
import { understand } from "../utterance/understand.ts";
import { DEFAULT_VOCABULARY } from "../utterance/vocabulary.ts";
import { UNDERSTAND_TEXTS } from "./understand-texts.ts";

/** Times in microseconds a message, both measured in one run on the same texts. `growth` is the worst ratio of time for twice the length. */
export type UnderstandBench = Readonly<{
  texts: number;
  ours: number;
  chrono: number;
  ratio: number;
  longest: number;
  growth: number;
  /** Worst time of a message of 4,000 characters, which the platform lets nobody send. */
  beyond: number;
}>;

const NOW = "2026-03-04T10:30:00+08:00";
/** Rounds before the clock runs, the same for both: a service is measured once its code is compiled (the last of ours after about 2,500). */
const WARM_UP = 3000;
const ROUNDS = 400;
const HOSTILE_ROUNDS = 15;
/** Longest text message of the platform, in bytes of UTF-8. */
const LONGEST_BYTES = 2048;
const BYTES_PER_CHARACTER = 3;
const BEYOND_CHARACTERS = 4000;

/** Repetitions that make careless patterns back up on themselves. */
const HOSTILE = [
  "一",
  "3",
  "1.",
  "十百",
  "公众号",
  "3月",
  "1、",
  "公众号3条",
  "不对3条",
  "第一",
  "《",
  "年",
  "1-",
  "。",
  "各3条公众号",
  "其中2件",
  "申请",
  "3条没",
  "工",
  "请",
  "毒公纵号",
  "把3条写成2条",
  "无处罚、",
  "许可15件，其中网上9件",
];

const hearing = (text: string): Hearing => ({ text, now: NOW, vocabulary: DEFAULT_VOCABULARY });
const repeated = (unit: string, characters: number) =>
  unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);

type Run = (text: string) => unknown;

/**
 * Times of one call of each in microseconds: the best of many rounds, because a busy machine only ever adds to it.
 * Their rounds take turns, so that a machine that slows down, and the caches the other has filled, weigh on all alike.
 */
function timesOf(runs: readonly Run[], texts: readonly string[], rounds: number): readonly number[] {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, run] of runs.entries()) {
      const started = performance.now();
      for (const text of texts) run(text);
      best[at] = Math.min(best[at] ?? 0, performance.now() - started);
    }
  return best.map((time) => (time * 1000) / texts.length);
}
const timeOf = (run: Run, texts: readonly string[], rounds: number): number => timesOf([run], texts, rounds)[0] ?? 0;

/** Measures our parser beside chrono-node's Chinese one. chrono only finds dates; it is a yardstick, not a rival. */
export async function benchUnderstand(print: (line: string) => void): Promise<UnderstandBench> {
  const { zh } = await import("chrono-node"); // a development dependency: only this bench needs it
  const reference = new Date(NOW);
  const ours = (text: string) => understand(hearing(text));
  const theirs = (text: string) => zh.hans.parse(text, reference);
  timesOf([ours, theirs], UNDERSTAND_TEXTS, WARM_UP);
  const [ourTime = 0, chronoTime = 0] = timesOf([ours, theirs], UNDERSTAND_TEXTS, ROUNDS);

  const full = Math.floor(LONGEST_BYTES / BYTES_PER_CHARACTER);
  let longest = 0;
  let growth = 0;
  let beyond = 0;
  for (const unit of HOSTILE) {
    const half = timeOf(ours, [repeated(unit, full / 2)], HOSTILE_ROUNDS);
    const whole = timeOf(ours, [repeated(unit, full)], HOSTILE_ROUNDS);
    longest = Math.max(longest, whole);
    growth = Math.max(growth, whole / half);
    beyond = Math.max(beyond, timeOf(ours, [repeated(unit, BEYOND_CHARACTERS)], HOSTILE_ROUNDS));
  }
  const result = {
    texts: UNDERSTAND_TEXTS.length,
    ours: ourTime,
    chrono: chronoTime,
    ratio: ourTime / chronoTime,
    longest,
    growth,
    beyond,
  };
  print(
    `读一条消息：${ourTime.toFixed(0)} 微秒；对照（只找日期）：${chronoTime.toFixed(0)} 微秒；倍数 ${result.ratio.toFixed(1)}，上限 8`,
  );
  print(`最长的恶意消息：${(longest / 1000).toFixed(1)} 毫秒，上限 5；长度加倍时用时至多 ${growth.toFixed(1)} 倍`);
  print(`平台发不出的 4000 字消息：最多 ${(beyond / 1000).toFixed(1)} 毫秒`);
  return result;
}
