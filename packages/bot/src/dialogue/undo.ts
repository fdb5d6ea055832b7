import { canonicalJson, isCaseFact, type RecordId, type StandingFact, shanghaiDay } from "@gongkai/schema";
import type { Target } from "../utterance/meaning.ts";
import { refuse, weigh } from "./case-course.ts";
import type { Done, Said, Undone } from "./conversation.ts";
import { findRecords } from "./find-record.ts";
import { lineOf } from "./line.ts";
import { askWhich, closedFor, mayMend, withdrawRecords } from "./mend.ts";
import { countedTwice } from "./overlapping.ts";
import { standingOf } from "./standing-records.ts";
import { figureOf, indicatorKeyOf, storedQuantity, talkedQuantity } from "./stated-fact.ts";
import type { Work } from "./work.ts";

/** 刚才那条, 上一条, or nothing at all: the target is the last thing said. */
export const isBareTarget = ({ ref, text: _, ...narrowing }: Target): boolean =>
  typeof ref !== "object" && Object.values(narrowing).every((each) => each === undefined);

/** The last deeds of this speaker that can still be taken back. */
function lastUndoable(work: Work): Done | undefined {
  return work.state.done.find(
    ({ recorded, corrected }) =>
      standingOf(work.view, recorded).length > 0 ||
      standingOf(
        work.view,
        corrected.map(({ record }) => record),
      ).length > 0,
  );
}

/** 撤销: the last message's deeds, or the record named. Several at once are asked about. */
export function undo(work: Work, target: Target, said: Said): void {
  work.act = "undo";
  if (isBareTarget(target)) undoLast(work, target, said);
  else undoNamed(work, target, said);
}

function undoNamed(work: Work, target: Target, said: Said): void {
  const { records, sure } = findRecords(work.view, work.state, target);
  if (records.length === 0) {
    work.say.push({ say: "not-found", what: typeof target.ref === "object" ? "line" : "record", words: target.text });
  } else if (sure) takeBack(work, records, said);
  else askWhich(work, records, { do: "withdraw" }, said);
}

function undoLast(work: Work, target: Target, said: Said): void {
  const done = lastUndoable(work);
  if (!done) {
    const { records } = findRecords(work.view, work.state, target);
    if (records.length === 0) work.say.push({ say: "nothing-to-withdraw" });
    else askWhich(work, records, { do: "withdraw" }, said);
    return;
  }
  const recorded = standingOf(work.view, done.recorded);
  const fresh = shanghaiDay(done.at) === work.view.today;
  if (recorded.length === 0 && DELETES.test(target.text)) takeBackCorrected(work, done, said);
  else if (recorded.length === 0) revert(work, done, said);
  else if (recorded.length > 1 || !fresh) askWhich(work, recorded, { do: "withdraw" }, said);
  else takeBackDone(work, done, said);
}

/** 删掉这条, 不要了: the record itself goes, where 撤销 behind a correction takes only the correction back. */
const DELETES =
  /(?:这|那)条(?:先|就|也)?(?:撤掉|撤了)|(?:报|记|发)过了?|(?:归|由|让|该).{1,10}(?:报|记|算)|重复|报重|删|不要了|作废|不算数|别记|去掉|拿掉/;
function takeBackCorrected(work: Work, done: Done, said: Said): void {
  const records = standingOf(
    work.view,
    done.corrected.map(({ record }) => record),
  );
  if (records.length === 1 && records.every((each) => isOwnWording(work, each))) takeBack(work, records, said);
  else askWhich(work, records, { do: "withdraw" }, said);
}

/** Everything one message did: its records go, and what they had replaced stands again. */
export function takeBackDone(work: Work, done: Done, said: Said): void {
  const recorded = standingOf(work.view, done.recorded);
  if (!recorded.every((each) => isOwnWording(work, each))) {
    askWhich(work, recorded, { do: "withdraw" }, said);
    return;
  }
  takeBack(work, recorded, said);
  if (done.corrected.length === 0) return;
  revert(work, done, said); // a record that was split is whole again
  const [changed, gone, ...older] = work.state.undone;
  if (changed?.corrected && gone)
    work.state = { ...work.state, undone: [{ ...changed, records: gone.records }, ...older] };
}

