import type { Change, Target } from "../meaning.ts";
import type { Reading } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { targetOf } from "./target.ts";

const PUT = "(?:报|写|填|录|记|登记?|打|输|统计|算|选|标|弄|搞)";
const TRULY =
  "(?:实际上?|其实|应该?|应当|正确的?|准确的?|真实的?|本来|原本)(?:应该?|数量?|数字)?(?:(?:发|报|推|挂|上|办|登)(?:在|到)?的)?(?:是|为|只有|才|就)?";
const INTO = "(?:改|更正|修改|调整|修正|订正|纠正|变更|换)(?:成|为|到)";
const FORMER =
  "(?:原(?:来|先|本)?|之前|此前|先前|前面|误|错)(?:上?报|填|记|写|录|统计|登记)?(?:的|了)?(?:数?是|为|成|数)?";
const END = "[)。!,;]*(?:.{0,4}(?:改一?下|改改|更正一?下|修改一?下|请?更正|谢谢|抱歉).{0,6})?$";

/** What is named, what was written of it and what is right, in the orders people say them. */
const SAYINGS: readonly RegExp[] = [
  // 11月处罚少报了，从6改成8
  new RegExp(`^(?<what>.*?)[由从](?<was>[^,。;]{1,12}?)${INTO}(?<is>[^,。;]{1,12}?)${END}`, "d"),
  // 许可报成9件了，实际7件，改下
  new RegExp(`^(?<what>.*?)${PUT}错?成了?(?<was>[^,。;]{1,12}?)了?[,。;]?${TRULY}(?<is>[^,。;]{1,12}?)${END}`, "d"),
  // 7月行政处罚应为5件（原报3件）
  new RegExp(
    `^(?<what>.*?)(?:${TRULY}|${INTO})(?<is>[^,。;(]{1,12}?)(?:[,。;(](?:而?不是|非|${FORMER})|,?而?(?:不是|并非))(?<was>[^,。;)]{1,12}?)${END}`,
    "d",
  ),
  // 原报3件，现更正为5件
  new RegExp(
    `^(?<what>.*?)${FORMER}(?<was>[^,。;]{1,12}?)(?:件?的)?[,。;]?(?:现在?)?(?:${INTO}|${TRULY})(?<is>[^,。;]{1,12}?)${END}`,
    "d",
  ),
  // 刚那条算昨天的，不是今天; 昨天公众号那条是抖音的
  new RegExp(
    `^(?<what>.{0,16}?[那这刚上前](?:个|[一0-9两三]?[条笔次]))(?:其实|实际上?|应该|应当|应|要|得)?(?:是|算|记|放|归|发(?!了))(?:在|到|为|成)?(?<is>[^,。;不]{1,12}?)(?:的|上|里)?(?:[,。;]?(?:而?不是|别算|不算)(?<was>[^,。;]{1,12}?)的?)?${END}`,
    "d",
  ),
  // 那条防溺水的没上抖音，上的是微博
  new RegExp(
    `^(?<what>.{0,24}?)(?:没有?|不是)(?:上|发|推|挂)(?:在|到)?(?<was>[^,。;]{1,8})[,。;](?:而是)?(?:上|发|推|挂)(?:在|到)?的?(?:是|在)?(?<is>[^,。;]{1,8}?)(?:[,。;](?:也|帮我|麻烦|请)?(?:改|更正)(?:过来|一下|下)[吧呗]?)?${END}`,
    "d",
  ),
];
const MAY_HOLD = /[改正成应实其原前误错算是记放归没]/;

/** Values of one kind in `is` that differ from those in `was`. */
function differing(is: Change, was: Change): Change {
  const set: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(is)) if (was[name as keyof Change] !== value) set[name] = value;
  return set; // keys and values of a Change
}

/** What the record says now of what is to be changed. */
const wrongOf = ({ indicator, period, channel }: Change, was: Change) => ({
  ...(indicator && was.indicator ? { indicator: was.indicator } : {}),
  ...(period && was.period ? { period: was.period } : {}),
  ...(channel && was.channel ? { channel: was.channel } : {}),
});
const quantityOf = ({ quantity }: Change) => (quantity === undefined ? {} : { quantity });

/** A correction that names the value it takes the place of. Undefined when it is said otherwise. */
export function twoValues(
  tokens: readonly Token[],
  reading: Reading,
): Readonly<{ target: Target; set: Change }> | undefined {
  const { text } = reading;
  if (!MAY_HOLD.test(text)) return undefined;
  for (const saying of SAYINGS) {
    const groups = saying.exec(text)?.indices?.groups;
    const [what, isAt] = [groups?.what, groups?.is];
    if (!what || !isAt) continue;
    const between = ([from, to]: readonly [number, number]) =>
      tokens.filter((token) => token.from >= from && token.from < to);
    const about = between(what);
    if (about.some((token) => token.kind === "figure")) continue;
    const is = changeOf(between(isAt), reading, about);
    const was = groups?.was ? changeOf(between(groups.was), reading, about) : {};
    if (!is || !was) continue;
    const kinds = Object.keys(was);
    if (kinds.length > 0 && !kinds.every((kind) => kind in is)) continue;
    const set = differing(is, was);
    if (Object.keys(set).length === 0) continue;
    return { target: { ...wrongOf(set, was), ...targetOf(about, reading), ...quantityOf(was) }, set };
  }
  return undefined;
}
