import { type RecordId, type StandingFact, shanghaiDay } from "@gongkai/schema";
import type { View } from "./turn.ts";

/** The records of these ids that still stand, in their order. */
export const standingOf = (view: View, ids: readonly RecordId[]): readonly StandingFact[] =>
  ids.flatMap((id) => {
    const found = view.find(id);
    return found && !found.withdrawn ? [found] : [];
  });

/** Whether a record was written today: 刚才那条 said on another day is shown and asked about. */
export const isOfToday = ({ today }: View, { record }: StandingFact): boolean =>
  shanghaiDay(record.writtenAt) === today;

/** What this speaker wrote today and still stands, oldest first. */
export const ownOfToday = (view: View): readonly StandingFact[] =>
  [...view.standing].filter((each) => each.record.by === view.member.id && isOfToday(view, each));