/** Records go, and what they had replaced stands again, on whatever day they are taken back. */
export function takeBack(work: Work, records: readonly StandingFact[], said: Said): void {
  work.act = "undo";
  const gone = withdrawRecords(work, records, said);
  if (gone.length === 0) return;
  work.say.push({ say: "withdrawn", lines: records.filter(({ id }) => gone.includes(id)).map(lineOf) });
  putBack(work, replacedBy(work, gone), gone, said);
  remember(work, gone);
}

/** What the messages of these records had ended for their sake. */
function replacedBy(work: Work, gone: readonly RecordId[]): readonly StandingFact[] {
  return work.state.done.flatMap(({ recorded, withdrawn }) => {
    const here = recorded.filter((id) => gone.includes(id));
    const whole = here.length > 0 && standingOf(work.view, recorded).every(({ id }) => gone.includes(id));
    const kinds = here.map((id) => kindOf(work, id));
    return withdrawn.flatMap((id) => {
      const found = work.view.find(id);
      return found?.withdrawn && (whole || kinds.includes(kindOf(work, id))) ? [found] : [];
    });
  });
}

const kindOf = (work: Work, id: RecordId): string | undefined => {
  const fact = work.view.find(id)?.fact;
  return fact && indicatorKeyOf(fact);
};

function putBack(work: Work, ended: readonly StandingFact[], gone: readonly RecordId[], said: Said): void {
  const back = ended.filter((each) => {
    const { record, fact } = each;
    // a stated zero was ended by the right to report, so the same right brings it back
    const right = fact.kind === "nil-attested" ? "report" : "mend";
    const allowed = work.view.may(right, { by: record.by, section: record.section });
    return allowed && closedFor(work, [fact]) === undefined && standsClear(work, each, gone);
  });
  for (const { id, record } of back) {
    work.write("restore-record", { kind: "restored", target: id }, { section: record.section, said });
  }
  if (back.length > 0) work.say.push({ say: "put-back", lines: back.map(lineOf) });
}

/** Whether a record may stand again without being counted beside what came since; what stands in its way is told. */
function standsClear(work: Work, each: StandingFact, gone: readonly RecordId[] = []): boolean {
  const twice = countedTwice(work.view, each, each.fact, gone);
  if (twice.length === 0) return true;
  work.say.push({ say: "would-count-twice", line: lineOf(each), standing: twice.map(lineOf) });
  return false;
}

/** Whether a record stands as this speaker worded it: as first said, or as they corrected it themselves. */
function isOwnWording(work: Work, { id, fact, correctedBy }: StandingFact): boolean {
  if (correctedBy === null) return true;
  const now = canonicalJson(fact);
  return work.state.done.some(({ recorded, items, corrected }) => {
    const item = items[recorded.indexOf(id)];
    const kept = item && storedQuantity(work.view, item) !== undefined && canonicalJson(figureOf(work.view, item));
    return kept === now || corrected.some(({ record, becomes }) => record === id && canonicalJson(becomes) === now);
  });
}

const remember = (work: Work, records: readonly RecordId[]): void => {
  work.state = { ...work.state, undone: [{ at: work.turn.now, records }, ...work.state.undone] };
};

/** A correction is taken back: the wording before it stands again. */
export function revert(work: Work, done: Done, said: Said): void {
  const corrected: Done["corrected"][number][] = [];
  for (const { record, before, becomes } of done.corrected) {
    const found = work.view.find(record);
    if (found && !found.withdrawn && canonicalJson(found.fact) !== canonicalJson(becomes)) {
      work.say.push({ say: "changed-since", line: lineOf(found) });
      continue;
    }
    if (!found || found.withdrawn || !mayMend(work, found, [found.fact, before])) continue;
    work.write(
      "correct-record",
      { kind: "corrected", target: record, becomes: before },
      { section: found.record.section, said },
    );
    work.say.push({ say: "corrected", before: lineOf(found), after: { ...lineOf(found), fact: before }, back: true });
    corrected.push({ record, before, becomes });
  }
  const left = work.state.done.filter((each) => each !== done);
  const undone = corrected.length > 0 ? [{ at: work.turn.now, records: [], corrected }, ...work.state.undone] : [];
  work.state = { ...work.state, done: left, undone: corrected.length > 0 ? undone : work.state.undone };
}

