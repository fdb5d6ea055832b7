import { figuresOf } from "../binding/clause.ts";
import type { Change, PartStep, RecordPart } from "../meaning.ts";
import { isMark, type Reading } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { changeOf } from "./change.ts";

const COUNT = "(?:[0-9]{1,4}|[一二两三四五六七八九十俩仨]{1,3})[条件个篇次期场封份起]";
/** 剩下2条是, 另外1条发的是, 另一个是: the rest of what was counted. */
const REST = new RegExp(
  `^(?:剩下|剩余|其余|余下|另外?|还有)的?(?:那)?(?:${COUNT}|[条件个篇次期场封份起])?(?:[发推办上挂收报]?的?)?(?:才)?(?:是|在|属于|算)`,
);
const MENDS =
  /^(?:不不|不对|不是|哎呀?|错了|啊|哦|噢|喔|呃|嗯|诶|[,。!]|[^,。;]{1,6}(?:纠正|提醒|告诉)(?:了)?(?:我|一下)?了?|我?(?:记|报|说|弄|搞|看)(?:错|混|岔)了)+/;
/** 有一条其实是昨天发的: some of them. */
const SOME = new RegExp(
  `^(?:(?:里面|其中|里头|当中)(?:还)?有?|(?:还)?有)${COUNT}(?:其实|应该|实际)?(?:上)?(?:是|算|在)(?=.)`,
);
const PARTS_OF = /^(?:channel|period|indicator)$/;

/** 网站解读那3条里有1条是周五挂的: whose parts they are. */
const WITHIN = new RegExp(`^[^,;。]{0,12}?[那这]?${COUNT}(?:里|里面|里头|当中|中)(?=还?有)`);
/** 改一下, behind what it is to become. */
const WISHES = /^(?:麻烦|请|帮我|帮忙)?(?:改|更正|订正)(?:一下|下|改|过来)?[吧呗]?$/;
/** 也是6月: of all of them, and told before. */
const SAME_AGAIN = /^(?:也|都)(?:是|在)/;
/** 维持的数不对: which record it is. */
const NAMES_THE_WRONG = /^(?:刚才|刚刚|刚报的)?[^,。;]{1,8}(?:的?数|那条|那个)(?:不对|错了|有误|报错了)$/;
/** 得算17号: where a part belongs, said once more. */
const COUNTS_AS = /^(?:得|应该?|该|要)?(?:算|归|记)(?:到|在|成)?/;
const LEFT = /^(?:剩下|剩余|其余|余下|另外?|还有)的?$/;

const STEPS: readonly (readonly [Mark, PartStep])[] = [
  ["made", "made"],
  ["repealed", "repealed"],
  ["upheld", "upheld"],
  ["corrected", "corrected"],
  ["otherwise", "other"],
];

const MAY_HOLD = /剩|其余|余下|另|还有|其中|里|当中|有[0-9一二两三四五六七八九十俩仨]/;

const partIn = (tokens: readonly Token[], reading: Reading): RecordPart | undefined => {
  const [figure, second] = figuresOf(tokens);
  if (second || (figure && (figure.figure.type !== "exact" || figure.figure.measure === "money"))) return undefined;
  const rest = tokens.filter((token) => token !== figure && token.kind !== "break" && !LEFT.test(token.text));
  if (rest.some((token) => isMark(token, "plan", "doubt", "question", "hearsay"))) return undefined;
  const quantity = figure?.figure.type === "exact" ? figure.figure.value : null;
  const [step, otherStep] = rest.flatMap((token) =>
    STEPS.filter(([mark]) => isMark(token, mark)).map(([, one]) => one),
  );
  if (step && !otherStep) return { quantity, set: {}, step };
  // 是3件: they stay what they are
  if (quantity !== null && rest.every((token) => isMark(token, "only", "filler", "doubt")))
    return { quantity, set: {} };
  const set: Change = changeOf(rest, reading, []) ?? {};
  const [kind, other] = Object.keys(set);
  return kind && !other && PARTS_OF.test(kind) ? { quantity, set } : undefined;
};

/**
 * 不不，抖音是3条，剩下2条是公众号的: what a record falls into, part by part; 有一条其实是昨天发的 is some of it, and the rest
 * stands. Undefined: told otherwise.
 */
export function inParts(tokens: readonly Token[], { text, ...reading }: Reading): readonly RecordPart[] | undefined {
  if (!MAY_HOLD.test(text)) return undefined;
  const within = WITHIN.exec(text)?.[0].length ?? 0;
  const clauses = [...text.slice(within).matchAll(/[^,;。!\n]+/g)].map(({ 0: words, index }) => ({
    words,
    own: tokens.filter(({ from, to }) => from >= within + index && to <= within + index + words.length),
  }));
  if (WISHES.test(clauses.at(-1)?.words ?? "")) clauses.pop();
  const start = clauses.findIndex(
    ({ words, own }) => !NAMES_THE_WRONG.test(words) && !(MENDS.test(words) && !own.some(isCounted)),
  );
  const told =
    start < 0
      ? []
      : clauses
          .slice(start)
          .filter(({ words, own }) => own.some(isCounted) || !(COUNTS_AS.test(words) || SAME_AGAIN.test(words)));
  const some = told[0] && SOME.test(told[0].words);
  const rest = told.length > 1 && told.slice(1).some(({ words }) => REST.test(words));
  if (!some && !rest) return undefined;
  const parts = told.map(({ words, own }) => {
    const part = partIn(own, { text, ...reading });
    return part && (part.quantity !== null || REST.test(words)) ? part : undefined;
  });
  const found = parts.flatMap((part) => (part ? [part] : []));
  return found.length === told.length ? found : undefined;
}

const isCounted = (token: Token): boolean =>
  token.kind === "figure" || (token.kind === "word" && /^(?:indicator|channel)$/.test(token.word.is));
