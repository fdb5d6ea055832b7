import { ask } from "../ask.ts";
import type { When } from "../dates/when.ts";
import type { Ask } from "../meaning.ts";
import { isMark } from "../reading.ts";
import { type Candidate, cellOf, figureOf, keyOf, sumOf } from "./candidate.ts";
import { areWithin, byChannel, channelsOf, waysOf, withWholeSplit } from "./split-by-way.ts";

const isUnnamed = ({ name }: Candidate) => name.type === "empty";

/** `aside`: the question is about a part alone; the whole it belongs to is certain. */
export type Settled = Readonly<{ candidates: readonly Candidate[]; ask: Ask | null; aside: boolean }>;

/** 复议结了2件，维持1件，纠正1件; 建议提案5件，人大2件政协3件: the parts say of which kind each was. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  "review-step-which": /^review\./,
  "litigation-step-which": /^litigation\./,
  "proposal-which": /^disclosure\.(?:npc|cppcc)_proposal$/,
  "document-which": /^doc\./,
};
const isKindOf = (whole: Candidate, part: Candidate): boolean => {
  const family = whole.name.type === "ask" ? FAMILIES[whole.name.ask.why] : undefined;
  return family?.test(keyOf(part) ?? "") ?? false;
};

const openTo = (name: Candidate["name"]) =>
  name.type === "ask" &&
  (name.ask.why === "channel-which" ||
    name.ask.why === "channel-split" ||
    name.ask.why === "applicant-which" ||
    name.ask.why === "outcome-which");

const isResultOf = (whole: Candidate, part: Candidate): boolean => {
  const family = keyOf(whole)?.split(".")[0] ?? "";
  const key = keyOf(part);
  return part.name.type === "named" && key !== keyOf(whole) && key?.startsWith(`${family}.`) === true;
};

/** Does `part` say more about `whole`: its channel, applicant or result, or nothing new at all? */
function belongs(whole: Candidate, part: Candidate): boolean {
  if (part.part === "total" || part.dates.some((date) => !whole.dates.includes(date))) return false;
  if (part.more) return false;
  // 复议新收2件，其中维持1件、未审结1件: what came in and how it ended stand in columns of their own
  if (/^(review|litigation)\.received$/.test(keyOf(whole) ?? "") && isResultOf(whole, part)) return false;
  if (part.part === "subset" || isKindOf(whole, part)) return true;
  if (whole.underColon && part.underColon) return whole.part === "total"; // 粉丝：公众号…，微博…: side by side
  const [mine, its] = [keyOf(whole), keyOf(part)];
  // 复议纠正2件、未审结1件: results of one family stand side by side
  if (/^(?:review|litigation)\./.test(mine ?? "") && mine !== its) return false;
  if (part.inherited) return true;
  if (part.underColon && mine === its) return true;
  return openTo(whole.name) && mine !== undefined && mine === its;
}

/** 今天4条，包括昨天的1条: inside the total, and yet of another day. */
const isOfAnotherDay = (whole: Candidate, part: Candidate): boolean =>
  whole.dates.length > 0 &&
  part.tokens.some((token) => isMark(token, "subset")) &&
  part.dates.some((date) => !whole.dates.includes(date));

/** 3月12件，其中2日3件: a day of the month that is told. */
const isDayOfMonth = (whole: Candidate, part: Candidate): boolean => {
  const [month, other] = whole.dates;
  return (
    month?.when.type === "month" &&
    !other &&
    keyOf(part) === keyOf(whole) &&
    part.dates.every(({ when }) => when.type === "day" && when.period.startsWith(monthOf(month.when)))
  );
};
const monthOf = (when: When): string => ("period" in when ? (when.period ?? "?") : "?");

const WITHIN = /^(?:not-kept|(?:consult|information|mailbox|document|proposal)-which)$/;

