import type { RecordId } from "@gongkai/schema";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import type { View } from "../dialogue/turn.ts";

/** Whose records a query is narrowed to. */
export type Scope = Readonly<{ label: string | null; section?: string; by?: string }>;

/** 我, a section by any of its names, a person by name; `undefined` when the words name nobody we know. */
export function scopeOf(office: TalkingOffice, view: View, said: string | null): Scope | undefined {
  if (said === null) return { label: null };
  if (said === "me") return { label: "您", by: view.member.id };
  const key = office.office.sections.find((section) => section.key === said)?.key ?? view.sections.get(said);
  if (key !== undefined) {
    return { label: office.office.sections.find((section) => section.key === key)?.label ?? said, section: key };
  }
  const person = office.members().find(({ id, name }) => name === said || id === said.toLowerCase());
  return person && { label: person.name, by: person.id };
}

/** Whether a record is within the scope. */
export function inScope(view: View, { section, by }: Scope): (id: RecordId) => boolean {
  return (id) => {
    const record = view.find(id)?.record;
    return (section === undefined || record?.section === section) && (by === undefined || record?.by === by);
  };
}
