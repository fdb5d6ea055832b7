/** Full-width twins: escaping is not documented for the AI bot's markdown, and a reader sees the same sign. */
const TWINS: Readonly<Record<string, string>> = {
  "*": "＊",
  _: "＿",
  "`": "｀",
  "<": "＜",
  ">": "＞",
  "[": "［",
  "]": "］",
  "#": "＃",
  "~": "～",
  "|": "｜",
};
const SIGNS = /[*_`<>[\]#~|]/g;

/** Text that markdown leaves as it is: nobody's words become a link, a heading or a mention. */
export function plainMarkdown(text: string): string {
  return text.replace(SIGNS, (sign) => TWINS[sign] ?? sign);
}
