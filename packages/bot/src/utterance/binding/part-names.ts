import type { IndicatorKey } from "@gongkai/schema";
import { ask, channelChoices, indicatorChoices } from "../ask.ts";
import type { Mark } from "../words/mark.ts";
import { asked, type NamingRule, named } from "./name.ts";

/** 12345, 12320, 96116: telephone lines that citizens ask on (convention 17). */
const SERVICE_LINE = /(?<![0-9])(?:12[0-9]{3}|96[0-9]{3})(?![0-9])/;

const POSTED = ["wechat", "weibo", "douyin"] as const;

/** Whose followers the form has a row for. */
const FOLLOWERS = { wechat: "gauge.wechat_followers", weibo: "gauge.weibo_followers" } as const;
const FOLLOWERS_OF: Readonly<Record<string, IndicatorKey>> = FOLLOWERS;
/** The gauge of those who follow an account; undefined where the form has none (抖音, the website). */
export const followersOf = (channel: string | undefined): IndicatorKey | undefined => FOLLOWERS_OF[channel ?? "none"];

const ISSUED = /印发|出台|制发|制定|发布|下发|发了|出了/;
/** The kinds of document in the step that was told; where none was, each step has to be named. */
const documentChoices = (marks: ReadonlySet<Mark>, text: string): readonly (readonly [IndicatorKey, ...string[]])[] => {
  if (marks.has("repealed"))
    return [
      ["doc.normative_repealed", "规范性文件", "废止规范性文件"],
      ["doc.regulation_repealed", "规章", "废止规章"],
    ];
  if (marks.has("made") || ISSUED.test(text))
    return [
      ["doc.normative_made", "规范性文件", "制发规范性文件"],
      ["doc.regulation_made", "规章", "制定规章"],
    ];
  return [
    ["doc.normative_made", "制发规范性文件"],
    ["doc.normative_repealed", "废止规范性文件"],
    ["doc.regulation_made", "制定规章"],
    ["doc.regulation_repealed", "废止规章"],
  ];
};

