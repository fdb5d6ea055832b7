import { PROSE_KEYS, type ProseKey } from "@gongkai/schema";
import type { Reader } from "../reading.ts";

const STORES =
  /^(?:请?(?:存|保存|录入|写入|登记)(?:一下)?)?第?(一|五|六)(?:部分)?(?:\(([一二三四五])\))?(?:部分|节)(?:正文|文字|内容)?(?:写|存|为|是)?[:,]/;
/** 五：存在的问题…: by its number alone, where what follows reads like prose. */
const NUMBERED = /^(一|五|六)(?:\(([一二三四五])\))?[:、]/;
const COUNTS = /[0-9一二两三四五六七八九十][条件个篇次期场份]/;
const SHORTEST = 6;
const SHORTEST_PROSE = 10;

/** 第五部分：… stores the text of a section; it is kept word for word. */
export const storedText: Reader = {
  name: "stored-text",
  read({ heard, text }) {
    const named = STORES.exec(text);
    const found = named ?? NUMBERED.exec(text);
    if (!found) return undefined;
    const name = found[2] ? `${found[1]}（${found[2]}）` : (found[1] ?? "");
    const key = PROSE_KEYS.find((one): one is ProseKey => one === name);
    const body = heard.raw.slice(heard.at[found[0].length] ?? heard.raw.length).trim();
    if (!key || body.length < (named ? SHORTEST : SHORTEST_PROSE)) return undefined;
    if (!named && (COUNTS.test(text.slice(found[0].length)) || !/问题|改进|不足|需要|报告|公开/.test(body)))
      return undefined;
    return { act: "text", key, text: body };
  },
};
