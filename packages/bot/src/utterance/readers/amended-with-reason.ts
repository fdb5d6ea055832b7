import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import { isMark, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { targetWords, valueBetween } from "./amended-value.ts";
import { changeOf } from "./change.ts";
import { targetOf } from "./target.ts";

/** 又核了一遍 */
const AGAIN = "(?:又|重新|再)(?:数|核|查|看|算|对|核对|核实)了?(?:一?下|一遍|一次|遍)?";
const NUMERAL = "[0-9一二三四五六七八九十两百千万]";
/** 留言应该是6条，漏看了一条: why the record was wrong stands behind the comma. */
const REASON =
  /[,;。](?:是|我|俺|因为|原来|之前|刚才|当时|昨天)?(?:把[^,。;]{1,6})?[^,。;]{0,5}?(?<!没|没有|不)(?:漏|少[算报记数看打]|多[算报记数看打]|重[复了]|忘|错|岔|串行|反了|嘴快|口快|手快|口误|手误|眼花|看花|说快|说溜|记混|糊涂)[^,;。]{0,12}[。!]?$/;
/** 留言我又数了一遍，应该是19条: counted again. */
const RECOUNTED = new RegExp(`${AGAIN}[,。](?:应该|实际|其实)?(?:就是|就|只有|是|有|为)(?=${NUMERAL})`);
/** 许可那个又核了一遍，14件才对: the right figure, and that it is right. */
const RECOUNTED_RIGHT = new RegExp(
  `${AGAIN}[,。](?=(${NUMERAL}+[条件个篇次期场份封]?)(?:才)(?:对|是对的|准)[的啊]?[。!]?$)`,
);
/** 处罚那个改一下，稽查队报重了，21: why, and then what it is. */
const MENDED_THEN = new RegExp(
  `(?:改|更正|订正)(?:一下|下)?[,。][^,。;]{2,14}[,。](?:应该?)?(?:是|为)?(?=${NUMERAL}+[^,。;]{0,2}[。!]?$)`,
);
/** 抖音有一个是融媒体中心发的，我们自己的只有两个; 许可里有一个是退件，没发证，应该是3个: what is left of the record. */
const LEFT_OVER = new RegExp(
  `(?:里|里面|其中)?(?:有|里面|其中)有?${NUMERAL}{1,2}[条个篇件次场期](?:其实)?是[^,。;]{2,14}[,。](?:[^,。;]{2,8}[,。]){0,2}[^,。;0-9]{0,8}?(?:就|只有|只|才|是|剩|还剩|应该是)(?=${NUMERAL}+[条个篇件次场期][^,。;]{0,3}$)`,
);
/** 刚记的督查不是2次，3次才对: which of the two is right. */
const NOT_BUT_RIGHT = new RegExp(
  `不是${NUMERAL}+[^,。;]{0,3}[,。](?=(${NUMERAL}+[条个篇件次场期份封]?)才(?:对|是)[的啊]?$)`,
);
/** 律师只是代理，按自然人算: as what it counts. */
const COUNTS_AS = /[,。](?:要|应该|得|就)?按([^,。;]{2,8}?)(?:算|记|报|统计)[吧呗]?[。!]?$/;
/** 算了，还是决策预公开，改回去 */
const BACK_TO = /还是([^,。;]{2,12})[,。]改回(?:去|来)?[吧]?[。!]?$/;
/** 刚对了财务的表，收费是39500元，差一千: looked up, what it is, and by how much it was off. */
const CHECKED_THEN = new RegExp(
  `(?:刚|又|重新|才)(?:对|核|查|翻|看|问)了?[^,。;]{0,10}[,。][^,。;]{2,10}?(?:应该)?(?:是|有|为)(?=${NUMERAL}[^,。;]{0,8}[,。](?:差|少|多|漏)[^,。;]{1,6}$)`,
);
const ALL_RIGHT = /[没无不](?:有)?(?:遗?漏|错|误|重复|少报|多报)[^,。;]{0,4}[。!]?$/;
const IS_THEN = /(?:应该?(?:是|为|算|记)|应当是|应为|应是|实际(?:上)?(?:是|有|为)?|其实(?:是|有)?|正确的?是|是)(?=.)/;
/** 访问量核准了，42860，改一下 */
const PLEASE =
  /[,。;](?:(?:刚才|刚刚|刚|上面|前面)?(?:[那这上][一0-9]?[条个笔件])?(?:也|就)?)(?:麻烦|请|帮我|帮忙|给)?(?:改|更正|修改|订正)(?:一下|下|改|过来)?(?:数|数字|数量)?[吧呗哈]?[。!]?$/;
/** 刚翻了登记本，是9个，改一下: looked up, and of the last record. */
const LOOKED_UP =
  /(?:翻|查|核|数|看|对|点)(?:对|实|查)?了?(?:一?[下遍眼]|一次)?[^0-9,。;]{0,8}[,。](?:应该|实际|其实)?(?:是|有|为)$|(?:再|又|回头|刚)(?:一)?(?:看|数|查|核)了?(?:一?[下遍眼])?[,]?(?:应该|其实)?(?:是|有|为)$/;
/** 处罚还是按57报, 收费还是按原来的3.5万元: back to what it was. */
const AS_BEFORE = new RegExp(
  `(?:还是(?:按|用|照|报|记)|就按)(?:着|照)?(?:(?:原来|原先|之前|以前|最早|一开始)(?:的|那个)?(?:数|数字)?(?:的|是)?)?[,]?(?=${NUMERAL})`,
);

/** 算了，公众号还是5条: second thoughts; 算了，还是3条 is of the last record. */
const SECOND_THOUGHTS =
  /^(?:(?:算了|哎|唉|嗯|不对|哦)[吧了啊,。!]*)+(?:[^,。;]{1,14}[,。]){0,2}([^,。;]{0,8}?)(?:的)?还是(?:按|就)?(?=.)/;

/** 5月处罚是39件不是37: what it is, and what was written. */
const NOT_AS_WRITTEN = new RegExp(
  `(?:应该)?(?:是|有|为)(${NUMERAL}[^,。;是不]{0,6})[,，]?(?:而)?(?:不是|没有)(${NUMERAL}[^,。;]{0,4})[。!]?$`,
);

function amended(
  { text, tokens }: Pick<Reading, "text" | "tokens">,
  reading: Reading,
  at: number,
  from: number,
  to: number,
): Said | undefined {
  const before = tokens.filter((token) => token.to <= at);
  const set = changeOf(valueBetween(text, tokens, from, to), reading, before);
  return set ? { act: "correct", target: targetOf(targetWords(before, isNaming), reading), set } : undefined;
}

/** 财务又核了下，收费是39200元: counted again, of what is named. */
const RECOUNTED_NAMED = new RegExp(`^[^,。;]{0,6}${AGAIN}[,。](?=[^,。;]{2,8}是${NUMERAL}[^,。;]{0,8}$)`);
/** 废止的我又核了一遍: of the documents. */
const namesRecord = (token: Token): boolean => isNaming(token) || isMark(token, "made", "repealed");

/** 刚改的日期退回去，还是5月31号: what was changed last, and what it was. */
const BACK_AS_IT_WAS =
  /^(?:刚才?|刚刚)改的?(?:那个|那条)?(?:日期|日子|时间|数|数字|数量|渠道|平台)?(?:退|改|变|换|还)(?:回|原)(?:去|来)?(?:吧)?[,。](?:应该)?(?:还是|就是|是)(?=.)/;

/** What every form of RECOUNTED holds. */
const COUNTS_AGAIN = /又|重新|再/;

/** A value told anew with the reason, with a wish, or as it was before. `tokens`: with their dates anchored. */
export function amendedWithReason(tokens: readonly Token[], reading: Reading): Said | undefined {
  const { text } = reading;
  const said = { text, tokens };
  const restored = AS_BEFORE.exec(text);
  if (restored && tokens.some((token) => isNaming(token) && token.to <= restored.index))
    return amended(said, reading, restored.index, restored.index + restored[0].length, text.length);
  const back = BACK_AS_IT_WAS.exec(text);
  const former = back ? changeOf(valueBetween(text, tokens, back[0].length, text.length), reading, []) : null;
  if (former) return { act: "correct", target: targetOf([], reading), set: former };
  const again = SECOND_THOUGHTS.exec(text);
  if (again) {
    const value = valueBetween(text, tokens, again[0].length, text.length);
    const one = value.filter(({ kind }) => kind === "figure" || kind === "date");
    const before = tokens.filter((token) => token.to <= again[0].length && !isMark(token, "doubt"));
    const set = one.length === 1 ? changeOf(value, reading, before) : null;
    if (set) return { act: "correct", target: targetOf(targetWords(before, isNaming), reading), set };
  }
  const denied = /不是|没有/.test(text) ? NOT_AS_WRITTEN.exec(text) : null;
  if (denied?.[1]) {
    const before = tokens.filter((token) => token.to <= denied.index);
    const from = denied.index + denied[0].indexOf(denied[1]);
    if (before.some(isNaming) && figuresOf(before).length === 0)
      return amended(said, reading, denied.index, from, from + denied[1].length);
  }
  const counts = COUNTS_AGAIN.test(text);
  const recounted = counts ? RECOUNTED.exec(text) : null;
  if (recounted && tokens.some((token) => namesRecord(token) && token.to <= recounted.index))
    return amended(said, reading, recounted.index, recounted.index + recounted[0].length, text.length);
  const named = counts ? (RECOUNTED_NAMED.exec(text)?.[0].length ?? 0) : 0;
  const is = named > 0 ? text.indexOf("是", named) : -1;
  if (is > 0 && tokens.some((token) => namesRecord(token) && token.from >= named && token.to <= is))
    return amended(said, reading, is, is + 1, text.length);
  const checked = CHECKED_THEN.exec(text);
  if (checked) {
    const from = checked.index + checked[0].length;
    return amended(said, reading, from, from, from + text.slice(from).search(/[,。]/));
  }
  const left = /有|里面|其中/.test(text) ? LEFT_OVER.exec(text) : null;
  if (left) {
    const from = left.index + left[0].length;
    const before = tokens.filter(
      (token) => token.to <= left.index || (token.to <= from && isNaming(token) && token.from > from - 8),
    );
    const set = changeOf(valueBetween(text, tokens, from, text.length), reading, before);
    return set
      ? {
          act: "correct",
          target: targetOf(
            before.filter(({ kind }) => kind !== "figure"),
            reading,
          ),
          set,
        }
      : undefined;
  }
  const firmly = text.includes("不是") ? NOT_BUT_RIGHT.exec(text) : null;
  if (firmly?.[1]) {
    const from = firmly.index + firmly[0].length;
    return amended(said, reading, firmly.index, from, from + firmly[1].length);
  }
  for (const pattern of [COUNTS_AS, BACK_TO]) {
    const found = pattern.exec(text);
    if (!found?.[1]) continue;
    const from = found.index + found[0].indexOf(found[1]);
    const set = changeOf(
      tokens.filter((token) => token.from >= from && token.to <= from + (found[1] ?? "").length),
      reading,
      [],
    );
    if (
      set &&
      (pattern === BACK_TO ? set.indicator !== undefined || set.channel !== undefined : /错|只是|其实/.test(text))
    )
      return { act: "correct", target: targetOf([], reading), set };
  }
  const right = counts ? RECOUNTED_RIGHT.exec(text) : null;
  if (right?.[1] && tokens.some((token) => isNaming(token) && token.to <= right.index)) {
    const from = right.index + right[0].length;
    return amended(said, reading, right.index, from, from + right[1].length);
  }
  const mended = MENDED_THEN.exec(text);
  if (mended && tokens.some((token) => isNaming(token) && token.to <= mended.index))
    return amended(said, reading, mended.index, mended.index + mended[0].length, text.length);
  const reason = ALL_RIGHT.test(text) ? -1 : text.search(REASON);
  const then = reason > 0 ? IS_THEN.exec(text.slice(0, reason)) : null;
  const before = then ? tokens.filter((token) => token.to <= then.index) : [];
  if (then && before.some(isNaming) && figuresOf(before).length === 0)
    return amended(said, reading, then.index, then.index + then[0].length, reason);
  const wish = text.search(PLEASE);
  const head = wish > 0 ? tokens.filter((token) => token.to <= wish) : [];
  const [figure, second] = figuresOf(head);
  if (
    !figure ||
    second ||
    !(head.some(isNaming) || LOOKED_UP.test(text.slice(0, figure.from))) ||
    /[改换成]/.test(text.slice(0, wish))
  )
    return undefined;
  return amended(said, reading, figure.from, figure.from, wish);
}
