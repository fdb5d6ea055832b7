import type { StandingFact } from "@gongkai/schema";
import type { Conversation } from "./conversation.ts";

/** 晚报那次, 献血那条: the words before the measure word that points. */
const POINTED = /(?:^|[，,。；;]|把|说|关于)((?:(?![，,。；;把]).){2,12}?)的?那(?:一)?[条个篇次件场期份]/gu;
const SHORTEST = 2; // characters that two texts must share to speak of one thing
/** Words any record may be spoken of with. */
const GENERIC =
  /^(?:刚才|刚刚|昨天|今天|前天|上午|下午|公众|众号|微博|抖音|网站|发布|解读|许可|处罚|培训|采访|接受|督查|我们|咱们|记录|那条)$/u;

function sharesWords(named: string, words: string): boolean {
  for (let at = 0; at + SHORTEST <= named.length; at += 1) {
    const part = named.slice(at, at + SHORTEST);
    if (!GENERIC.test(part) && words.includes(part)) return true;
  }
  return false;
}

/** What each record of this talk was said in: its own clause, or the message where it was the only one. */
function wordsOf({ done, spoken }: Conversation, id: string): string {
  for (const { recorded, items } of done) {
    const at = recorded.indexOf(id as (typeof recorded)[number]); // ids of one ledger
    const clause = at < 0 ? undefined : items[at]?.text;
    if (clause === undefined) continue;
    const whole = spoken.find(({ records }) => records.length === 1 && records[0] === id);
    return `${clause} ${whole?.text ?? ""}`;
  }
  return "";
}

/** 晚报那次, of two interviews: the one that was reported in such words. Undefined: none, or several. */
export function byItsWords(
  state: Conversation,
  records: readonly StandingFact[],
  text: string,
): StandingFact | undefined {
  const named = [...text.matchAll(POINTED)].map(([, words = ""]) => words);
  const fitting = records.filter(({ id }) => {
    const words = wordsOf(state, id);
    return named.some((each) => sharesWords(each, words));
  });
  const [only, another] = fitting;
  return another === undefined ? only : undefined;
}
