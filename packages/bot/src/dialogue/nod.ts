const PUNCTUATION = /[\s，,。.！!、~～]/gu;
const PARTICLES = /(?:的|了|吧|呀|啊|哦|呢|嘛|哈|啦)+$/u;
const bare = (text: string): string => text.normalize("NFKC").replace(PUNCTUATION, "").toLowerCase();

const YES: ReadonlySet<string> = new Set(
  "是 对 好 嗯 嗯嗯 行 可以 确认 确定 没错 没问题 是这样 就是这样 是这个 就这样 对对 对对对 是是 正确 记 记下 记上 记吧 要 ok 好滴 收到".split(
    " ",
  ),
);
const NO: ReadonlySet<string> = new Set(
  "不是 不对 不 否 错 错了 记错 搞错 弄错 不要 别记 不记 不用记 不用 不是这样 不是这个 说错 报错 不正确 有误".split(
    " ",
  ),
);
const DROP: ReadonlySet<string> = new Set(
  "取消 算了 不记 不用记 不用 别记 先不记 都不记 不报 不说 不管 当我没说 作废 忽略 跳过 不用管 先不管".split(" "),
);

/** Whether a whole reply is only a yes, a no, or a wish to leave the matter. */
export function nodOf(text: string): "yes" | "no" | "drop" | undefined {
  const said = bare(text);
  const words = [said, said.replace(PARTICLES, "")]; // 算了 is a word of its own, 不要了 is 不要
  const among = (known: ReadonlySet<string>) => words.some((word) => known.has(word));
  if (among(DROP)) return "drop";
  if (among(YES)) return "yes";
  return among(NO) ? "no" : undefined;
}

/** 是，就是周三那条许可: a yes with its reasons. */
export const beginsWithYes = (text: string): boolean =>
  /^(?:是|对|嗯|好|没错|确认|可以)(?:的|啊)?[，,。！!\s]/u.test(text.trim());

/** 就是5月20号收的那件: a yes that says which. */
export const THAT_VERY_ONE = /^(?:对|是|嗯|[，,])*(?:就|正)是[^不没]{0,16}(?:那|这)件/u;
