import { type LocalDate, type Month, monthsOfYear } from "@gongkai/schema";
import { inWords, momentOf, monthInWords, workingDaysOf } from "./sample-days.ts";
import type { SampleTurn } from "./sample-turn.ts";
import { evenly, pieces, spread } from "./spread.ts";
import {
  monthWeights,
  NOTHING_ALL_YEAR,
  SITE_VISITS,
  STREAMS,
  type Stream,
  WECHAT_FOLLOWERS,
  WEIBO_FOLLOWERS,
} from "./year-plan.ts";

const CHINESE_DIGITS = ["〇", "一", "两", "三", "四", "五"];
const SLIP_EVERY = 41; // one message in so many is mended a few minutes later
const WITHDRAWN_EVERY = 67; // one in so many is said twice by mistake and taken back

type Next = () => number;
const pick = <T>(from: readonly T[], next: Next): T => {
  const picked = from[Math.floor(next() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
};

/** Messages that belong together: a report and its mending. Nothing of the same person comes between them. */
type Exchange = readonly SampleTurn[];
type Month12 = Readonly<{ month: Month; index: number; days: readonly LocalDate[] }>;

/** Keeps one person's messages a minute apart and never in the same words twice a day (that would be asked back). */
class Diary {
  readonly #taken = new Set<string>();

  /** A free minute on `day`, at or after `at`. */
  minute(by: string, day: LocalDate, at: number): number {
    let free = at;
    while (this.#taken.has(`${by} ${day} ${free}`)) free += 1;
    this.#taken.add(`${by} ${day} ${free}`);
    return free;
  }

  /** True the first time these words are said by this person on that day. */
  fresh(by: string, day: LocalDate, text: string): boolean {
    const line = `${by} ${day} ${text}`;
    if (this.#taken.has(line)) return false;
    this.#taken.add(line);
    return true;
  }
}

const unitOf = (stream: Stream): string => /\{n\}([条件次场个])/.exec(stream.phrases[0] ?? "")?.[1] ?? "";
const worded = (phrase: string, day: string, figure: string) => phrase.replace("{d}", day).replace("{n}", figure);

/** How a person names the day: mostly today, sometimes the date itself when it is written down a day late. */
function report(stream: Stream, count: number, { days }: Month12, diary: Diary, next: Next): SampleTurn {
  for (let tries = 0; tries < 500; tries += 1) {
    const day = pick(days, next);
    const later = days[days.indexOf(day) + 1];
    const late = later !== undefined && next() >= 0.8;
    const figure = next() < 0.25 ? (CHINESE_DIGITS[count] ?? String(count)) : String(count);
    const text = worded(pick(stream.phrases, next), late ? inWords(day) : "今天", figure);
    const on = late ? later : day;
    if (!diary.fresh(stream.by, on, text)) continue;
    const at = diary.minute(stream.by, on, Math.floor(next() * 450));
    return { now: momentOf(on, at), by: stream.by, text, expect: "record" };
  }
  throw new Error(
    `no day is left on which ${stream.by} could say this in new words: give ${stream.indicator} more phrases`,
  );
}

const secondsLater = (moment: string, seconds: number) => moment.replace(":00+08:00", `:${seconds}+08:00`);

/** A slip of the finger mended at once: two too many, then put right. */
function slipped(turn: SampleTurn, stream: Stream, count: number, diary: Diary): Exchange {
  const wrong = { ...turn, text: worded(stream.phrases[0] ?? "", "今天", String(count + 2)) };
  const today = turn.text.startsWith("今天") && diary.fresh(turn.by, turn.now.slice(0, 10), wrong.text);
  if (!today) return [turn]; // a mended period would be another story
  const mended = `不对，是${count}${unitOf(stream)}`;
  return [wrong, { ...turn, now: secondsLater(turn.now, 30), text: mended, expect: "correct" }];
}

/** Said once too often and taken back. */
function takenBack(turn: SampleTurn, stream: Stream): Exchange {
  const text = worded(stream.phrases[0] ?? "", "今天", "9");
  return [
    { ...turn, now: secondsLater(turn.now, 40), text },
    { ...turn, now: secondsLater(turn.now, 50), text: "撤销", expect: "undo" },
  ];
}

function monthEnd({ month, index, days }: Month12, nothing: readonly Stream[]): Exchange[] {
  const last = days[days.length - 1] ?? `${month}-28`;
  const words = monthInWords(month);
  const readings = `本月网站访问量${SITE_VISITS[index]}次，微博粉丝${WEIBO_FOLLOWERS[index]}，公众号粉丝${WECHAT_FOLLOWERS[index]}`;
  const said = [
    { by: "zhouyun", text: readings },
    ...NOTHING_ALL_YEAR.map(({ by, says }) => ({ by, text: says.replace("{m}", words) })),
    ...nothing.map(({ by, phrases }) => ({ by, text: worded(phrases[0] ?? "", words, "0") })),
  ];
  return said.map(({ by, text }, place) => [{ now: momentOf(last, 500 + place), by, text, expect: "record" }]);
}

const startOf = ([first]: Exchange): number => Date.parse(first?.now ?? "");

/** Documents are kept by the year: one statement in December says there were none. */
const NO_DOCUMENTS: Exchange = [
  {
    now: "2025-12-31T16:20:00+08:00",
    by: "dengwei",
    text: "2025年制发行政规范性文件0件，废止行政规范性文件0件",
    expect: "record",
  },
];

/** Every message of 2025 in the order it was sent. The same every time. */
export function yearTurns(): SampleTurn[] {
  const next = evenly(2025);
  const diary = new Diary();
  const shares = STREAMS.map((stream) => spread(stream.total, monthWeights(stream)));
  const exchanges: Exchange[] = [];
  let told = 0;
  for (const [index, month] of monthsOfYear(2025).entries()) {
    const place: Month12 = { month, index, days: workingDaysOf(month) };
    for (const [at, stream] of STREAMS.entries()) {
      for (const count of pieces(shares[at]?.[index] ?? 0, stream.most, next)) {
        const turn = report(stream, count, place, diary, next);
        told += 1;
        const exchange = told % SLIP_EVERY === 0 ? slipped(turn, stream, count, diary) : [turn];
        exchanges.push(told % WITHDRAWN_EVERY === 0 ? [...exchange, ...takenBack(turn, stream)] : exchange);
      }
    }
    exchanges.push(
      ...monthEnd(
        place,
        STREAMS.filter((stream, at) => stream.owed && shares[at]?.[index] === 0),
      ),
    );
  }
  return [...exchanges, NO_DOCUMENTS].sort((left, right) => startOf(left) - startOf(right)).flat();
}
