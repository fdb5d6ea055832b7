import { APPLICANT_LABELS, type LocalDate } from "@gongkai/schema";
import type { Label } from "../wording/answer-labels.ts";
import { caseNumberWords, VIA_LABELS } from "../wording/fact-words.ts";
import { periodWords } from "../wording/period-words.ts";
import type { KnownCase, View } from "./turn.ts";

const NICKNAME = /^[小老阿](\p{Script=Han})$/u;
const COURTESY =
  /^(\p{Script=Han})(?:先生|女士|某|某某|老师|律师|总|姐|哥|师傅|大爷|大妈|大姐|大哥|阿姨|叔|婶|伯|奶奶|爷爷)$/u;

/** Whether a spoken name may mean a full one: 张三, 小张, 张某, 张先生. */
export function mayMean(spoken: string, name: string): boolean {
  if (spoken === name) return true;
  const surname = NICKNAME.exec(spoken)?.[1] ?? COURTESY.exec(spoken)?.[1];
  if (surname !== undefined) return name.startsWith(surname);
  return spoken.length >= 2 && name.length > spoken.length && name.includes(spoken);
}

/** Applications whose applicant a spoken name may mean; a full name that fits exactly outweighs the rest. */
export function casesNamed(cases: readonly KnownCase[], spoken: string): readonly KnownCase[] {
  const exact = cases.filter(({ named }) => named.name === spoken);
  if (exact.length > 0) return exact;
  return cases.filter(({ named }) => named.name !== null && mayMean(spoken, named.name));
}

export const openOf = (view: View, kind: KnownCase["kind"]): readonly KnownCase[] =>
  view.cases.filter((known) => known.kind === kind && known.open);

/** Applicants' names are shown only to those who handle the case. */
export const mayName = (view: View, known: KnownCase): boolean =>
  view.may("name-applicants", { by: known.opened.record.by, section: known.opened.record.section });

const openedOn = ({ opened: { fact } }: KnownCase): LocalDate => ("receivedOn" in fact ? fact.receivedOn : "");

const KIND_LABELS = { application: "", review: "行政复议", litigation: "行政诉讼" } as const;

export function caseLabel(view: View, known: KnownCase): Label {
  const name = mayName(view, known) ? known.named.name : null;
  const { fact } = known.opened;
  const beside = [
    `${periodWords(openedOn(known), view.today)}收到`,
    fact.kind === "application-opened" && fact.applicant ? APPLICANT_LABELS[fact.applicant] : null,
    fact.kind === "application-opened" && fact.via ? VIA_LABELS[fact.via] : null,
  ].filter((each) => each !== null);
  const label = `${name ?? `${KIND_LABELS[known.kind]}${caseNumberWords(known.id)}`}（${beside.join("，")}）`;
  const number = Number(known.id.slice(7));
  const numbered = [caseNumberWords(known.id), `第${number}号`, `${number}号`, `${number}号申请`];
  return { label, also: [...(name === null ? [] : [name, `${name}那件`]), ...numbered] };
}
