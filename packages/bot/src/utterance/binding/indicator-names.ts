import { type IndicatorKey, indicatorOf } from "@gongkai/schema";
import { channelChoices, said } from "../ask.ts";
import type { Choice } from "../meaning.ts";
import { familyOf } from "./features.ts";
import { asked, type NamingRule, named } from "./name.ts";

const POSTED = ["wechat", "weibo", "douyin"] as const;

const STEPS_ON_THE_WAY =
  /告知(?!承诺)|催告|申辩|陈述|勘验|评审|论证|检测|检验|抽样|核查|公示期|预审|初审|补证|换证|年检|年审/;

/** 换证的许可, 年检类许可: of which kind the permit was. */
const KIND_OF_PERMIT = /(?:补证|换证|年检|年审)(?:的|类)(?:行政)?许可/;

const DRAFTED = /(?:写|改|拟|校|剪)(?:了|完|好)/;
const PUBLISHED = /发|推|上|挂|公开|公布|刊|登|出/;

const WITH_POSTS =
  /(?:和|跟|与|及|、|加)(?:推文|推送|短?视频|动态|帖子)(?:一共|总?共|合计|总计|加)?(?:起来|一起|有)?(?:是|了)?[0-9一二三四五六七八九十两]/;

const ENFORCEMENT = "permit penalty coercion";
const PUBLISHED_THINGS = "disclosure newmedia";

/**
 * Reasons why a stretch with exactly one whole name is still two readings, each with the families of indicators it
 * concerns ("any": all of them). The first that applies asks.
 */
