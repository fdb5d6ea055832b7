import { ask } from "../ask.ts";
import { type Clause, clausesOf, datesOf, figuresOf, isDone } from "../binding/clause.ts";
import { isContent } from "../binding/content.ts";
import { isNaming } from "../binding/features.ts";
import { gather } from "../binding/gather.ts";
import { headingOf } from "../binding/heading.ts";
import { itemsOf } from "../binding/items.ts";
import { type Heard, hasFigure, isOfKnown } from "../binding/known-part.ts";
import { mend } from "../binding/mend.ts";
import { type Mood, moodOf } from "../binding/mood.ts";
import { isDeadline, isNotAs, isRemark } from "../binding/remark.ts";
import { residueOf } from "../binding/residue.ts";
import { isEmptyDay, shadowOver } from "../binding/shadow.ts";
import { withoutTales } from "../binding/story.ts";
import { anchorDates } from "../dates/anchor.ts";
import type { Ask, Draft, Item } from "../meaning.ts";
import { isMark, type Reader, type Reading, type Said, textOf } from "../reading.ts";
import { identify } from "../refiners/identify.ts";
import type { Token } from "../token.ts";
import { headed, readAsOwn, underHeading } from "./body-named.ts";
import { AGREES_AND_EXCUSES } from "./correction-words.ts";
import { isNotYetToday } from "./not-yet-today.ts";
import { unnamedFigure } from "./unnamed-figure.ts";

const names = ({ clause }: Heard) => clause.tokens.some((token) => isNaming(token) || isMark(token, "arrived"));

const question = (why: Ask, sure: Extract<Said, { act: "ask" }>["sure"] = []): Said => ({
  act: "ask",
  sure,
  drafts: [{ text: why.words, asks: [why] }],
  ask: why,
});

/** Moods that excuse a figure altogether, and those about which one question is due. */
const EXCUSED: ReadonlySet<Mood> = new Set(["aim", "plan", "compare", "elsewhere", "hearsay"]);

function moodQuestion(mood: Mood, words: string): Ask {
  switch (mood) {
    case "underway":
      return ask("mood-underway", words);
    case "denied":
      return ask("mood-negated", words);
    case "step":
      return ask("case-event", words);
    case "elsewhere":
      return ask("somebody-elses", words);
    case "plan":
    case "aim":
      return ask("mood-planned", words);
    default:
      return ask("mood-doubtful", words);
  }
}

/** The same question, with everything that was said kept in its drafts: a plain 是 is then enough. */
function doubted(reading: Reading, clauses: readonly Clause[], why: Ask): Said {
  const gathered = gather(clauses, reading.vocabulary.catalogue);
  const said = itemsOf({ gathered, residue: null, reading, done: true });
  const items = said.act === "record" ? said.items : [];
  const drafts: readonly Draft[] = said.act === "ask" ? said.drafts : items.map((item) => ({ ...item, asks: [] }));
  if (drafts.length === 0) return question(why);
  return { act: "ask", sure: [], drafts: drafts.map((draft) => ({ ...draft, asks: [why, ...draft.asks] })), ask: why };
}

/** 上月收费也要报，财务说一万二多点: the name stands in the breath before. */
function topicBefore(heard: readonly Heard[], [first, second]: readonly Heard[]): readonly Clause[] {
  const before = first && heard[heard.indexOf(first) - 1];
  if (!first || second || names(first) || !before || hasFigure(before) || !names(before)) return [];
  const name = before.clause.tokens.filter((token) => isNaming(token) || token.kind === "date");
  return [{ tokens: name, opened: "", closed: "," }];
}

/** 隔壁镇都发6条了: what another body did opens with that body. */
const isOthersDoing = ({ clause: { tokens } }: Heard): boolean => {
  const figure = tokens.findIndex(({ kind }) => kind === "figure");
  const way = tokens.slice(1, figure);
  return (
    isMark(tokens[0], "outsider") &&
    way.some((token) => isMark(token, "verb")) &&
    way.every(({ text }) => text !== "的")
  );
};
const SO_FAR = /已经?(?:有|是|达|到|达到)?[0-9一二三四五六七八九十百千万.]{1,9}[件条个篇次期场份]了/;
/** 许可已经210件了: how far it has come, on no day. */
const isSoFar = (tokens: readonly Token[]) =>
  tokens.some((token) => isMark(token, "done")) &&
  !tokens.some((token) => token.kind === "date") &&
  SO_FAR.test(textOf(tokens));

const DISPUTE_GOES_ON = /(?:复议|诉讼|官司|法院|起诉).{0,8}(?:撤了|撤回|判|结了|赢|输)/;

/** A remark binds nothing, unless a date in it governs what follows. */
const isPlainRemark = (clause: Clause, first: boolean) =>
  (!first && (isDeadline(clause.tokens) || isContent(clause.tokens) || isNotAs(clause.tokens))) ||
  (isRemark(clause, first) && !clause.tokens.some((token) => token.kind === "date"));

