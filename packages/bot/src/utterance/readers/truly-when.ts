import { isNaming } from "../binding/features.ts";
import { isMark, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { narrowedBy, targetOf } from "./target.ts";

const DONE =
  "(?:收到|寄来|送来|递交|受理|登记|批准|公布|印发|举行|召开|到|收|来|交|办|开|发|推|批|下|上|做|搞|录|接|登|挂|播)";
const TRULY_WHEN = new RegExp(
  `^(?<what>[^,。;]{1,16}?[那这][一0-9两三]{0,2}[条件个篇次场期封份笔])(?:其实|实际上?|应该|应当)?(?:是|算)?(?:在)?(?<day>[^,。;不]{1,10}?)(?:才|就)?${DONE}的[啊呀哦呢]?[。!]?$`,
  "d",
);

/** 培训那场是昨天办的, 律所那件是前天到的: when it truly was, of a record that is pointed at. `tokens`: dates anchored. */
export function trulyWhen(tokens: readonly Token[], reading: Reading): Said | undefined {
  const groups = TRULY_WHEN.exec(reading.text)?.indices?.groups;
  const [what, day] = [groups?.what, groups?.day];
  if (!what || !day) return undefined;
  const between = ([from, to]: readonly [number, number]) =>
    tokens.filter((token) => token.from >= from && token.to <= to);
  const about = between(what);
  const value = between(day);
  const named = about.some(
    (token) => (token.kind === "word" && token.word.is === "applicant") || isNaming(token) || isMark(token, "made"),
  );
  if (!named || !value.every((token) => token.kind === "date" || isMark(token, "filler"))) return undefined;
  const { period } = changeOf(value, reading, about) ?? {};
  return period
    ? { act: "correct", target: { ...targetOf(about, reading), ...narrowedBy(about) }, set: { period } }
    : undefined;
}
