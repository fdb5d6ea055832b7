import type { Item } from "../utterance/meaning.ts";
import type { Said } from "./conversation.ts";
import { lineOfItem } from "./item-line.ts";
import { sectionQuestion } from "./questions.ts";
import type { View } from "./turn.ts";
import type { Work } from "./work.ts";

/**
 * Asks once a message for which section a speaker without one reports. `unknown`: a section was named that the office
 * does not have.
 */
export function askSection(work: Work, item: Item, said: Said, unknown: string | null): void {
  const line = lineOfItem(work, item);
  const asked = work.askedNow.find((each) => each.at === "which-section");
  const before = asked?.question.asked.name === "which-section" ? asked.question.asked.lines : [];
  const question = sectionQuestion([...before, line], unknown, work.view.office.sections);
  if (asked?.at === "which-section") {
    work.widen(asked.id, { at: "which-section", items: [...asked.items, item] }, question);
  } else work.wait({ at: "which-section", items: [item] }, question, said, "section");
}

const AROUND = /^(?:是|就是|记到|记在|报给|算|我是|我们是|我们|我在|属于)+|(?:的|吧|呀|那边|名下|报的)+$/gu;

/** 法规科, 是法规科的, 记在法规科名下. */
export function sectionNamed(view: View, text: string): string | undefined {
  const bare = text.trim().replace(/[。.！!]+$/u, "");
  return view.sections.get(bare) ?? view.sections.get(bare.replace(AROUND, ""));
}
