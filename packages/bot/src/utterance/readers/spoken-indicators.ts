import type { Catalogue, IndicatorKey } from "@gongkai/schema";
import { type Features, featuresOf } from "../binding/features.ts";
import { nameOf } from "../binding/naming.ts";
import type { Token } from "../token.ts";

/**
 * What indicators a question is about. A question may be vaguer than a report: 公众号 is the posts, 复议 what came in,
 * 依申请 what was received. Null when none is named.
 */
export function spokenIndicators(tokens: readonly Token[], catalogue: Catalogue): readonly IndicatorKey[] | null {
  const features = featuresOf(tokens);
  const keys = new Set<IndicatorKey>(features.keys);
  for (const key of partsOf(features)) keys.add(key);
  if (keys.size === 0) {
    const name = nameOf(features, { catalogue, measure: "none", unit: "", value: null });
    if ("key" in name && name.key) keys.add(name.key);
  }
  return keys.size > 0 ? [...keys] : null;
}

function partsOf({ keys, marks, channels, outcomes, text }: Features): IndicatorKey[] {
  const found: IndicatorKey[] = [];
  const posts = channels.some((channel) => channel !== "website") || marks.has("newmedia");
  if (marks.has("followers")) {
    if (channels.includes("wechat") || channels.length === 0) found.push("gauge.wechat_followers");
    if (channels.includes("weibo") || channels.length === 0) found.push("gauge.weibo_followers");
  } else if (posts && keys.length === 0 && !marks.has("consult") && !marks.has("hotline")) found.push("newmedia.post");
  if (marks.has("application"))
    found.push(outcomes.length > 0 || /答复|办结/.test(text) ? "application.outcome" : "application.received");
  const step = marks.has("upheld")
    ? "upheld"
    : marks.has("corrected")
      ? "corrected"
      : marks.has("undecided")
        ? "pending"
        : "received";
  const decided = step !== "received" && !marks.has("review") && !marks.has("litigation") && keys.length === 0;
  if (decided) found.push(`review.${step}`, `litigation.${step}`); // 维持的那条
  if (keys.length === 0 && (marks.has("stale") || (marks.has("cleared") && /清|下架/.test(text))))
    found.push("info.cleared");
  else if (keys.length === 0 && marks.has("reviewed") && text.includes("审")) found.push("info.reviewed");
  if (keys.length === 0 && marks.has("consult") && !marks.has("hotline")) {
    found.push("interaction.hotline_consult");
    if (!/(?:12|96)[0-9]{3}|电话/.test(text)) found.push("interaction.online_consult");
  }
  if (marks.has("review")) found.push(`review.${step}`);
  if (marks.has("litigation")) found.push(`litigation.${step}`);
  for (const family of ["normative", "regulation"] as const) {
    if (!marks.has(family)) continue;
    if (marks.has("in-force")) found.push(`doc.${family}_valid`);
    else {
      if (!marks.has("repealed") || marks.has("made")) found.push(`doc.${family}_made`);
      if (!marks.has("made") || marks.has("repealed")) found.push(`doc.${family}_repealed`);
    }
  }
  if (keys.length === 0 && marks.has("proposal")) found.push("disclosure.npc_proposal", "disclosure.cppcc_proposal");
  const documents = marks.has("normative") || marks.has("regulation");
  if (!documents && keys.length === 0 && marks.has("repealed"))
    found.push("doc.normative_repealed", "doc.regulation_repealed");
  else if (!documents && keys.length === 0 && marks.has("made"))
    found.push("doc.normative_made", "doc.regulation_made");
  if (marks.has("hotline") && keys.length === 0) found.push("interaction.hotline_consult");
  if (marks.has("mailbox")) found.push("interaction.leader_mailbox");
  if (marks.has("column") && keys.length === 0) found.push("column.added");
  return found;
}
