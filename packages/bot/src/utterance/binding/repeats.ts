import { ask } from "../ask.ts";
import type { Ask } from "../meaning.ts";
import { isMark, textOf } from "../reading.ts";
import { type Candidate, cellOf, figureOf, keyOf } from "./candidate.ts";

const PART_OF_DAY = /上午|下午|中午|早上|晚上|早晨|凌晨|傍晚|夜里|午后/;

const WHO = /^(?:我|俺|咱|本人)$/;
const personOf = ({ tokens }: Candidate): string | undefined =>
  tokens.find(
    (token) =>
      (token.kind === "span" && token.span === "person") ||
      (token.kind === "word" && token.word.is === "person") ||
      WHO.test(token.text),
  )?.text;
/** 老张接了2个，我接了3个: each has his own. */
function ofTwoPeople(one: Candidate, other: Candidate): boolean {
  const [first, second] = [personOf(one), personOf(other)];
  return first !== undefined && second !== undefined && first !== second && !keyOf(other)?.startsWith("gauge.");
}

const namedAs = ({ tokens }: Candidate): string =>
  tokens.find((token) => token.kind === "word" && token.word.is === "indicator")?.text ?? "";
const GENERIC = /^(?:行政)?(?:许可|处罚|强制)(?:决定书?|案件?|事项|业务|类|件)?$/;
/** 采矿许可1件、取水许可2件: of two kinds, each by its own name. */
function isOtherKind(twin: Candidate, candidate: Candidate): boolean {
  const [one, other] = [namedAs(twin), namedAs(candidate)];
  const kept = /^(?:permit|fee)\./.test(keyOf(candidate) ?? "");
  return kept && one !== other && one !== "" && other !== "" && !GENERIC.test(one) && !GENERIC.test(other);
}

/** What a candidate was about: the words that name nothing of ours. */
const subjectOf = ({ tokens }: Candidate): string =>
  tokens
    .filter(
      (token) => token.kind === "unknown" || isMark(token, "topic") || (isMark(token, "noun") && token.text.length > 1),
    )
    .map(({ text }) => text)
    .join("");
/** 公众号：公交改线1条，限行通知1条: two things, for each is named. */
function isOtherSubject(twin: Candidate, candidate: Candidate): boolean {
  if (isOtherKind(twin, candidate)) return true;
  const [one, other] = [subjectOf(twin), subjectOf(candidate)];
  const posts = keyOf(candidate) === "newmedia.post";
  return posts && one.length > 1 && other.length > 1 && one !== other && !one.includes(other) && !other.includes(one);
}

/** 新开了个老兵风采专栏，新增专栏1个: once with a measure word alone, once with its figure. */
const isSaidAgain = (before: Candidate | undefined, { name, figure, features, dates, more }: Candidate): boolean =>
  before?.figure?.type === "exact" &&
  before.figure.implied &&
  before.figure.value === 1 &&
  figure?.type === "exact" &&
  figure.value === 1 &&
  !more &&
  keyOf(before) !== undefined &&
  name.type === "named" &&
  name.key === keyOf(before) &&
  features.channels.length === 0 &&
  (before.dates.length === 0 || dates.every((date) => before.dates.includes(date)));

/** 四条，对四条没错; 两条啊两条: said once more, and meant so. */
const AFFIRMS = /^(?:对|嗯|啊|呃|就|没错|是的?|哎|哦|呀)+[0-9一二两三四五六七八九十百千万]|(?:没错|对的?|就这些|就是)$/;

/** The same cell twice: 又 and parts of the day add up, a stammer is one, anything else is asked. */
export function settleRepeats(
  candidates: readonly Candidate[],
): Readonly<{ candidates: readonly Candidate[]; ask: Ask | null; stutter: string | null }> {
  if (candidates.length < 2) return { candidates, ask: null, stutter: null };
  const kept: Candidate[] = [];
  const cells = new Map<string, Candidate>();
  let question: Ask | null = null;
  let stutter: string | null = null;
  for (const candidate of candidates) {
    const cell = candidate.name.type === "named" ? cellOf(candidate) : null;
    const before = kept.at(-1);
    if (before && isSaidAgain(before, candidate)) {
      if (before.dates.length === 0) kept[kept.length - 1] = { ...before, dates: candidate.dates };
      continue;
    }
    const twin = cell === null ? undefined : cells.get(cell);
    if (!twin) {
      kept.push(candidate);
      if (cell !== null) cells.set(cell, candidate);
    } else if (isOtherSubject(twin, candidate)) kept.push(candidate);
    else if (ofTwoPeople(twin, candidate)) kept.push(candidate);
    else if (candidate.more || (PART_OF_DAY.test(twin.features.text) && PART_OF_DAY.test(candidate.features.text))) {
      if (keyOf(twin)?.startsWith("gauge.")) question ??= ask("same-twice", candidate.features.text);
      kept.push(candidate);
    } else if (figureOf(twin) === figureOf(candidate) && candidate.features.marks.has("answered"))
      continue; // 咨询5件，已答复5件
    else if (figureOf(twin) === figureOf(candidate)) {
      // 发了个小视频，就1条: the figure behind the measure word
      // 发了三条三条都是科技周的: all of them
      const all = /^[0-9一二两三四五六七八九十]+[条篇个件次期](?:都|全|均)/.test(textOf(candidate.tokens));
      if (AFFIRMS.test(textOf(candidate.tokens))) continue;
      if (!all && !(twin.figure?.type === "exact" && twin.figure.implied)) stutter ??= candidate.features.text;
    } else {
      question ??= ask("same-twice", candidate.features.text);
      kept.push(candidate);
    }
  }
  return { candidates: kept, ask: question, stutter };
}
