/** What can happen to a delivery that is true, and must still count once. */
export const DISTURBANCES = [
  "duplicate", // posted twice at the same time
  "reorder", // overtaken by the next delivery to the same app
  "late-answer", // the first answer arrives after five seconds, so it is delivered again
  "retry-after-success", // delivered once more although it was answered
  "non-numeric-msgid", // as clients since 5.0 have sent
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** What a stranger or a broken proxy can post beside a true delivery. */
export const FORGERIES = [
  "wrong-signature",
  "wrong-receiveid",
  "tampered-ciphertext",
  "huge-body",
  "array-query",
  "xxe",
  "inner-xxe",
  "plus-to-space",
  "unknown-msgtype",
  "unknown-event",
] as const;
export type Forgery = (typeof FORGERIES)[number];

export type ChaosName = Disturbance | Forgery;
export const CHAOS_NAMES: readonly ChaosName[] = [...DISTURBANCES, ...FORGERIES];

/** How often each befalls a delivery, from 0 to 1. */
export type ChaosRates = Partial<Record<ChaosName, number>>;

export const isForgery = (name: ChaosName): name is Forgery => FORGERIES.some((forgery) => forgery === name);

/** The chaos of one delivery: what was asked for, and what the rates draw. */
export function drawChaos(
  asked: readonly ChaosName[],
  rates: ChaosRates,
  chance: () => number,
): ReadonlySet<ChaosName> {
  const drawn = CHAOS_NAMES.filter((name) => (rates[name] ?? 0) > 0 && chance() < (rates[name] ?? 0));
  return new Set([...asked, ...drawn]);
}
