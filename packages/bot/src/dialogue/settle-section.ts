import { admit } from "./admit.ts";
import type { Pending } from "./conversation.ts";
import { nodOf } from "./nod.ts";
import { optionOf } from "./question.ts";
import { sectionNamed } from "./which-section.ts";
import type { Work } from "./work.ts";

type SectionMatter = Extract<Pending, { at: "which-section" }>;

/** The section named holds for what this speaker reports from then on, unless a message names another. */
export function settleSection(work: Work, pending: SectionMatter, key: string | undefined): boolean {
  const { text } = work.turn;
  const answer = key ?? sectionNamed(work.view, text) ?? optionOf(text, pending.question.options)?.key;
  if (answer === undefined) {
    if (nodOf(text) !== "drop") return false;
    work.settle(pending.id);
    work.say.push({ say: "dropped", words: pending.said.text });
    work.act = "ignore";
    return true;
  }
  if (!work.view.office.sections.some((section) => section.key === answer)) return false;
  work.settle(pending.id);
  const { asked } = pending.question;
  if (asked.name === "which-section" && asked.unknown === null) work.state = { ...work.state, speaksFor: answer };
  for (const item of pending.items) admit(work, item, pending.said, { section: answer });
  return true;
}
