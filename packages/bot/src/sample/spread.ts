/**
 * A total in whole pieces over weighted parts, the pieces adding up to it exactly (largest remainder).
 * A part of weight 0 gets nothing.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) throw new Error("spread needs at least one weight above 0");
  const exact = weights.map((weight) => (total * weight) / whole);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

/** Numbers in [0, 1) that come out the same every time: a sample must not change from run to run. */
export function evenly(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes' linear congruence
    return state / 2 ** 32;
  };
}

/** Breaks a count into pieces of 1 to `most`. */
export function pieces(count: number, most: number, next: () => number): number[] {
  const sizes: number[] = [];
  for (let left = count; left > 0; ) {
    const size = Math.min(left, 1 + Math.floor(next() * most));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}