/** 许可8件，其中社会组织变更5件: of which kind some were; no table asks for it. */
const isKindOfPermit = (whole: Candidate, part: Candidate) =>
  part.part === "subset" &&
  /^(?:permit|penalty|coercion)\./.test(keyOf(whole) ?? "") &&
  part.features.keys.every((key) => key === keyOf(whole)) &&
  part.features.channels.length === 0 &&
  !part.features.otherPlatform;

/** 微博4条，其中转发1条; 留言5条，其中咨询3条: half a name behind 其中 only says what kind a part of the total was. */
const isWithin = (whole: Candidate, part: Candidate) =>
  isKindOfPermit(whole, part) ||
  (part.part === "subset" && part.name.type === "ask" && part.name.ask.why === "website-which" && isOfSite(whole)) ||
  (part.part === "subset" &&
    part.name.type === "ask" &&
    (WITHIN.test(part.name.ask.why) || (part.name.ask.why === "repost-counted" && keyOf(whole) === "newmedia.post")));

const isDisclosure = (one: Candidate) => keyOf(one)?.startsWith("disclosure.") ?? false;

/** 网站更新5条（政策解读2条、机构职能3条）: the kinds of what was only called 信息 in all. */
function kindsOf(whole: Candidate, rest: readonly Candidate[]): readonly Candidate[] {
  const open = whole.name.type === "ask" && /^(?:website|information)-which$/.test(whole.name.ask.why);
  if (!open) return [];
  const stop = rest.findIndex((one) => !isDisclosure(one) || one.more);
  const kinds = stop < 0 ? rest : rest.slice(0, stop);
  return kinds.length > 1 && sumOf(kinds) === figureOf(whole) ? kinds : [];
}

/** 公开40条，其中官网35条: what is not said to be elsewhere stands on the website. */
const isOfSite = (whole: Candidate): boolean =>
  isDisclosure(whole) && whole.features.channels.every((channel) => channel === "website");

/** 网站解读3条，其中图解1条: by another of its names, on no platform of its own. */
const isSameKind = (whole: Candidate, part: Candidate): boolean =>
  part.part === "subset" &&
  keyOf(part) === keyOf(whole) &&
  (part.features.channels.length === 0 || (isOfSite(whole) && part.features.channels.join() === "website")) &&
  part.name.type === "named" &&
  part.name.applicant === undefined &&
  part.name.outcome === undefined;

/** 许可12件（网上8件，窗口4件）: by which way, where no way is kept. */
const isByWay = (whole: Candidate, part: Candidate): boolean =>
  /^(?:permit|penalty|coercion|service)\./.test(keyOf(whole) ?? "") &&
  part.part === "subset" &&
  part.features.keys.every((key) => key === keyOf(whole)) &&
  !part.features.otherPlatform;

