import { isNaming } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Refiner } from "./refiner.ts";

/** 登记科, 政策处: an unknown word that ends like a section. */
export const unlistedSection: Refiner = {
  name: "unlisted-section",
  on: { kind: "unknown" },
  refine(tokens, at) {
    const token = tokens[at];
    const next = tokens[at + 1];
    const [head, lead] = [tokens[at - 1], tokens[at - 2]];
    const opens = lead === undefined || lead.kind === "break" || lead.kind === "date" || isMark(lead, "filler");
    // 归集科审了6条信息
    if (
      token?.kind === "unknown" &&
      /^[科股]$/.test(token.text) &&
      next &&
      opens &&
      head &&
      (head.kind === "unknown" || isMark(head, "topic", "noun", "foreign", "verb"))
    )
      return { ...token, kind: "word", word: { is: "mark", mark: "office" } };
    const office = token?.kind === "unknown" && /^[科股室处]$/.test(token.text) && tokens[at - 1];
    if (office && isMark(office, "topic", "noun") && next && isMark(tokens[at - 2] ?? next, "behalf"))
      return { ...token, kind: "word", word: { is: "mark", mark: "office" } };
    if (
      token?.kind !== "unknown" ||
      !/^[\u4e00-\u9fa5]{2,5}(?:科|处|股|室|部|中心|大队|支队|队|站|组|办)$/.test(token.text)
    )
      return undefined;
    if (
      at > 0 &&
      !/^(?:break|date)$/.test(tokens[at - 1]?.kind ?? "") &&
      !isMark(tokens[at - 1] ?? token, "behalf", "filler")
    )
      return undefined;
    return next ? { ...token, kind: "word", word: { is: "mark", mark: "office" } } : undefined;
  },
};

const FIELDS: ReadonlySet<string> = new Set("预算 决算 法规 政策 处罚 许可 强制 收费 信访 培训 督查".split(" "));
/** 预算股小周, 社会组织科: the field of a section that is also a thing we publish, or an applicant. */
const isField = (token: Token) => FIELDS.has(token.text) || (token.kind === "word" && token.word.is === "applicant");

const isPerson = (token: Token | undefined): boolean => token?.kind === "span" && token.span === "person";

const UNIT = /^[\u4e00-\u9fa5]{2,6}(?:科|股|处|室|中心|大队|支队|队|站|小组|部|(?<!网上|现场|快|代|窗口)办)$/;
/** 园林处今天微博3条, 综合部部门预算…: a section of ours whose name holds words we know. */
export function withSections(tokens: readonly Token[]): readonly Token[] {
  const marked = new Set<number>();
  for (const [from, token] of tokens.entries()) {
    const lead = tokens[from - 1];
    const opens =
      !lead ||
      lead.kind === "break" ||
      lead.kind === "date" ||
      isMark(lead, "behalf", "filler") ||
      /^采访了?$/.test((isMark(lead, "done") ? tokens[from - 2] : lead)?.text ?? ""); // 采访了待遇科郑科长
    if (
      !opens ||
      !(
        token.kind === "unknown" ||
        isMark(token, "topic", "noun", "foreign", "verb", "review") ||
        isField(token) ||
        /^[大水用]$/.test(token.text)
      )
    )
      continue;
    let name = "";
    for (let at = from; at < tokens.length && name.length < 7; at += 1) {
      const part = tokens[at];
      const person = part?.kind === "span" && part.span === "person"; // 园林处 holds a 林处
      if (
        !part ||
        !(
          person ||
          part.kind === "unknown" ||
          isField(part) ||
          (part.text.length === 1 && isMark(part, "filler")) || // 大气科, 用地科
          isMark(part, "topic", "noun", "foreign", "verb", "place", "review", "litigation")
        )
      )
        break;
      name += part.text;
      const next = tokens[at + 1];
      const governs =
        next &&
        (next.kind === "date" ||
          isNaming(next) ||
          (next.kind === "break" && next.char === ":") ||
          (next.kind === "span" && next.span === "person") ||
          /^(?:报|报送|上报|报来|说|在|把|向|负责|科长|股长|加班)$/.test(next.text) ||
          (/[科股室处]$/.test(name) && isMark(next, "verb", "arrived", "reviewed", "answered")) || // 法律事务室办了
          (next.text === "的" && isPerson(tokens[at + 2]))); // 复议股的小周
      if (UNIT.test(name) && governs && at > from) for (let one = from; one <= at; one += 1) marked.add(one);
    }
  }
  return marked.size === 0
    ? tokens
    : tokens.map((token, at) =>
        marked.has(at)
          ? { ...token, kind: "word" as const, word: { is: "mark" as const, mark: "office" as const } }
          : token,
      );
}