const DOUBTS: readonly (readonly [families: string, doubt: NamingRule])[] = [
  // a visit counter belongs to the website; readings of a public account are kept by nobody
  [
    "gauge",
    ({ keys, channels, text }) =>
      keys[0] === "gauge.site_visits" && channels.some((channel) => channel !== "website")
        ? asked("not-kept", text)
        : undefined,
  ],
  [
    "gauge",
    ({ keys, marks, text }) =>
      marks.has("increase") || marks.has("added") || text.includes("+")
        ? asked("increase-not-reading", text, [], keys[0] ? { key: keys[0] } : {})
        : undefined,
  ],
  [
    "gauge",
    ({ keys, marks, channels, text }) =>
      keys[0] !== "gauge.site_visits"
        ? channels.some((channel) => !keys[0]?.includes(channel))
          ? asked("followers-which", text)
          : undefined
        : marks.has("newmedia")
          ? asked("not-kept", text)
          : undefined,
  ],
  // 网上留言咨询5条: messages, or consultations
  ["interaction", ({ text }) => (/留言咨询(?!类|性|的|为主)/.test(text) ? asked("two-things", text) : undefined)],
  // 解读写了3条: written, and not said to be out
  [
    PUBLISHED_THINGS,
    ({ keys, text }) => {
      const revised = keys[0] === "disclosure.institution" && /改(?:了|完|好)/.test(text); // 机构职能改了1条
      return DRAFTED.test(text) && !PUBLISHED.test(text) && !revised ? asked("mood-underway", text) : undefined;
    },
  ],
  // a permit that came in is not a permit decided; neither is one withdrawn or changed
  [
    ENFORCEMENT,
    ({ marks, text }) =>
      marks.has("arrived") ||
      marks.has("corrected") ||
      marks.has("otherwise") ||
      marks.has("repealed") ||
      marks.has("amended")
        ? asked("received-or-decided", text)
        : undefined,
  ],
  // 处罚告知3件, 许可评审2件: a step on the way
  [
    ENFORCEMENT,
    ({ text }) =>
      STEPS_ON_THE_WAY.test(text.replace(KIND_OF_PERMIT, "")) ? asked("received-or-decided", text) : undefined,
  ],
  [
    ENFORCEMENT,
    ({ marks, text }) =>
      marks.has("consult") || marks.has("hotline") || marks.has("reviewed") || marks.has("application")
        ? asked("two-things", text)
        : undefined,
  ],
  [
    PUBLISHED_THINGS,
    ({ marks, text }) =>
      marks.has("reviewed") || marks.has("cleared") || marks.has("stale") || marks.has("gathered")
        ? asked("reviewed-what", text)
        : undefined,
  ],
  [
    "disclosure",
    ({ marks, text }) =>
      marks.has("added") && (marks.has("column") || marks.has("normative") || marks.has("regulation"))
        ? asked("column-which", text)
        : undefined,
  ],
  [
    "disclosure",
    ({ marks, text }) =>
      (marks.has("normative") || marks.has("regulation")) && (marks.has("made") || marks.has("repealed"))
        ? asked("two-things", text)
        : undefined,
  ],
  [
    "disclosure",
    ({ keys: [key], channels, marks, text }, { catalogue }) => {
      const [channel, other] = channels.filter((one) => one !== "website");
      if (!key || !(channel || marks.has("newmedia"))) return undefined;
      const where = channel && !other ? { channel: said(channel, text) } : {};
      const choice = (one: IndicatorKey, ...also: string[]): Choice => {
        const { label } = indicatorOf(catalogue, one);
        return { label: `只算${label}`, also: [label, ...also], sets: { indicator: said(one, label), ...where } };
      };
      return asked("post-or-disclosure", text, [choice("newmedia.post", "发布", "只算发布"), choice(key)]);
    },
  ],
  [
    "any",
    ({ marks, channels, text }) =>
      marks.has("repost") && (channels.length > 0 || marks.has("newmedia")) ? asked("repost-counted", text) : undefined,
  ],
  [
    "newmedia",
    ({ channels, marks, text }) => {
      if (marks.has("followers") || marks.has("foreign")) return asked("two-things", text);
      const [channel, other] = channels;
      if (other || channel === "website")
        return asked("channel-split", text, channelChoices(POSTED), { key: "newmedia.post" });
      return channel ? undefined : asked("channel-which", text, channelChoices(POSTED), { key: "newmedia.post" });
    },
  ],
  [
    "interaction",
    ({ keys, text }, { unit }) =>
      keys[0] === "interaction.opinion_solicitation" && /^(?:条|份|封|人|人次|家|余条)$/.test(unit)
        ? asked("opinions-not-solicitations", text)
        : undefined,
  ],
  // 新增专栏信息5条: items in a column are no columns
  ["column", ({ marks, text }) => (marks.has("info") ? asked("column-which", text) : undefined)],
  // 公众号3条许可: the channel is a report of its own, or the thing was only made public there
  [
    `${ENFORCEMENT} fee training inspection doc publicity`,
    ({ channels, marks, text }) =>
      channels.length > 0 || marks.has("newmedia") ? asked("two-things", text) : undefined,
  ],
  [
    "interaction",
    ({ marks, text, keys }) =>
      marks.has("gathered") && keys[0] !== "interaction.opinion_solicitation" ? asked("two-things", text) : undefined,
  ],
  [
    "fee",
    ({ keys, text }, { measure, unit, value }) =>
      keys[0] === "fee.collected" && measure !== "money" && unit !== "万" && value !== 0
        ? asked("fee-unit", text, [], { key: "fee.collected" })
        : undefined,
  ],
  [
    "any",
    ({ keys, marks, text }) =>
      marks.has("followers") && !keys[0]?.startsWith("gauge.") ? asked("two-things", text) : undefined,
  ],
  [
    "publicity",
    ({ keys, marks, text }) =>
      keys[0] === "publicity.hotline_show" && marks.has("consult") ? asked("hotline-which", text) : undefined,
  ],
  [
    "interaction",
    ({ keys, marks, text }) =>
      marks.has("hotline") && /\.(?:online_consult|message|leader_mailbox)$/.test(keys[0] ?? "")
        ? asked("hotline-which", text)
        : undefined,
  ],
  [
    "any",
    ({ marks, text, keys }) =>
      (marks.has("normative") || marks.has("regulation")) &&
      (marks.has("made") || marks.has("repealed")) &&
      !keys[0]?.startsWith("doc.") &&
      !keys[0]?.startsWith("disclosure.policy")
        ? asked("two-things", text)
        : undefined,
  ],
  // 解读和推文加一起5条: one figure over two things
  [
    "disclosure",
    ({ channels, text }) => (channels.length === 0 && WITH_POSTS.test(text) ? asked("two-things", text) : undefined),
  ],
  [
    "any",
    ({ marks, text, keys }) =>
      marks.has("foreign") && !/^(?:training|inspection|publicity)\./.test(keys[0] ?? "")
        ? asked("not-kept", text)
        : undefined,
  ],
];

const doubtsOf = (family: string): readonly NamingRule[] =>
  DOUBTS.flatMap(([families, doubt]) =>
    ["any", family].some((one) => families.split(" ").includes(one)) ? [doubt] : [],
  );
const FAMILIES = [...new Set(DOUBTS.flatMap(([families]) => families.split(" ")))];
const BY_FAMILY = new Map(FAMILIES.map((family) => [family, doubtsOf(family)]));
const OF_ANY = doubtsOf("any");

/** One whole name: 政策解读, 行政许可. */
export const singleIndicator: NamingRule = (features, context) => {
  const [key] = features.keys;
  if (!key) return undefined;
  for (const doubt of BY_FAMILY.get(familyOf(key)) ?? OF_ANY) {
    const name = doubt(features, context);
    if (name) return name;
  }
  const kept = indicatorOf(context.catalogue, key).channels;
  const channels = kept ? features.channels.filter((channel) => kept.includes(channel)) : [];
  if (channels.length > 1) return asked("channel-split", features.text, [], { key });
  return named(key, channels[0] ?? null);
};
