import type { Change } from "../meaning.ts";
import type { Reading, Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { targetOf } from "./target.ts";

const FIELD =
  /(?:日子|日期|时间|[条件篇次期场份]数|数量|数字|数|渠道|平台|账号|指标|类别)(?:要|得|应该|也|都)?(?:改成|改为|改到|换成|更正为|应为|应该是|应是|是)([^,。;]{1,12})/g;

/** 刚报的那条，日子改成周二，条数改成4: more than one thing of one record, each by its name. `tokens`: with their dates anchored. */
export function fieldsAmended(tokens: readonly Token[], reading: Reading): Said | undefined {
  const fields = [...reading.text.matchAll(FIELD)];
  const [first] = fields;
  if (!first || fields.length < 2) return undefined;
  let set: Change = {};
  for (const field of fields) {
    const to = field.index + field[0].length;
    const from = to - (field[1]?.length ?? 0);
    const change = changeOf(
      tokens.filter((token) => token.from >= from && token.to <= to),
      reading,
      [],
    );
    if (!change || Object.keys(change).some((key) => key in set)) return undefined;
    set = { ...set, ...change };
  }
  const before = tokens.filter((token) => token.to <= first.index);
  return { act: "correct", target: targetOf(before, reading), set };
}
