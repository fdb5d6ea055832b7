import { addDays, daysOf, type IndicatorKey, indicatorOf, type LocalDate, type Month, monthOf } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { admit, readBack } from "./admit.ts";
import { BARE_ITEM } from "./bare-item.ts";
import { reopeningQuestion } from "./questions.ts";
import { reopen } from "./settle-choice.ts";
import type { View } from "./turn.ts";
import type { Work } from "./work.ts";

const MONTH_WORDS = "(?:(\\d{4})年)?(?:(本|这个|当|上个?|\\d{1,2}|[一二三四五六七八九十]{1,3})月份?)";
const CLOSE = new RegExp(
  `^(?:请|把|将)?${MONTH_WORDS}(?:的?(?:账|台账|数据))?(?:可以|都)?(?:结账|关账|封账|结清|关掉|锁定)(?:了|吧|掉)?$`,
  "u",
);
const REOPEN = new RegExp(
  `^(?:请|把|将)?(?:重新)?(?:打开|重开|解锁|反结账)?${MONTH_WORDS}(?:的?(?:账|台账|数据))?(?:重新)?(?:打开|重开|解锁|反结账)?[，,：:\\s]*(?:因为|原因是?|理由是?)[：:]?(.{2,})$`,
  "u",
);
/** 打开3月: the deed without its reason. */
const REOPEN_BARE = new RegExp(
  `^(?:请|把|将)?(?:重新)?(?:打开|重开|解锁|反结账)${MONTH_WORDS}(?:的?(?:账|台账|数据))?(?:吧|一下)?$|^(?:请|把|将)?${MONTH_WORDS}(?:的?(?:账|台账|数据))?(?:重新|再)?(?:打开|重开|解锁|反结账)(?:吧|一下)?$`,
  "u",
);
const NOTHING = new RegExp(
  `^(?:我们)?(?:科室?|科里)?${MONTH_WORDS}?(?:我们)?(?:科室?|科里)?(?:都|均|全部|一律)?(?:是)?(?:无|没有|没有要报的|无上报|零报告|没有可报的|没什么可报的|无可报事项|无内容|没有需要报的|没有发生|全无|都没有)(?:事项|内容|数据|的)?(?:了|哦|啊)?$`,
  "u",
);
const DIGITS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const MONTH_END_DAYS = 5; // 本月无 is taken at once in the last days of the month and after it

/** 本月, 上月, 3月, 2025年12月; a bare month is the latest one not in the future. */
function monthSaid(year: string | undefined, words: string | undefined, today: LocalDate): Month | undefined {
  if (words === undefined || words === "本" || words === "这个" || words === "当") return monthOf(today);
  if (words.startsWith("上")) return monthOf(addDays(`${monthOf(today)}-01`, -1));
  const number = /^\d+$/.test(words) ? Number(words) : DIGITS.indexOf(words);
  if (number < 1 || number > 12) return undefined;
  const month = `-${String(number).padStart(2, "0")}`;
  if (year !== undefined) return `${year}${month}`;
  const thisYear = Number(today.slice(0, 4));
  return `${thisYear}${month}` <= monthOf(today) ? `${thisYear}${month}` : `${thisYear - 1}${month}`;
}

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/[。.！!\s]+$/u, "");

/** 2月结账; 打开2月，原因是…. False when the message is about neither. */
export function monthDeed(work: Work): boolean {
  const text = bare(work.turn.text);
  const { today } = work.view;
  const reopens = /打开|重开|解锁|反结账/u.test(text) ? REOPEN.exec(text) : null;
  const bareReopen = reopens ? null : REOPEN_BARE.exec(text);
  const closes = CLOSE.exec(text);
  const [, year, words] = reopens ?? closes ?? [];
  const [, ...bareParts] = bareReopen ?? [];
  const [bareYear, bareWords] = bareParts[1] === undefined ? bareParts.slice(2) : bareParts;
  const named = words ?? bareWords;
  const month = named === undefined ? undefined : monthSaid(year ?? bareYear, named, today);
  if (month === undefined) return false;
  if (!work.view.may("close-month", {})) {
    work.say.push({ say: "not-allowed", deed: "close-month" });
    return true;
  }
  const closed = work.view.closed.has(month);
  if (reopens && closed) reopen(work, month, (reopens[3] ?? "").trim());
  else if (bareReopen && closed) {
    work.wait({ at: "reopening", month, items: [] }, reopeningQuestion(month, []), work.said, "intent");
  } else if (closes && !closed && month <= monthOf(today)) {
    work.write("close-month", { kind: "month-closed", month }, { section: "", said: work.said });
    work.say.push({ say: "month-closed-now", month });
  } else work.say.push({ say: "month-as-it-is", month, closed });
  return true;
}

/** What a section still owes for a month and may attest 0; readings and stocks are asked instead. */
const openIndicators = (view: View, section: string, month: Month): readonly IndicatorKey[] =>
  view
    .gaps(month)
    .filter((gap) => gap.section === section && indicatorOf(view.catalogue, gap.indicator).nil)
    .map(({ indicator }) => indicator);

/** 本月无: everything countable still open of the speaker's section is attested 0, by name. */
export function nothingThisMonth(work: Work): boolean {
  const found = NOTHING.exec(bare(work.turn.text));
  const { meaning } = work.turn;
  if (
    !found ||
    found[2] === undefined ||
    (meaning.act !== "ignore" && meaning.act !== "ask" && meaning.act !== "record")
  )
    return false;
  if (meaning.act === "record" && meaning.items.length > 0) return false;
  const month = monthSaid(found[1], found[2], work.view.today);
  if (month === undefined) return false;
  attestOpen(work, month);
  return true;
}

/** Writes the zeros, or reads them back when the month is still young. */
export function attestOpen(work: Work, month: Month): void {
  const { section } = work.view.member;
  if (!work.view.may("attest-nil", { section })) {
    work.say.push({ say: "not-allowed", deed: "attest-nil" });
    return;
  }
  const open = openIndicators(work.view, section, month);
  if (open.length === 0) {
    work.say.push({ say: "nothing-open", month });
    return;
  }
  const items = open.map((key) => zeroOf(key, month, work.turn.text));
  if (addDays(daysOf(month).to, -MONTH_END_DAYS) > work.view.today) readBack(work, items, work.said, "month-not-over");
  else for (const item of items) admit(work, item, work.said);
}

export const zeroOf = (indicator: IndicatorKey, month: Month, text: string): Item => ({
  ...BARE_ITEM,
  indicator: { value: indicator, certainty: "implied", text: "" },
  quantity: { value: 0, certainty: "said", text },
  period: { value: month, certainty: "said", text },
  nil: true,
  text,
});
