import { channelChoices } from "../ask.ts";
import { applicationOf } from "./application-names.ts";
import { disputeOf } from "./dispute-names.ts";
import type { Features } from "./features.ts";
import { singleIndicator } from "./indicator-names.ts";
import { asked, type Name, type NameContext, type NamingRule } from "./name.ts";
import { wordPartsOf } from "./part-names.ts";

/** 视频号, 头条号: a place we publish that no indicator keeps. */
const otherPlatform: NamingRule = ({ otherPlatform: other, keys, marks, text }) =>
  other &&
  (keys.length === 0 || keys.every((key) => /^(?:newmedia|disclosure|gauge)/.test(key))) &&
  !marks.has("application")
    ? asked("platform-not-kept", text, channelChoices(["wechat", "weibo", "douyin"]))
    : undefined;

const severalIndicators: NamingRule = ({ keys, text }) => {
  if (keys.length < 2) return undefined;
  return asked(keys.includes("service.online") ? "online-or-kind" : "two-things", text);
};

/** The order is the design: a fuller name is tried before the words it is made of. */
const RULES: readonly NamingRule[] = [
  otherPlatform,
  applicationOf, // before single indicators: 予以公开 and 公开 name an outcome beside 申请
  disputeOf, // before single indicators: 复议维持 is no 复议新收
  severalIndicators,
  singleIndicator,
  wordPartsOf, // last: 热线, 文件, 公众号 alone
];

export function nameOf(features: Features, context: NameContext): Name {
  for (const rule of RULES) {
    const name = rule(features, context);
    if (name) return name;
  }
  return { type: "empty" };
}
