import { isNaming } from "../binding/features.ts";
import { isMark, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { narrowedBy, targetOf } from "./target.ts";

const DONE =
  "(?:收到|寄来|送来|递交|受理|审结|办结|答复|登记|批准|公布|印发|举行|召开|到|收|来|交|办|开|发|推|批|下|上|做|弄|搞|录|接|登|挂|播)";
const END = "[啊呀哦呢]?[。!]?$";
/** A day, every character of which was replaced: no other word is taken for one. */
const DAY = "(?<day>□{1,12})";
const IS_TRULY = "(?:其实|实际上?|应该|应当)?(?:是|算)?(?:在)?";

const SAYINGS: readonly RegExp[] = [
  // 培训那场是昨天办的, 律所那件是前天到的
  new RegExp(
    `^(?<what>[^,。;]{1,16}?[那这][一0-9两三]{0,2}[条件个篇次场期封份笔])${IS_TRULY}${DAY}(?:才|就)?${DONE}的${END}`,
    "d",
  ),
  // 清理不是今天弄的，上周五弄的
  new RegExp(
    `^(?:纠正一下|更正一下|不对|[,。])*(?<what>[^,。;]{1,16}?)不是(?:在)?(?:□{1,12}(?:${DONE}的?)?|[^,。;]{1,8}${DONE}的?)[,。;](?:而?是|应该是)?(?:在)?${DAY}(?:才|就)?(?:${DONE}的?)?${END}`,
    "d",
  ),
  // 大爷那件前天就到系统里了，我今天才看见，日子改一下; 发布会是周一开的，日期帮我挪一下
  new RegExp(
    `^(?<what>[^,。;]{1,16}?)(?:其实|实际上?)?(?:是|算)?(?:在)?${DAY}(?:才|就)?(?:已经?)?(?:${DONE}[^,。;]{0,6}|的?[数量活事]?)[,。;](?:[^,。;]{2,12}[,。;])?(?:把|请|麻烦|帮我)?(?:日期|日子|时间|收到日)(?:请|麻烦|帮我|给我|给|也)?(?:挪|改|换|调|更正|订正)(?:一下|下|过来|过去|改)?[吧呗]?${END}`,
    "d",
  ),
  // 发布会日子错了，不是昨天，前天开的
  new RegExp(
    `^(?<what>[^,。;]{1,12}?)的?(?:日期|日子|时间)(?:报|记|写|填|说)?错了?[,。;](?:不是|别算)(?:在)?□{1,12}(?:${DONE}的?)?[,。;]?(?:而?是|应该是)?(?:在)?${DAY}(?:${DONE}的?)?${END}`,
    "d",
  ),
  // 刚才那条日期给我往前挪一天，是昨天的事
  new RegExp(
    `^(?<what>[^,。;]{0,16}?[那这上前](?:[一0-9两三]{0,2}[条件个篇次场期封份笔]))的?(?:日期|日子|时间)(?:请|麻烦|帮我|给我|得|要|也)*(?:往[前后])?(?:挪|改|换|调|提|推)[^,。;]{0,4}[,。;](?:其实|应该|实际)?(?:是|算)(?:在)?${DAY}的?(?:事儿?|活儿?|数)?${END}`,
    "d",
  ),
];
const JUST_NOW = /^(?:刚|上一|前一|最后)/;
const MAY_HOLD = /[日时].{1,3}错|[那这].{1,16}的|不是.{1,10}[,。;]|[日时].{1,6}[挪改换调更订]/;

/** When it truly was, of a record that is named or pointed at. `tokens`: with their dates anchored. */
export function trulyWhen(tokens: readonly Token[], reading: Reading): Said | undefined {
  if (!MAY_HOLD.test(reading.text)) return undefined;
  const text = tokens.reduce(
    (rest, { kind, from, to }) =>
      kind === "date" ? rest.slice(0, from) + "□".repeat(to - from) + rest.slice(to) : rest,
    reading.text,
  );
  for (const saying of SAYINGS) {
    const groups = saying.exec(text)?.indices?.groups;
    const [what, day] = [groups?.what, groups?.day];
    if (!what || !day) continue;
    const between = ([from, to]: readonly [number, number]) =>
      tokens.filter((token) => token.from >= from && token.to <= to);
    const about = between(what);
    const value = between(day);
    const named =
      JUST_NOW.test(reading.text.slice(...what)) ||
      about.some(
        (token) => (token.kind === "word" && token.word.is === "applicant") || isNaming(token) || isMark(token, "made"),
      );
    if (!named) continue;
    const { period } = changeOf(value, reading, about) ?? {};
    if (period)
      return { act: "correct", target: { ...targetOf(about, reading), ...narrowedBy(about) }, set: { period } };
  }
  return undefined;
}
