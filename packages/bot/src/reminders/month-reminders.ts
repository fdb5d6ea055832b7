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
import { hearersOf, seatsOf } from "./ladder.ts";
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
  const late = new Map<string, Readonly<{ step: number; sections: Set<string> }>>();
  for (const { section, indicator, reporters } of gaps.filter((gap) => gap.month === month)) {
    const seats = seatsOf(members, section, reporters);
    for (const { to, chair, step } of hearersOf("month", left, seats)) {
      if (chair === "clerk") {
        const known = late.get(to) ?? { step, sections: new Set() };
        late.set(to, known);
        known.sections.add(section);
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
    const about = { about: "month-owed", month, section, indicators, attests: head } as const;
    return { key: `month/${month}/${section}/${step}/${to}`, to, ...about };
  });
  const others = [...late].map(
    ([to, { step, sections }]): Reminder => ({
      key: `month/${month}/${step}/${to}`,
      to,
      about: "sections-owe",
      month,
      sections: [...sections],
    }),
  );
  return [...own, ...others];
}
