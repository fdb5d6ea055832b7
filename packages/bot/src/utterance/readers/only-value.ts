import { isNaming } from "../binding/features.ts";
import type { Reading, Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { targetOf } from "./target.ts";

/** 哦应该是4条: nothing but the right value. */
const ONLY_THEN =
  /^(?:[^,。;]{0,10}(?:说|讲|告诉我)?(?:还)?有[一两0-9]?[笔条件个][^,。;]{0,4}(?:漏|忘|重|多|少)[^,。;]{0,4}[,。])?(?:哦|噢|喔|啊|呃|额|嗯|哎呀?|诶|唉|不好意思|抱歉|对不起|[,、。])*(?:应该是|应该为|应为|应是|应当是|其实是|实际是|实际上是|正确的?是|准确的?是)(?=.)/;
/** 不是，是审核信息8条: the last record was meant otherwise. */
const OPENS_DENYING = /^(?:不是|不对)(?:的|啊|呀|这个)?[,。!]+(?:应该|应当)?[是为](?=.)/;

/** 56念反了，是65: what was said, and what it is. */
const SAID_WRONG =
  /^[0-9一二两三四五六七八九十百千万.]{1,8}[条件个篇次期场份封起人元]?(?:是|我)?(?:念|报|写|说|打|看|记|听)(?:反|错|颠倒|岔)了?[,。!](?:应该|应当)?是(?=.)/;

/** 不对，多打了个0，是330条: a slip of the fingers, and the value it should have been. */
const MISTYPED =
  /^(?:哦|啊|哎呀?|不好意思|不对|错了|数字|后面|[,。!])*[多少漏](?:(?:打|写|输|按|敲|加|记|填|录)了?|了)(?:[一两俩三]|[1-3])?个?(?:零|0)[了啊呀]?[,。!]+(?:应该|应当|其实|实际)?(?:是|为|应为|应是)?(?=[0-9一二两三四五六七八九十百千])/;

export function mistypedValue(tokens: readonly Token[], reading: Reading): Said | undefined {
  const opening = MISTYPED.exec(reading.text)?.[0].length ?? 0;
  const set =
    opening > 0
      ? changeOf(
          tokens.filter(({ from }) => from >= opening),
          reading,
          [],
        )
      : null;
  return set ? { act: "correct", target: targetOf([], reading), set } : undefined;
}

/** Nothing but the value as it should be, of the record spoken of last. `tokens`: with their dates anchored. */
export function onlyValue(tokens: readonly Token[], reading: Reading): Said | undefined {
  const said = SAID_WRONG.exec(reading.text)?.[0].length ?? 0;
  const was =
    said > 0
      ? changeOf(
          tokens.filter(({ to }) => to <= said),
          reading,
          [],
        )
      : null;
  const is =
    said > 0
      ? changeOf(
          tokens.filter(({ from }) => from >= said),
          reading,
          [],
        )
      : null;
  if (was?.quantity !== undefined && is && Object.keys(is).join() === "quantity")
    return { act: "correct", target: { ref: "last", quantity: was.quantity, text: reading.text }, set: is };
  const lead = tokens.some(isNaming) ? null : ONLY_THEN.exec(reading.text);
  for (const opening of [lead, OPENS_DENYING.exec(reading.text)]) {
    const value = opening ? tokens.filter(({ from }) => from >= opening[0].length) : [];
    const set = value.length > 0 ? changeOf(value, reading, []) : null;
    if (set) return { act: "correct", target: targetOf([], reading), set };
  }
  return undefined;
}
