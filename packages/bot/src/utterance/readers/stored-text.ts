import { PROSE_KEYS, type ProseKey } from "@gongkai/schema";
import type { Reader } from "../reading.ts";

const STORES =
  /^(?:请?(?:存|保存|录入|写入|登记)(?:一下)?)?第?(一|五|六)(?:部分)?(?:\(([一二三四五])\))?(?:部分|节)(?:正文|文字|内容)?(?:写|存|为|是)?[:,]/;
const SHORTEST = 6;

/** 第五部分：… stores the text of a section; it is kept word for word. */
export const storedText: Reader = {
  name: "stored-text",
  read({ heard, text }) {
    const found = STORES.exec(text);
    if (!found) return undefined;
    const name = found[2] ? `${found[1]}（${found[2]}）` : (found[1] ?? "");
    const key = PROSE_KEYS.find((one): one is ProseKey => one === name);
    const body = heard.raw.slice(heard.at[found[0].length] ?? heard.raw.length).trim();
    return key && body.length >= SHORTEST ? { act: "text", key, text: body } : undefined;
  },
};
