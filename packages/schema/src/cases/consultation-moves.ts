import { type Consulted, opinionDue } from "../calendar/consultation.ts";
import { TERMS } from "../calendar/terms.ts";
import type { HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicationStep } from "./case-fact.ts";
import { type Course, clockOf, type Letter } from "./course.ts";
import { accepted, type Move, refused } from "./move.ts";

type Step<Name extends ApplicationStep["step"]> = Extract<ApplicationStep, { step: Name }>;

const ARTICLE: Readonly<Record<Consulted, string>> = {
  "third-party": TERMS.thirdParty.article,
  "co-producer": TERMS.coProducer.article,
};
const EITHER = "条例第三十二条、第三十四条";

const withLetter = (course: Course, letter: Letter): Course => ({
  ...course,
  letters: course.letters.map((other) => (other.number === letter.number ? letter : other)),
});

/** The letter a step means: by its number, or the only one still out. */
function letterOf(course: Course, number: number | undefined): Letter | Move {
  if (number !== undefined) {
    const letter = course.letters.find((other) => other.number === number);
    return letter ?? refused(EITHER, `没有第${number}封征求意见书，请核对。`);
  }
  const out = course.letters.filter(({ returned }) => returned === null);
  const [only] = out;
  if (!only) return refused(EITHER, "没有还在等意见的征求意见书，请先记发出征求意见。");
  return out.length === 1 ? only : refused(EITHER, `有${out.length}封征求意见书还在等意见，请说明是第几封。`);
}

export function sendLetter(course: Course, fact: Step<"consultation-sent">, calendar: HolidayCalendar): Move {
  const number = fact.number ?? Math.max(0, ...course.letters.map((letter) => letter.number)) + 1;
  const whom = fact.with ?? "third-party";
  if (course.letters.some((letter) => letter.number === number))
    return refused(ARTICLE[whom], `第${number}封征求意见书已经记过。`);
  const due = clockOf(course, calendar)?.due;
  const letter: Letter = { number, with: whom, sent: fact.on, received: null, returned: null, opinion: null };
  return accepted(
    { ...course, letters: [...course.letters, letter] },
    due !== undefined &&
      fact.on > due && { article: TERMS.excluded.article, says: `答复期限 ${due} 已过，这次征求意见不再扣除期限。` },
  );
}

export function letterArrived(course: Course, fact: Step<"consultation-received">): Move {
  const letter = letterOf(course, fact.number);
  if ("kind" in letter) return letter;
  const article = ARTICLE[letter.with];
  if (letter.received) return refused(article, `对方 ${letter.received} 已经收到这封征求意见书。`);
  if (fact.on < letter.sent) return refused(article, `征求意见书 ${letter.sent} 才发出，收到的日期不能更早。`);
  if (letter.returned !== null) return refused(article, "这封征求意见书已经有结果，请更正那一条记录。");
  return accepted(withLetter(course, { ...letter, received: fact.on }));
}

/** Silence is a fact only after 15 working days from a known receipt. */
export function letterReturned(course: Course, fact: Step<"consultation-returned">, calendar: HolidayCalendar): Move {
  const letter = letterOf(course, fact.number);
  if ("kind" in letter) return letter;
  const article = ARTICLE[letter.with];
  const opinion = fact.opinion ?? null;
  if (letter.returned !== null) return refused(article, `第${letter.number}封征求意见书已经有结果。`);
  const earliest = letter.received ?? letter.sent;
  if (fact.on < earliest) return refused(article, `回复的日期早于对方收到征求意见书的日期 ${earliest}，请核对。`);
  if (opinion !== "silent") return accepted(withLetter(course, { ...letter, returned: fact.on, opinion }));
  if (!letter.received) return refused(article, "要先记对方哪天收到征求意见书，才能认定逾期未提出意见。");
  const last = opinionDue(letter, calendar).day;
  if (fact.on < last) return refused(article, `对方自收到之日起有15个工作日，到 ${last} 为止，现在还不能认定逾期。`);
  return accepted(withLetter(course, { ...letter, returned: "silent", opinion }), {
    article,
    says:
      letter.with === "co-producer"
        ? "对方逾期未提出意见，视为同意公开。"
        : "第三方逾期未提出意见，由本机关决定是否公开。",
  });
}
