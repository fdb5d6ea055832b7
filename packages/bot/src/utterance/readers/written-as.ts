import { ask } from "../ask.ts";
import type { Change } from "../meaning.ts";
import type { Reading, Said } from "../reading.ts";
import { changeOf } from "./change.ts";

/** 把3条写成2条了: what stands before is the truth, what stands behind was written. */
const WRITTEN_AS =
  /^(?:.{0,12}?(?:把|将|错把|误把|误将))?(.{1,16}?)(?:不小心|手滑|误|错)?(?:写|报|记|录|填|打|输|登|说|算|选|弄|搞|标)(?:错)?成了?(.{1,16}?)了?[。!]?$/;
/** 刚才记成微博了，是抖音: what was written stands before. */
const WRITTEN_THEN_IS =
  /^(?:哎呀?|不好意思|不对|刚才|刚刚|刚|上一条|那条|这条|我|把它|[,。])*(?:写|报|记|录|填|打|输|登|说|弄|搞)(?:错)?成了?([^,。;]{1,10}?)了?[,。](?:应该|其实|实际)?是([^,。;]{1,12})[。!]?$/;
/** A correction that says the truth first and then what was written of it. */
export function writtenAs(reading: Reading): Said | undefined {
  const { text, tokens } = reading;
  const told = text.includes("成") ? WRITTEN_THEN_IS.exec(text) : null;
  if (told) {
    const [all, wrong = "", right = ""] = told;
    const [to, from] = [all.lastIndexOf(right), all.indexOf(wrong)];
    const among = (at: number, words: string) =>
      changeOf(
        tokens.filter((token) => token.from >= at && token.to <= at + words.length),
        reading,
        [],
      );
    const [is, was] = [among(to, right), among(from, wrong)];
    if (is && was && Object.keys(was).every((key) => key in is)) return rightInsteadOf(is, was, text);
  }
  const written = text.includes("成") ? WRITTEN_AS.exec(text) : null;
  if (
    !written ||
    /(?:别|不要|莫|勿|不能)(?:再|又|给我|帮我)*(?:写|报|记|录|填|打|输|登|说|算|选|弄|搞|标)错?成/.test(text)
  )
    return undefined;
  if (/应该?[是为]|改[成为]|不是/.test(text)) return undefined;
  const between = (from: number, to: number) => tokens.filter((token) => token.from >= from && token.to <= to);
  const [all, right = "", wrong = ""] = written;
  const to = all.lastIndexOf(wrong);
  const from = all.indexOf(right);
  const change = changeOf(between(from, from + right.length), reading, []);
  const before = changeOf(between(to, to + wrong.length), reading, []);
  const same = change && before && Object.keys(before).every((key) => key in change);
  return same ? rightInsteadOf(change, before, text) : undefined;
}

/** 公众号3条写成2条了: only what differs is set; what both say names the record. */
function rightInsteadOf(right: Change, wrong: Change, text: string): Said {
  const { quantity, period, indicator, channel, applicant, outcome } = right;
  const set: Change = {
    ...(quantity !== wrong.quantity && quantity !== undefined && wrong.quantity !== undefined ? { quantity } : {}),
    ...(period && wrong.period && period !== wrong.period ? { period } : {}),
    ...(indicator && wrong.indicator && indicator !== wrong.indicator ? { indicator } : {}),
    ...(channel && wrong.channel && channel !== wrong.channel ? { channel } : {}),
    ...(applicant && wrong.applicant && applicant !== wrong.applicant ? { applicant } : {}),
    ...(outcome && wrong.outcome && outcome !== wrong.outcome ? { outcome } : {}),
  };
  if (Object.keys(set).length !== 1) {
    const question = ask("correct-what", text);
    return { act: "ask", sure: [], drafts: [{ text, asks: [question] }], ask: question };
  }
  const { quantity: had, ...others } = wrong;
  const named = {
    ...(indicator && !set.indicator ? { indicator } : {}),
    ...(channel && !set.channel ? { channel } : {}),
  };
  return {
    act: "correct",
    target: {
      ref: "last",
      ...named,
      ...(set.quantity !== undefined && had !== undefined ? { quantity: had } : {}),
      ...wrongOf(set, others),
      text,
    },
    set,
  };
}

/** What the record says now, as far as it is what is to be changed. */
const wrongOf = (set: Change, { indicator, period, channel }: Change) => ({
  ...(set.indicator && indicator ? { indicator } : {}),
  ...(set.period && period ? { period } : {}),
  ...(set.channel && channel ? { channel } : {}),
});