/** 许可恢复吧，就是11个: it is of that work, and says that much. */
const isOf = (work: Work, { records, corrected = [] }: Undone, { indicator, quantity }: Target): boolean =>
  [...records, ...corrected.map(({ record }) => record)].some((id) => {
    const fact = work.view.find(id)?.fact;
    if (!fact || indicatorKeyOf(fact) !== indicator) return false;
    return quantity === undefined || talkedQuantity(work.view, fact) === quantity;
  });

/** 再改回来, with nothing that was taken back: the last change goes. */
const CHANGES_BACK = /改回/u;

/** 恢复: what was withdrawn last stands again. */
export function redo(work: Work, target: Target, said: Said): void {
  work.act = "undo";
  const at = target.indicator === undefined ? 0 : work.state.undone.findIndex((each) => isOf(work, each, target));
  const last = work.state.undone[at];
  const older = work.state.undone.filter((each) => each !== last);
  if (last?.corrected) {
    for (const each of last.corrected) correctAgain(work, each, said);
    work.state = { ...work.state, undone: older };
    if (last.records.length === 0) return;
  }
  const records = (last?.records ?? []).flatMap((id) => {
    const found = work.view.find(id);
    return found?.withdrawn ? [found] : [];
  });
  const [latest] = work.state.done;
  if (!last && CHANGES_BACK.test(target.text) && latest && latest.corrected.length > 0) {
    undo(work, target, said);
    return;
  }
  if (!last || records.length === 0) {
    work.say.push({ say: "nothing-to-restore" });
    return;
  }
  const nth = typeof target.ref === "object" ? target.ref.nth : undefined;
  restore(work, nth === undefined ? records : records.slice(nth - 1, nth), said);
  work.state = { ...work.state, undone: older };
}

/** The wording that was taken back stands again, unless somebody worded it otherwise meanwhile. */
function correctAgain(work: Work, { record, before, becomes }: Done["corrected"][number], said: Said): void {
  const found = work.view.find(record);
  if (!found || found.withdrawn) {
    work.say.push({ say: "nothing-to-restore" });
    return;
  }
  const line = lineOf(found);
  if (canonicalJson(found.fact) !== canonicalJson(before)) work.say.push({ say: "changed-since", line });
  else if (mayMend(work, found, [found.fact, becomes])) {
    work.correct(record, before, becomes, found.record.section, said);
    work.say.push({ say: "corrected", before: line, after: { ...line, fact: becomes, periodImplied: false } });
  }
}

/**
 * A step of a case that was told anew since would stand twice: it is weighed like a new one. Steps that come back
 * together stood together before.
 */
function isLawful(work: Work, { id, fact }: StandingFact, together: readonly StandingFact[]): boolean {
  if (!isCaseFact(fact)) return true;
  if (together.some((other) => other.id !== id && "case" in other.fact && other.fact.case === fact.case)) return true;
  const weighed = weigh(work, fact);
  if (weighed.kind === "refused") refuse(work, fact.case, weighed);
  return weighed.kind === "accepted";
}

export function restore(work: Work, records: readonly StandingFact[], said: Said): void {
  const lines = records
    .filter((each) => mayMend(work, each, [each.fact]) && standsClear(work, each) && isLawful(work, each, records))
    .map((each) => {
      work.write("restore-record", { kind: "restored", target: each.id }, { section: each.record.section, said });
      work.restored(each.id);
      return lineOf(each);
    });
  if (lines.length > 0) work.say.push({ say: "restored", lines });
}