/** 【转】省教育考试院：…: somebody else's words. */
const FORWARDED = /^(?:【|\[|\()?(?:转|转发|转载|转自|fwd?)(?:】|\]|\)|:)/;

/** 说起热线啊，我年轻时守电话: a story. */
const REMEMBERS = /^(?:哎|唉|啊|,)*(?:说起|说到|提起|想起|想当年|那些年|记得那时)/;
const GREETS = /^(?:您好|你好|各位|大家好|领导好|老师好|各位老师|各位同事|早上好|上午好|下午好|好)+$/;
/** 再加一个，…: that something is to be reported, before it is. */
const ANOTHER = /^(?:再|还有?|另外|又)(?:要)?(?:加|报|补|记|来|说|补报)(?:上)?[一1]?(?:个|条|件|项|笔|下)[,:。]/;

function read(reading: Reading): Said | undefined {
  return readAsOwn(reading, readWhole(reading), readWhole);
}

function readWhole(reading: Reading): Said | undefined {
  if (REMEMBERS.test(reading.text) && figuresOf(reading.tokens).length === 0)
    return { act: "ignore", why: "small-talk" };
  if (AGREES_AND_EXCUSES.test(reading.text)) return { act: "ignore", why: "small-talk" };
  if (FORWARDED.test(reading.text)) return { act: "ignore", why: "somebody-elses" };
  const lead = ANOTHER.exec(reading.text)?.[0].length ?? 0;
  const said = lead === 0 ? reading.tokens : reading.tokens.filter(({ from }) => from >= lead);
  const identified = identify(anchorDates(said, reading.now));
  const mended = mend(identified);
  if (!mended) return question(ask("two-bindings", reading.text));
  const all = clausesOf(mended);
  const clauses = withoutTales(all[0] && all.length > 1 && GREETS.test(textOf(all[0].tokens)) ? all.slice(1) : all);
  const heading = clauses[0] && headingOf(clauses[0]);
  const heard = readClauses(reading, mended, heading ? underHeading(clauses) : clauses);
  return heading ? headed(heard, heading.body) : heard;
}

/** 其中预售许可2件, said of what was reported before: a part is never added. */
const PART_OF_BEFORE =
  /^(?:其中|里[头面]有?(?:[一二两三四五0-9]|$)|里[头面]有|有[一二两三四五0-9]{1,2}[条件个篇]是|当中|含|包括)/;
/** 公众号推文5条，另有3条还在走审签: beside what was told, and not yet to be counted. */
const isYetToCome = ({ clause: { tokens }, mood }: Heard) =>
  mood === "underway" && isMark(tokens[0], "more") && !tokens.some(isNaming);

/** 推了4条上午报过了: told without a breath between. */
const SAID_BEFORE =
  /(?<![没未忘别不])(?:报|记|登记?|录)过了?[。!]?$|(?:上午|早上|中午|下午|昨天|前天|刚才|之前|已经|早就|[小老阿][\u4e00-\u9fa5])(?:就|都|已经?)?(?:报|登记|录入)了[。!]?$/;
/** 原定昨天开会1次, 草稿：…: what was not to be, or not yet; 原定昨天的会改今天开了 goes on. */
const NOT_WHAT_HAPPENED =
  /^(?:原定|原本|几乎|差点|险些|万一|草稿|样例|样稿|示例|初稿)(?!.*(?:改[在到成为今昨]|实际|后来|推迟|提前|延[到后期]))/;

