/** A walk in slices, walked without stopping. */
export function atOnce<T>(walk: Generator<void, T>): T {
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
  }
}
