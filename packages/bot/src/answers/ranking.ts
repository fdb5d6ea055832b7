import { CHANNEL_LABELS, CHANNELS, daysOf, indicatorOf, overlaps, type Period } from "@gongkai/schema";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import type { View } from "../dialogue/turn.ts";
import type { Counted } from "./answered.ts";
import type { Asking, Found } from "./asking.ts";
import { countOf, soFar } from "./count.ts";

/** Channels of one indicator, several indicators, or sections by their records: the most first. */
export function ranking({ office, fold, view, query, scope }: Asking): Found {
  const period = query.period ?? view.today.slice(0, 4);
  const span = soFar(period, view.today);
  const [indicator] = query.indicators ?? [];
  const rows =
    indicator === undefined
      ? sectionRows(office, view, period)
      : indicatorOf(view.catalogue, indicator).channels && (query.indicators?.length ?? 0) === 1
        ? CHANNELS.map((channel) => ({
            label: CHANNEL_LABELS[channel],
            ...pick(countOf(fold, view, { indicator, span, channel }, scope)),
          }))
        : (query.indicators ?? []).map((key) => ({
            label: indicatorOf(view.catalogue, key).label,
            ...pick(countOf(fold, view, { indicator: key, span }, scope)),
          }));
  const sorted = rows.filter(({ records }) => records > 0).sort((one, other) => other.value - one.value);
  return { answered: { answer: "ranking", period, indicator: indicator ?? null, rows: sorted } };
}

const pick = ({ value, records }: Counted) => ({ value: value ?? 0, records });

function sectionRows(office: TalkingOffice, view: View, period: Period) {
  const records = new Map<string, number>();
  for (const { fact, record } of view.standing) {
    const when = periodOf(fact);
    if (when === undefined || !overlaps(daysOf(when), daysOf(period))) continue;
    records.set(record.section, (records.get(record.section) ?? 0) + 1);
  }
  return office.office.sections.map(({ key, label }) => ({
    label,
    value: records.get(key) ?? 0,
    records: records.get(key) ?? 0,
  }));
}
