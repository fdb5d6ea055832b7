import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { type Candidate, emptyFeatures, namesThing, narrows, under } from "./candidate.ts";
import { type Features, isNaming } from "./features.ts";

/** What a stretch says in the light of what was being talked about; `inherited`: its name came from there. */
export type Inherited = Readonly<{ features: Features; inherited: boolean }>;
/** What was said before: the topic that was opened (at clause `topicAt`) and the entry that was counted last. */
export type Before = Readonly<{ topic: Features | null; topicAt: number; last: Candidate | undefined }>;

const familyOf = ({ name, features: { marks } }: Candidate): Mark | undefined => {
  const key = "key" in name ? (name.key ?? "") : "";
  if (key.startsWith("doc.normative") || marks.has("normative")) return "normative";
  return key.startsWith("doc.regulation") || marks.has("regulation") ? "regulation" : undefined;
};
/** 也没废止: the denial holds the verb. */
const NOT_DONE = /没有?(?:废止|制定|制发|出台|印发)/;
const isStepOfFamily = ({ marks, keys, text }: Features) =>
  keys.length === 0 &&
  (marks.has("made") || marks.has("repealed") || NOT_DONE.test(text)) &&
  !marks.has("normative") &&
  !marks.has("regulation");

const only = (mark: Mark): Features => ({ ...emptyFeatures, marks: new Set([mark]) });

const applies = ({ marks, keys, applicants }: Features): boolean =>
  (marks.has("application") || keys.join() === "application.received") && applicants.length === 0;
export const isWho = ({ applicants, keys, marks, channels }: Features): boolean =>
  applicants.length === 1 && keys.length === 0 && channels.length === 0 && !marks.has("application");

/** Completes what a stretch names by the topic above it or by the entry before it. */
export function inherit(tokens: readonly Token[], own: Features, { topic, topicAt, last }: Before): Inherited {
  const family = last && isStepOfFamily(own) ? familyOf(last) : undefined;
  if (family) return { features: under(own, only(family)), inherited: false }; // 规范性文件制定3件废止1件
  // 窗口来了位家长，当面递了1份信息公开申请: who came is who applied
  if (topic && applies(own) && isWho(topic))
    return { features: { ...own, applicants: topic.applicants, vias: [...own.vias, ...topic.vias] }, inherited: false };
  if (namesThing(tokens)) return { features: own, inherited: false };
  if (topic) return { features: under(own, topic), inherited: last !== undefined && last.clause >= topicAt };
  const names = tokens.some(isNaming);
  if (!last || (tokens.some((one) => isMark(one, "total")) && !names)) return { features: own, inherited: false };
  // 予以公开1件，律所寄来申请1件: what came in is no part of what was answered
  if (last.features.outcomes.length > 0 && own.applicants.length > 0 && own.vias.length > 0 && /申请/.test(own.text))
    return { features: under(own, only("application")), inherited: false };
  // a channel alone is a report of its own (公众号3条，微博2条); applicants and results only narrow what was said
  const narrower = own.channels.length === 0 && own.outcomes.length === 0 && narrows(tokens);
  if (!names || narrower) return { features: under(own, last.features), inherited: true };
  if (own.outcomes.length > 0 && last.features.marks.has("application"))
    return { features: under(own, only("application")), inherited: true };
  return { features: own, inherited: false };
}
