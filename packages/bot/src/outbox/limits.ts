const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Limit = Readonly<{ name: string; most: number; windowMs: number }>;

/**
 * Ours stay below the platform's: 30 a minute and 1 000 an hour to one member are dropped silently with errcode 0
 * (document/path/90236), 10 000 calls a minute and accounts × 200 a day are refused (document/path/90312).
 */
export function limitsFor(app: string, member: string, perDay: number): Limit[] {
  return [
    { name: `send:${app}:${member}:minute`, most: 20, windowMs: MINUTE },
    { name: `send:${app}:${member}:hour`, most: 800, windowMs: HOUR },
    { name: `send:${app}:minute`, most: 6_000, windowMs: MINUTE },
    { name: `send:${app}:day`, most: perDay, windowMs: DAY },
  ];
}
