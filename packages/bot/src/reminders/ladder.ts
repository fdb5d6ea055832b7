import type { Member } from "@gongkai/schema";
import { CHAIRS, type Chair, HEARING_TABLE, type Ladder, type Matter } from "./hearing-table.ts";

/** Member ids by chair, those who are there. */
export type Seats = Readonly<Record<Chair, readonly string[]>>;
/** `step`: the step of the table this person has reached; the smallest of theirs when they sit on several chairs. */
export type Hearer = Readonly<{ to: string; chair: Chair; step: number }>;

/** The step a chair has reached with so many working days left; undefined before its first one. */
export function stepReached({ steps, again }: Ladder, chair: Chair, left: number): number | undefined {
  const reached = steps.filter((step) => step.left >= left);
  const own = reached.filter(({ hears }) => hears.includes(chair)).map((step) => step.left);
  const last = Math.min(...steps.map((step) => step.left));
  const rounds = again?.hears.includes(chair) ? Math.floor((last - left) / again.every) : 0;
  if (rounds > 0 && again) own.push(last - rounds * again.every);
  return own.length === 0 ? undefined : Math.min(...own);
}

/** Who sits there, or the next one up who does. */
function seated(seats: Seats, chair: Chair, { lapses }: Ladder): readonly string[] {
  if (lapses?.includes(chair)) return seats[chair];
  const up = CHAIRS.slice(CHAIRS.indexOf(chair)).find((each) => seats[each].length > 0);
  return up ? seats[up] : [];
}

/** Everybody whose chair has reached a step of a matter, each with their latest. Whether they were told is not known here. */
export function hearersOf(matter: Matter, left: number, seats: Seats): readonly Hearer[] {
  const found = new Map<string, Hearer>();
  const ladder: Ladder = HEARING_TABLE[matter];
  for (const chair of CHAIRS) {
    const step = stepReached(ladder, chair, left);
    if (step === undefined) continue;
    for (const to of seated(seats, chair, ladder)) {
      const known = found.get(to);
      if (!known || step <= known.step) found.set(to, { to, chair, step });
    }
  }
  return [...found.values()];
}

/** The chairs of a section as the directory stands. `handlers`: in order of preference, the first who is still there. */
export function seatsOf(members: readonly Member[], section: string, handlers: readonly string[]): Seats {
  const present = members.filter(({ active }) => active);
  const withRole = (role: Member["roles"][number]) => present.filter(({ roles }) => roles.includes(role));
  const handler = handlers.find((id) => present.some((member) => member.id === id));
  return {
    handler: handler === undefined ? [] : [handler],
    head: withRole("head")
      .filter((member) => member.section === section)
      .map(({ id }) => id),
    clerk: withRole("clerk").map(({ id }) => id),
    leader: withRole("leader").map(({ id }) => id),
  };
}
