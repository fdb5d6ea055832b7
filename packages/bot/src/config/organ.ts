import {
  type Catalogue,
  HOLIDAY_YEARS,
  type HolidayCalendar,
  holidayCalendarOf,
  type Member,
  type Office,
  STATE_CALENDAR,
} from "@gongkai/schema";
import type { Vocabulary } from "../utterance/meaning.ts";
import type { AiBotKeys, Credentials } from "./environment.ts";
import type { OrganSettings } from "./settings.ts";

/** An organ ready to run: checked settings, compiled words, its people so far known. */
export type Organ = Readonly<{
  office: Office;
  settings: OrganSettings;
  catalogue: Catalogue;
  vocabulary: Vocabulary;
  credentials: Credentials | null;
  /** Its AI bot, where it has one beside the app. */
  aiBot?: AiBotKeys | null;
}>;

/** The members named in the settings; a real office gets its members from the WeCom directory instead. */
export function fixedMembers(settings: OrganSettings): Member[] {
  return settings.members.map((member) => ({ ...member, id: member.id.toLowerCase(), active: true }));
}

/** Only the office part of the settings: what the reporter and the ledger know of it. */
export function officeOf(settings: OrganSettings): Office {
  const {
    people: _people,
    departments: _departments,
    secrets: _secrets,
    aiBot: _aiBot,
    members: _members,
    holidays: _holidays,
    decisions: _decisions,
    ...office
  } = settings;
  return office;
}

/** The working days an organ counts by: the shipped notices with what its settings add. */
export const calendarOf = ({ holidays }: OrganSettings): HolidayCalendar =>
  holidays ? holidayCalendarOf(HOLIDAY_YEARS, holidays) : STATE_CALENDAR;
