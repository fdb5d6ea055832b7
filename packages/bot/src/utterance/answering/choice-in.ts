import type { Ask, Choice } from "../meaning.ts";

const AROUND =
  /^(?:嗯|哦|噢|那|应该是|是|就|这次|选|都是|全是|算|应该算|记|按|属于|在|从|通过|写|填)+|(?:吧|呀|啊|的|了|哦|呢|嘛|上|里|发的|那个|那种)+$/g;
const NTH = /^(?:选|第)?([1-9一二三四五六七八九])(?:个|项|种)?$/;
const ORDER = "一二三四五六七八九";

export const bare = (text: string) => text.replaceAll(/[,。.!;:、\s"“”]/g, "");
const core = (text: string) => bare(text).replaceAll(AROUND, "");

/** The choice a reply names: typed, tapped, by its number, or within a few words (都是废止的). */
export function choiceIn(text: string, { choices, about, why }: Ask, within = true): Choice | undefined {
  const plain = bare(text);
  const kernel = core(text);
  const wordsOf = ({ label, also }: Choice) => [label, ...(also ?? [])].map((word) => bare(word.toLowerCase()));
  const exact = choices.find((choice) => wordsOf(choice).some((word) => word === plain || word === kernel));
  if (exact) return exact;
  const nth = about === "quantity" ? undefined : NTH.exec(plain)?.[1];
  if (nth) return choices[ORDER.includes(nth) ? ORDER.indexOf(nth) : Number(nth) - 1];
  if (!within || why === "body-whose") return undefined; // 这是教育局的 holds 是 and is no yes
  const named = choices.filter((choice) => wordsOf(choice).some((word) => word !== "" && plain.includes(word)));
  const [only, second] = named;
  return only && !second && plain.length <= 12 ? only : undefined;
}
