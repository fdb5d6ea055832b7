import type { Work } from "./work.ts";

/** The same words once more on the same day, while what they wrote still stands. */
export function saidBefore(work: Work): boolean {
  const text = work.turn.text.trim();
  return work.state.spoken.some(
    (spoken) =>
      spoken.day === work.view.today &&
      spoken.text === text &&
      spoken.records.some((id) => work.view.find(id)?.withdrawn === false),
  );
}
