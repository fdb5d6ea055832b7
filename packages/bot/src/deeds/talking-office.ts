import {
  type Catalogue,
  catalogueOf,
  type DecisionOverride,
  type HolidayCalendar,
  type Member,
  type Office,
  STATE_CALENDAR,
} from "@gongkai/schema";
import { answer } from "../utterance/answering/answer.ts";
import type { Answer, Draft, Hearing, Meaning, Vocabulary } from "../utterance/meaning.ts";
import { understand } from "../utterance/understand.ts";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import { LedgerMirror } from "./ledger-mirror.ts";

/** One organ as its talk needs it: made once per process, with a mirror of its ledger kept between turns. */
export type TalkingOffice = Readonly<{
  office: Office;
  catalogue: Catalogue;
  vocabulary: Vocabulary;
  /** The working days its terms are counted by. */
  calendar: HolidayCalendar;
  /** Whether answers may come with a picture: where none can be drawn, words say it all. */
  pictures: boolean;
  /** Its own reading of what a decision on a dispute counts as. */
  decisions?: DecisionOverride | undefined;
  /** The directory as it stands now. */
  members: () => readonly Member[];
  mirror: LedgerMirror;
  /** How messages are read. */
  reads: Reads;
}>;
export type Reads = Readonly<{
  understand: (hearing: Hearing) => Meaning;
  answer: (draft: Draft, hearing: Hearing) => Answer;
}>;

/** What differs from an office that is only read and written: the state's calendar, plain words. */
export type TalkingAs = Partial<Pick<TalkingOffice, "reads" | "calendar" | "decisions" | "pictures">>;

/** @param members the directory; asked anew at every turn, so that who has left has left. */
export function talkingOffice(
  office: Office,
  members: () => readonly Member[],
  { reads = { understand, answer }, calendar = STATE_CALENDAR, decisions, pictures = false }: TalkingAs = {},
): TalkingOffice {
  const catalogue = catalogueOf(office);
  let names = "";
  let { vocabulary } = vocabularyOf(office);
  return {
    office,
    catalogue,
    /** Knows the people of the directory by name: 王科长昨天上了行风热线. */
    get vocabulary() {
      const now = members().map(({ name }) => name);
      if (now.join() !== names) {
        names = now.join();
        ({ vocabulary } = vocabularyOf(office, now));
      }
      return vocabulary;
    },
    members,
    calendar,
    decisions,
    pictures,
    mirror: new LedgerMirror(office, catalogue),
    reads,
  };
}

export const sectionLabel = ({ office }: TalkingOffice, key: string): string =>
  office.sections.find((section) => section.key === key)?.label ?? "本单位";
