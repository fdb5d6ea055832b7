import { type Catalogue, catalogueOf, type Member, type Office } from "@gongkai/schema";
import type { Vocabulary } from "../utterance/meaning.ts";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import { LedgerMirror } from "./ledger-mirror.ts";

/** One organ as its talk needs it: made once per process, with a mirror of its ledger kept between turns. */
export type TalkingOffice = Readonly<{
  office: Office;
  catalogue: Catalogue;
  vocabulary: Vocabulary;
  /** The directory as it stands now. */
  members: () => readonly Member[];
  mirror: LedgerMirror;
}>;

export function talkingOffice(office: Office, members: () => readonly Member[]): TalkingOffice {
  const catalogue = catalogueOf(office);
  const people = members().map(({ name }) => name);
  const { vocabulary } = vocabularyOf(office, people);
  return { office, catalogue, vocabulary, members, mirror: new LedgerMirror(office, catalogue) };
}

export const sectionLabel = ({ office }: TalkingOffice, key: string): string =>
  office.sections.find((section) => section.key === key)?.label ?? "本单位";