/** Names put together from parts that mean little alone. The fuller the company, the earlier the rule. */
const RULES: readonly NamingRule[] = [
  // 公众号粉丝, 微博现在关注数
  ({ marks, channels, text }) => {
    if (!marks.has("followers")) return undefined;
    const choices = channelChoices(["wechat", "weibo"], FOLLOWERS);
    const [channel, other] = channels;
    const key = other ? undefined : followersOf(channel);
    if (marks.has("increase") || marks.has("added") || text.includes("+"))
      return asked("increase-not-reading", text, [], key ? { key } : {});
    return key ? named(key) : asked("followers-which", text, choices);
  },
  // 规范性文件 and 规章: made or repealed is never guessed
  ({ marks, text, channels }, { catalogue }) => {
    const family = marks.has("normative") ? "normative" : marks.has("regulation") ? "regulation" : undefined;
    if (!family) return undefined;
    if (marks.has("normative") && marks.has("regulation")) return asked("document-which", text);
    if (marks.has("in-force")) return named(`doc.${family}_valid`);
    const choices = indicatorChoices(catalogue, [
      [`doc.${family}_made`, "制定", "制发", "出台", "印发"],
      [`doc.${family}_repealed`, "废止"],
    ]);
    // 没有制定规章: one word of denial holds the verb
    const made =
      marks.has("made") ||
      /没有?(?:制定|制发|出台|印发)/.test(text) ||
      (channels.length === 0 && !marks.has("repealed") && /^[^院省部厅]*(?:发布|公布)/.test(text));
    const repealed = marks.has("repealed") || /没有?废止/.test(text);
    if (marks.has("amended") || made === repealed || marks.has("cleared") || marks.has("reviewed"))
      return asked("made-or-repealed", text, choices);
    return named(made ? `doc.${family}_made` : `doc.${family}_repealed`);
  },
  ({ marks, text }, { catalogue }) => {
    if (!marks.has("hotline")) return undefined;
    if (marks.has("consult") || SERVICE_LINE.test(text)) return named("interaction.hotline_consult");
    return asked(
      "hotline-which",
      text,
      indicatorChoices(catalogue, [
        ["interaction.hotline_consult", "咨询", "12345", "12315", "热线咨询", "咨询电话"],
        ["publicity.hotline_show", "行风", "上节目", "节目"],
      ]),
    );
  },
  ({ marks, channels, text }, { catalogue }) => {
    if (!marks.has("consult")) return undefined;
    if (channels.length === 1 && channels[0] === "website") return named("interaction.online_consult");
    if (channels.length === 0 && (SERVICE_LINE.test(text) || /电话|来电/.test(text)))
      return named("interaction.hotline_consult");
    return asked(
      "consult-which",
      text,
      indicatorChoices(catalogue, [
        ["interaction.hotline_consult", "热线", "电话", "12345"],
        ["interaction.online_consult", "网上", "网站"],
      ]),
    );
  },
  ({ marks, text }, { catalogue }) =>
    marks.has("mailbox")
      ? asked("mailbox-which", text, indicatorChoices(catalogue, [["interaction.leader_mailbox", "领导"]]))
      : undefined,
  ({ marks, channels, text }) => {
    if (!marks.has("column")) return undefined;
    if (marks.has("added") && !marks.has("info"))
      return named("column.added", channels.length === 1 ? (channels[0] ?? null) : null);
    if (channels.length === 1 && channels[0] !== "website" && !marks.has("info")) return undefined; // 公众号“最美教师”栏目推送1条
    return asked("column-which", text);
  },
  ({ marks, text }, { catalogue }) =>
    marks.has("proposal")
      ? asked(
          "proposal-which",
          text,
          indicatorChoices(catalogue, [
            ["disclosure.npc_proposal", "人大"],
            ["disclosure.cppcc_proposal", "政协"],
          ]),
        )
      : undefined,
  ({ marks, channels, text }) => {
    if (!marks.has("cleared") && !marks.has("stale")) return undefined;
    if (marks.has("reviewed") || (marks.has("foreign") && !marks.has("stale"))) return asked("cleared-what", text);
    if (!(marks.has("stale") || (marks.has("cleared") && marks.has("info")))) return asked("cleared-what", text);
    return channels.length < 2 ? named("info.cleared", channels[0] ?? null) : asked("channel-split", text);
  },
  ({ marks, channels, text }) => {
    if (!marks.has("reviewed")) return undefined;
    const kept = marks.has("info") || /稿件|文稿|稿子|推文/.test(text);
    if (!kept || marks.has("foreign")) return asked("reviewed-what", text);
    return channels.length < 2 ? named("info.reviewed", channels[0] ?? null) : asked("channel-split", text);
  },
  // 征求意见1次: the occasion, not what was said
  ({ marks, text }, { measure, unit }) =>
    marks.has("gathered") && /征求意见|听取意见|征询意见/.test(text) && measure === "edition" && /^[次期轮]$/.test(unit)
      ? named("interaction.opinion_solicitation")
      : undefined,
  ({ marks, text }) => (marks.has("gathered") ? asked("opinions-not-solicitations", text) : undefined),
  ({ marks, channels, text }) =>
    marks.has("repost") && (channels.length > 0 || marks.has("newmedia")) ? asked("repost-counted", text) : undefined,
  ({ marks, channels }) =>
    marks.has("foreign") && !marks.has("newmedia")
      ? { type: "foreign" }
      : channels.length > 0 && marks.has("foreign")
        ? { type: "foreign" }
        : undefined,
  // 开通抖音号1个: an account is no post
  ({ marks, channels, text }, { unit }) =>
    channels.length > 0 && ((marks.has("added") && unit === "个") || /开通|注册|注销|认证/.test(text))
      ? asked("two-things", text)
      : undefined,
  ({ marks, channels, text }) => {
    const posted = channels.filter((channel) => channel !== "website");
    if (!marks.has("newmedia") && posted.length === 0) return undefined;
    if ((marks.has("document") && !/发文/.test(text)) || marks.has("made") || marks.has("repealed"))
      return asked("document-which", text);
    if (channels.length > 1) return asked("channel-split", text, [], { key: "newmedia.post" });
    const [channel] = posted;
    if (channel) return named("newmedia.post", channel);
    return asked("channel-which", text, channelChoices(POSTED), { key: "newmedia.post" });
  },
  ({ marks, text }, { catalogue }) =>
    marks.has("document") || marks.has("repealed")
      ? asked("document-which", text, indicatorChoices(catalogue, documentChoices(marks, text)))
      : undefined,
  ({ channels, marks, text }, { catalogue }) => {
    if (channels.length === 0 && !marks.has("info")) return undefined;
    return asked(
      channels.length > 0 ? "website-which" : "information-which",
      text,
      indicatorChoices(catalogue, [
        ["disclosure.policy_interpretation", "解读"],
        ["disclosure.other", "一般信息"],
        ["disclosure.key_area", "重点领域"],
        ["disclosure.institution", "机构"],
        ["disclosure.budget", "预决算"],
      ]),
      channels[0] ? { channel: channels[0] } : {},
    );
  },
];

export const wordPartsOf: NamingRule = (features, context) => {
  for (const rule of RULES) {
    const name = rule(features, context);
    if (name) return name;
  }
  if (features.applicants.length > 0 && features.marks.has("arrived"))
    return { type: "ask", ask: ask("indicator-missing", features.text) };
  return undefined;
};
