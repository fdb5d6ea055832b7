import type { LedgerRecord } from "@gongkai/schema";

/** What a member says, what the ledger must then hold of it (one entry a record), and how the answer reads. */
export type Spoken = Readonly<{ say: string; writes: readonly string[]; answer: RegExp }>;

/**
 * Two turns that belong together on a day of July 2026 of their own, at whatever hour and in whatever year they are
 * said; `n` is the figure said. No two answers of a member are
 * alike: the platform drops what it takes for a repeated try, and a bot whose clock was set forward has it look far back.
 */
type Pair = (day: number, n: number) => readonly [Spoken, Spoken];

const ASKED = /是哪一项|报的是|哪|？/;

const PAIRS: readonly Pair[] = [
  (day, n) => [
    {
      say: `2026年7月${day}日许可办结${n}件`,
      writes: [`permit.decided ${n} ${july(day)}`],
      answer: new RegExp(`许可${n}件`),
    },
    { say: `改成${n + 1}件`, writes: [`corrected ${n + 1}`], answer: new RegExp(`已改[\\s\\S]*许可${n + 1}件`) },
  ],
  (day, n) => [
    {
      say: `2026年7月${day}日行政处罚${n}件`,
      writes: [`penalty.decided ${n} ${july(day)}`],
      answer: new RegExp(`处罚${n}件`),
    },
    { say: "撤销", writes: ["withdrawn"], answer: new RegExp(`已撤销[\\s\\S]*处罚${n}件`) },
  ],
  (day, n) => [
    {
      say: `2026年7月${day}日公众号发了${n}条，微博发了${n + 1}条`,
      writes: [`newmedia.post ${n} ${july(day)} wechat`, `newmedia.post ${n + 1} ${july(day)} weibo`],
      answer: new RegExp(`${n}条[\\s\\S]*${n + 1}条`),
    },
    { say: "2026年许可多少件", writes: [], answer: /2026年/ },
  ],
  (day, n) => [
    { say: `2026年7月${day}日发了${n}条`, writes: [], answer: ASKED },
    { say: "公众号", writes: [`newmedia.post ${n} ${july(day)} wechat`], answer: new RegExp(`已记[\\s\\S]*${n}条`) },
  ],
  (day, n) => [
    { say: `2026年7月${day}日行政强制多少件`, writes: [], answer: new RegExp(`7月${day}日行政强制`) },
    {
      say: `2026年7月${day}日行政强制${n}件`,
      writes: [`coercion.decided ${n} ${july(day)}`],
      answer: new RegExp(`强制${n}件`),
    },
  ],
];

const july = (day: number) => `2026-07-${String(day).padStart(2, "0")}`;

/** Moment from which on these turns may be said: July 2026 is past. */
export const SPOKEN_FROM = "2026-09-01T09:00:00+08:00";

/** What the member in this place says, two turns a pair; members differ in their order and their figures. */
export function spokenBy(place: number, pairs: number): Spoken[] {
  const figure = 1 + (place % 40); // below what is asked about as far off
  return Array.from(
    { length: pairs },
    (_, at) => PAIRS[(place + at) % PAIRS.length]?.(1 + (at % 31), figure) ?? [],
  ).flat();
}

/** A record in the words of `Spoken.writes`. */
export function writtenAs({ states }: LedgerRecord): string {
  switch (states.kind) {
    case "figure-reported":
      return [states.indicator, states.quantity, states.period, states.channel]
        .filter((part) => part !== null)
        .join(" ");
    case "corrected":
      return `corrected ${states.becomes.kind === "figure-reported" ? states.becomes.quantity : states.becomes.kind}`;
    default:
      return states.kind;
  }
}