function readClauses(reading: Reading, mended: readonly Token[], all: readonly Clause[]): Said | undefined {
  const ofCase = mended.some(
    (token) =>
      isMark(token, "application") ||
      (token.kind === "word" && token.word.is === "indicator" && token.word.key === "publicity.interview"),
  );
  const heard = all.map((clause): Heard => ({ clause, mood: moodOf(clause, ofCase) }));
  for (let at = 1; at < heard.length; at += 1) {
    const [before, one] = [heard[at - 1], heard[at]];
    // 今年留言争取条条有回音，至少500条不超期: the aim goes on
    if (before?.mood === "aim" && one?.mood === "denied" && !names(one)) heard[at] = { ...one, mood: "aim" };
  }
  const counted = heard.filter(hasFigure);
  const named = heard.some(names);
  if (counted.length === 1 && PART_OF_BEFORE.test(reading.text.replace(/^[,、。\s]+/, "")))
    return question(ask("subset-counted", reading.text));
  if (!named)
    return unnamedFigure(
      reading,
      mended,
      heard.map(({ mood }) => mood),
    );
  if (SAID_BEFORE.test(reading.text) || NOT_WHAT_HAPPENED.test(reading.text))
    return question(ask("mood-doubtful", reading.text));
  if (isOfKnown(heard)) return question(ask("subset-counted", reading.text));
  const told = heard.filter(({ mood }) => mood === "told");
  const toldCounted = told.filter(hasFigure);

  if (counted.length > 0 && toldCounted.length === 0) {
    const [due] = counted.filter((one) => !EXCUSED.has(one.mood) || (one.mood === "compare" && names(one)));
    if (due)
      return doubted(
        reading,
        [...topicBefore(heard, counted), ...counted.map(({ clause }) => clause)],
        moodQuestion(due.mood, textOf(due.clause.tokens)),
      );
    return {
      act: "ignore",
      why: counted.some(({ mood }) => mood === "elsewhere" || mood === "hearsay") ? "somebody-elses" : "not-done",
    };
  }
  if (
    isNotYetToday(
      reading,
      told.map(({ clause }) => clause),
      isDone(mended),
    )
  )
    return question(ask("mood-planned", reading.text));
  // 公众号4条：两条是省厅的: some of what was told is not ours
  const notOurs = heard.find(
    (one, at) => at > 0 && one.mood === "elsewhere" && hasFigure(one) && !names(one) && !isOthersDoing(one),
  );
  const doubtful =
    notOurs ??
    counted.find(
      (one) => !EXCUSED.has(one.mood) && one.mood !== "told" && !isYetToCome(one) && !isEmptyDay(one, toldCounted),
    ) ??
    shadowOver(heard);
  if (counted.length === 0 && told.filter(names).length === 0) {
    const [first] = heard.filter(names);
    if (!first) return undefined;
    if (EXCUSED.has(first.mood))
      return {
        act: "ignore",
        why: first.mood === "elsewhere" || first.mood === "hearsay" ? "somebody-elses" : "not-done",
      };
    const words = textOf(first.clause.tokens);
    // 那个复议撤了, 撤销许可那个案子，法院判我们赢了: a dispute went on
    if (first.mood === "denied" && DISPUTE_GOES_ON.test(reading.text)) return question(ask("case-event", words));
    if (first.mood === "denied") return { act: "ignore", why: "nothing-done" };
    return question(moodQuestion(first.mood, textOf(first.clause.tokens)));
  }

  const clauses = heard.flatMap((one, at) => {
    if (one.mood === "told") return isPlainRemark(one.clause, at === 0) ? [] : [one.clause];
    const next = heard[at + 1];
    const days = one.mood === "doubt" && next?.mood === "told" && hasFigure(next) ? datesOf(one.clause.tokens) : [];
    // 昨天教育局网站发了解读2条，意见征集1期: the day governs what is certain, too
    if (days.length > 0 && next && datesOf(next.clause.tokens).length === 0)
      return [{ tokens: days, opened: "", closed: "," }];
    const continues = next?.mood === "told" && hasFigure(next) && isDone(next.clause.tokens) && !names(next);
    const name = one.clause.tokens.filter((token) => isNaming(token) || token.kind === "date");
    // 许可应办10件，实际办结8件: the target names what was done, and no more
    return continues && (one.mood === "aim" || one.mood === "plan") && name.some(isNaming)
      ? [{ tokens: name, opened: "", closed: "," }]
      : [];
  });
  const running = heard.find(
    ({ clause: { tokens } }) =>
      (tokens.some((token) => isMark(token, "running")) && !isDeadline(tokens)) || isSoFar(tokens),
  );
  const gathered = gather(clauses, reading.vocabulary.catalogue);
  const residue = residueOf(told.map(({ clause }) => clause));
  const said = itemsOf({ gathered, residue, reading, done: isDone(mended) });
  const readings = said.act === "record" && said.items.every(({ indicator }) => indicator.value.endsWith("followers"));
  if (running && said.act === "record" && !readings) {
    const asked = question(ask("running-total", textOf(running.clause.tokens)));
    const [only, another] = said.items;
    return only && !another && asked.act === "ask"
      ? { ...asked, drafts: [ofThisTime(only, asked.ask, reading)] }
      : asked;
  }
  if (doubtful && said.act !== "ignore")
    return question(
      moodQuestion(doubtful.mood, textOf(doubtful.clause.tokens)),
      doubtful.mood !== "plan" &&
        hasFigure(doubtful) &&
        names(doubtful) &&
        !doubtful.clause.tokens.some((token) => isMark(token, "subset")) &&
        said.act === "record" &&
        said.oddities.length === 0
        ? said.items
        : [],
    );
  return said;
}

/** 截至今天许可31件: the work is known, and how much of it is new is asked. */
function ofThisTime({ quantity: _, ...item }: Item, question: Ask, { now }: Reading): Draft {
  return { ...item, period: { value: now.day, certainty: "implied", text: "" }, asks: [question] };
}

/** What was done and how much: the heart of the room. */
export const report: Reader = { name: "report", read };