/** Replaces a total by its parts, drops parts that only break a figure down, and checks that the sum agrees. */
export function settleTotals(candidates: readonly Candidate[]): Settled {
  const all = withWholeSplit(candidates);
  const kept: Candidate[] = [];
  let question: Ask | null = null;
  let aside = false;
  for (let at = 0; at < all.length; at += 1) {
    const whole = all[at];
    if (!whole) break;
    const rest = all.slice(at + 1);
    if (isUnnamed(whole) && whole.figure) {
      const before = sumOf(kept);
      if (whole.part === "total" && kept.length > 0 && before === figureOf(whole)) continue; // 许可5件，处罚3件，共8件
      const named = rest.filter((one) => !isUnnamed(one));
      if (kept.length === 0 && named.length > 1 && named.length === rest.length && sumOf(rest) === figureOf(whole))
        continue; // 今天8条：公众号5条，微博3条
      if (whole.part === "total" && (kept.length > 0 || named.length > 0))
        question ??= ask("totals-disagree", whole.features.text);
      kept.push(whole);
      continue;
    }
    const kinds = kindsOf(whole, rest);
    if (kinds.length > 0) {
      kept.push(...kinds);
      at += kinds.length;
      continue;
    }
    const channels = channelsOf(whole, rest);
    if (channels.length > 0) {
      // 清理过期信息43条，公众号10条，抖音33条: what was cleared there, or posts that add up by chance
      const posts = channels.every(({ features }) => !features.channels.includes("website"));
      if (keyOf(whole) === "info.cleared" && posts)
        question ??= ask("subset-counted", channels.map((part) => part.features.text).join("，"));
      kept.push(whole);
      at += channels.length;
      continue;
    }
    const ways = waysOf(whole, rest);
    if (ways.length > 0) {
      const words = ways.map((way) => way.features.text).join("，");
      if (sumOf(ways) > figureOf(whole)) question ??= ask("totals-disagree", whole.features.text);
      else if (!areWithin(whole, ways)) {
        aside = question === null;
        question ??= ask("subset-counted", words);
      }
      kept.push(whole);
      at += ways.length;
      continue;
    }
    if (byChannel(whole, rest)) question ??= ask("post-or-disclosure", whole.features.text);
    const [next] = rest;
    if (next && isOfAnotherDay(whole, next)) {
      if (!isDayOfMonth(whole, next)) question ??= ask("subset-counted", next.features.text);
      kept.push(whole);
      at += 1;
      continue;
    }
    const stop = rest.findIndex((part) => !belongs(whole, part));
    const parts = stop < 0 ? rest : rest.slice(0, stop);
    if (parts.length === 0 || whole.figure === null) {
      kept.push(whole);
      continue;
    }
    const total = sumOf(parts);
    const narrower = parts.some(
      (part) =>
        !isSameKind(whole, part) &&
        cellOf(part) !== cellOf(whole) &&
        part.name.type !== "foreign" &&
        !isWithin(whole, part),
    );
    const subset = parts.some((part) => part.part === "subset");
    const otherThing = parts.some(
      (part) =>
        keyOf(part) !== keyOf(whole) &&
        part.name.type !== "foreign" &&
        !isUnnamed(part) &&
        !isWithin(whole, part) &&
        !isKindOf(whole, part),
    );
    if (total === figureOf(whole) && parts.length > 1 && parts.every((part) => isByWay(whole, part))) {
      kept.push(whole);
      at += parts.length;
    } else if (otherThing) {
      aside =
        question === null &&
        total <= figureOf(whole) &&
        parts.every((part) => part.part === "subset") &&
        !keyOf(whole)?.startsWith("gauge.");
      question ??= ask("subset-counted", parts.map((part) => part.features.text).join("，"));
      kept.push(whole);
      at += parts.length;
    } else if (total === figureOf(whole)) {
      if (parts.length === 1 && !narrower && !subset && whole.part !== "total") {
        kept.push(whole); // 三条解读三条: a stammer or a second report, which the repeats decide
        continue;
      }
      const splits =
        narrower &&
        new Set(parts.map(cellOf)).size === parts.length &&
        parts.every((part) => part.name.type === "named" || part.name.type === "ask");
      if (splits && (parts.length > 1 || openTo(whole.name) || parts.every((part) => isKindOf(whole, part))))
        kept.push(...parts);
      else kept.push(whole);
      if (parts.length === 1 && !splits && parts[0]?.part !== "subset" && cellOf(parts[0] ?? whole) !== cellOf(whole))
        question ??= ask("same-twice", whole.features.text);
      at += parts.length;
    } else if (subset || (whole.part === "total" && parts.every((part) => part.part === "subset"))) {
      if (narrower && !Number.isNaN(total)) {
        question ??=
          total < figureOf(whole)
            ? ask("subset-counted", parts.map((part) => part.features.text).join("，"))
            : ask("totals-disagree", whole.features.text);
      } else if (!(total < figureOf(whole))) question ??= ask("totals-disagree", whole.features.text);
      kept.push(whole);
      at += parts.length;
    } else if (whole.part === "total" || (parts.some((part) => part.underColon) && !whole.underColon)) {
      question ??= ask("totals-disagree", whole.features.text);
      kept.push(whole);
      at += parts.length;
    } else kept.push(whole);
  }
  return { candidates: kept, ask: question, aside };
}
