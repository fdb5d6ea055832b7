import {
  addDays,
  daysOf,
  type HolidayCalendar,
  type IndicatorKey,
  type LocalDate,
  type Member,
  type Month,
  monthOf,
  workingDaysBetween,
} from "@gongkai/schema";
import { hearersOf, type Seats, seatsOf } from "./ladder.ts";
import { lastWorkingDay } from "./quiet-hours.ts";
import type { Reminder } from "./reminder.ts";

/** What a section owes for a month. `reporters`: who last reported it for the section, the latest first. */
export type OpenGap = Readonly<{
  section: string;
  indicator: IndicatorKey;
  month: Month;
  reporters: readonly string[];
}>;
type Office = Readonly<{ today: LocalDate; calendar: HolidayCalendar; members: readonly Member[] }>;

/** The month being collected: from its own last working day until the next month's. `left`: 0 that day, then below. */
export function monthCollected(today: LocalDate, calendar: HolidayCalendar): Readonly<{ month: Month; left: number }> {
  const running = monthOf(today);
  if (today >= lastWorkingDay(daysOf(running).to, calendar)) return { month: running, left: 0 };
  const over = addDays(`${running}-01`, -1);
  return { month: monthOf(over), left: -workingDaysBetween(over, today, calendar) };
}

type Owed = { section: string; indicators: IndicatorKey[]; step: number; head: boolean };

/** Who owes what hears of it, then the section's head, then the disclosure office. */
export function monthReminders({ today, calendar, members }: Office, gaps: readonly OpenGap[]): Reminder[] {
  const { month, left } = monthCollected(today, calendar);
  const owed = new Map<string, Owed>();
  const late = new Map<string, Readonly<{ step: number; sections: Map<string, IndicatorKey[]> }>>();
  for (const { section, indicator, reporters } of gaps.filter((gap) => gap.month === month)) {
    const seats = owingSeats(members, section, reporters);
    for (const { to, chair, step } of hearersOf("month", left, seats)) {
      if (chair === "clerk") {
        const known = late.get(to) ?? { step, sections: new Map() };
        late.set(to, known);
        known.sections.set(section, [...(known.sections.get(section) ?? []), indicator]);
        continue;
      }
      const key = `${section} ${to}`;
      const known: Owed = owed.get(key) ?? { section, indicators: [], step, head: seats.head.includes(to) };
      owed.set(key, known);
      known.indicators.push(indicator);
      known.step = Math.min(known.step, step);
    }
  }
  const own = [...owed].map(([key, { section, indicators, step, head }]): Reminder => {
    const to = key.slice(section.length + 1);
    const listener = members.find(({ id }) => id === to);
    const speaks = head ? "attests" : listener?.section === section ? "reports" : "for-them";
    const about = { about: "month-owed", month, section, indicators, speaks } as const;
    return { key: `month/${month}/${section}/${step}/${to}`, to, ...about };
  });
  const others = [...late].map(
    ([to, { step, sections }]): Reminder => ({
      key: `month/${month}/${step}/${to}`,
      to,
      about: "sections-owe",
      month,
      owed: [...sections].map(([section, indicators]) => ({ section, indicators })),
    }),
  );
  return [...own, ...others];
}

/** What the head reported last is the head's own: nobody else is sent after it. */
function owingSeats(members: readonly Member[], section: string, reporters: readonly string[]): Seats {
  const seats = seatsOf(members, section, reporters);
  return seats.handler.some((id) => seats.head.includes(id)) ? { ...seats, handler: [] } : seats;
}
