import { CHANNEL_LABELS, indicatorOf } from "@gongkai/schema";
import type { Draft, Hearing, Item } from "../meaning.ts";
import { understand } from "../understand.ts";

/** What a reply that names nothing reports, heard under the name and the channel of the draft; none: told otherwise. */
export function retold({ indicator, channel }: Draft, hearing: Hearing): readonly Item[] {
  if (!indicator) return [];
  const { label } = indicatorOf(hearing.vocabulary.catalogue, indicator.value);
  const where = channel ? CHANNEL_LABELS[channel.value] : "";
  const told = understand({ ...hearing, text: `${where}${label}：${hearing.text}` });
  const same = told.act === "record" && told.items.every((item) => item.indicator.value === indicator.value);
  return same ? told.items : [];
}
