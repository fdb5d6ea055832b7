import { ask } from "../ask.ts";
import { type Clause, datesOf } from "../binding/clause.ts";
import { isBareBureau } from "../binding/other-body.ts";
import type { Choice, Item } from "../meaning.ts";
import { isMark, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";

/** 教育局8月数据：a report headed with a bureau that names no town comes from the speaker's own. */
const HEADS_ITS_OWN = /^(?![省市县区]|国家|总局)[\u4e00-\u9fa5]{2,8}[局委](?:办公室|办|机关)?$/;

/** Of the heading only its date governs what follows. */
export function underHeading([heading, ...rest]: readonly Clause[]): readonly Clause[] {
  const dates = heading ? datesOf(heading.tokens) : [];
  return dates.length > 0 ? [{ tokens: dates, opened: "", closed: ":" }, ...rest] : rest;
}

const IS_OURS =
  "是 对 嗯 是的 对的 没错 确认 我们 我们局 我们单位 我们自己 自己 本局 本单位 我局 我委 咱 咱们 咱们局".split(" ");
const IS_NOT_OURS = "不是 不 否 不是我们的 不是本单位的 别的单位 他们 人家 不用记 不记".split(" ");
const theirs: Choice = { label: "不是，不用记", also: IS_NOT_OURS, sets: {}, drops: true };

/** A body named before the report: it is complete, and only whose it is stays open. */
function bodyAsked(said: Said | undefined, body: string): Said | undefined {
  if (said?.act !== "record") return said;
  const [item, ...more] = said.items;
  if (!item) return said;
  const ours: Choice = {
    label: "是本单位的",
    also: IS_OURS,
    sets: {},
    ...(more.length > 0 ? { makes: said.items } : {}),
  };
  const question = ask("body-whose", body, [ours, theirs]);
  return { act: "ask", sure: [], drafts: [{ ...item, asks: [question] }], ask: question };
}

/** What stands under a heading is asked about, unless the body in it can only be the speaker's. */
export const headed = (said: Said | undefined, body: string): Said | undefined =>
  HEADS_ITS_OWN.test(body) ? said : bodyAsked(said, body);

/** 住建局今天发了6条，真勤快: praise is of others. */
const OF_OTHERS = /^(?:的公众号|的?(?:那边|他们))|[,。!]真|人家|他们|勤快|能干|厉害|羡慕/;
const isFirst = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).every((token) => token.kind === "date" || token.kind === "break" || isMark(token, "filler"));

const BODY = /[局委办厅院会府]$/;
/** Written like a report: what a body did, on which day, how many, and no word of talk. */
const FORMAL =
  /^(?!.*[了呢吧啦嘛啊呀!?]).*(?:召开|发布|开展|组织|举办|公开|办结|受理|接受).*[条件个篇次期场份]。?$|^.*(?:召开|举办).*[场次]$/;
/** Bodies whose clerk nobody here is. */
const NATIONAL = /^(?:国务院|国办|中央|国家|总局)/;
/** 11月5日市卫健委召开发布会一场: a body by its town, in a written report, may be the speaker's own too. */
function formalBody({ tokens, text }: Reading): readonly Token[] | undefined {
  const at = tokens.findIndex((token) => isMark(token, "outsider"));
  if (at < 0 || !isFirst(tokens, at) || !FORMAL.test(text) || NATIONAL.test(tokens[at]?.text ?? "")) return undefined;
  const name = tokens.slice(at, at + 3);
  const end = name.findLastIndex((token, place) => place < 3 && BODY.test(token.text));
  const body = name.slice(0, end + 1);
  return body.length > 0 && body.every((token) => token.kind !== "date" && token.kind !== "figure") ? body : undefined;
}

/** 教育局网站新增专栏1个: the bureau that opens a report may be the speaker's own. Undefined: none does. */
export function openingBureau(reading: Reading): Readonly<{ words: string; rest: Reading }> | undefined {
  const { tokens, text } = reading;
  const at = tokens.findIndex((_, place) => isBareBureau(tokens, place));
  const token = tokens[at];
  if (!token || !isFirst(tokens, at) || OF_OTHERS.test(text.slice(token.to))) return undefined;
  return { words: token.text, rest: { ...reading, tokens: tokens.filter((each) => each !== token) } };
}

const REPORTS = /^报(?!道|纸|名|社)/;
const ASKS_TO_KEEP = /(?:麻烦|请|帮忙|帮我|给我)(?:给)?(?:记|登|录|入)/;
const MONTH = /^\d{4}-\d{2}$/;
/** Visits, readings, what was looked over or cleared, a month's totals: nobody passes on those of another body. */
const isInternal = ({ indicator, period }: Item): boolean =>
  /^(?:gauge|info|column|training|inspection|interaction|service|disclosure\.(?:budget|institution))\b/.test(
    indicator.value,
  ) || MONTH.test(period.value);

/** A written report of a body by its town may be our own. */
function formally(reading: Reading, said: Said | undefined, read: (own: Reading) => Said | undefined) {
  const body = formalBody(reading);
  if (!body) return said;
  const own = read({ ...reading, tokens: reading.tokens.filter((token) => !body.includes(token)) });
  const words = body.map((token) => token.text).join("");
  return own?.act === "record" && own.oddities.length === 0 ? bodyAsked(own, words) : said;
}

/** A report that opens with a bare bureau is read as our own, and that is asked about unless it can be no other's. */
export function readAsOwn(reading: Reading, said: Said | undefined, read: (own: Reading) => Said | undefined) {
  const others = said?.act === "ignore" && said.why === "somebody-elses";
  const doubtful = said?.act === "ask" && said.ask.why === "mood-doubtful";
  if (!(others || doubtful) || reading.vocabulary.ownNameKnown) return said;
  const bureau = openingBureau(reading);
  if (!bureau) return formally(reading, said, read);
  const meant = read(bureau.rest);
  if (meant?.act !== "record" || meant.oddities.length > 0) return said;
  const after = reading.text.slice(reading.text.indexOf(bureau.words) + bureau.words.length);
  return meant.items.every(isInternal) || REPORTS.test(after) || ASKS_TO_KEEP.test(reading.text)
    ? meant
    : bodyAsked(meant, bureau.words);
}
