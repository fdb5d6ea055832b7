import { isFullName } from "../parsers/person.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { clauseAround } from "./clause-around.ts";
import type { Refiner } from "./refiner.ts";

/** 答复2件，一件公开一件不公开: what was decided, where an answer is spoken of. */
export const openedCase: Refiner = {
  name: "opened-case",
  on: { begins: "公" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^公开了?$/.test(token.text)) return undefined;
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const counted = before?.kind === "figure" || /^(?:都|均|全|全部|是|予以|决定)$/.test(before?.text ?? "");
    const ends = next === undefined || next.kind === "break" || next.kind === "figure" || isMark(next, "done", "link");
    const way = tokens.slice(0, at);
    const answered = way.some((one) => isMark(one, "application")) && way.some((one) => isMark(one, "answered"));
    return counted && ends && answered
      ? { ...token, kind: "word", word: { is: "outcome", outcome: "granted" } }
      : undefined;
  },
};

const isVia = (token: Token) => token.kind === "word" && token.word.is === "via";
const GIVES = /^(?:申请|提交|递交|邮寄|寄|当面|网上|的|交)/;
/** 收到张某邮寄的信息公开申请: a private person by name is the applicant; 小王 and 王科长 are ours. */
export const namedApplicant: Refiner = {
  name: "named-applicant",
  on: { kind: "unknown or span" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !(token.kind === "unknown" || (token.kind === "span" && token.span === "person"))) return undefined;
    if (!/某|先生|女士/.test(token.text) && !isFullName(token.text)) return undefined;
    if (/^[小老阿]|[长任记员]$/.test(token.text)) return undefined;
    const { from, to } = clauseAround(tokens, at);
    const own = tokens.slice(from, to);
    const came =
      own.some((one) => isMark(one, "application")) && own.some((one) => isMark(one, "arrived") || isVia(one));
    const gives = tokens.slice(at + 1, at + 3).some((one) => GIVES.test(one.text) || isVia(one));
    const other = own.some((one) => (one.kind === "word" && one.word.is === "applicant") || isMark(one, "behalf"));
    return came && gives && !other
      ? { ...token, kind: "word", word: { is: "applicant", applicant: "nat" } }
      : undefined;
  },
};
