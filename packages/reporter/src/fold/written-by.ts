import type { LocalDate } from "@gongkai/schema";

/**
 * Whether a moment falls on or before the end of day `asOf` in Shanghai. Moments come with any offset; the two usual
 * forms are compared as text, because parsing a million moments costs more than folding them.
 */
export function writtenBy(asOf: LocalDate): (writtenAt: string) => boolean {
  const endOfDay = Date.parse(`${asOf}T23:59:59.999+08:00`);
  const lastUtcSecond = new Date(endOfDay).toISOString().slice(0, 19);
  return function isWrittenBy(writtenAt) {
    if (writtenAt.endsWith("+08:00")) return writtenAt.slice(0, 10) <= asOf;
    if (writtenAt.endsWith("Z")) return writtenAt.slice(0, 19) <= lastUtcSecond;
    return Date.parse(writtenAt) <= endOfDay;
  };
}
