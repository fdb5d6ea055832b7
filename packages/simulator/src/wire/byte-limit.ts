export const byteLength = (text: string): number => Buffer.byteLength(text, "utf8");

/** The longest beginning that fits, never through a character. */
export function cutToBytes(text: string, limit: number): string {
  if (byteLength(text) <= limit) return text;
  let kept = "";
  let size = 0;
  for (const character of text) {
    size += byteLength(character);
    if (size > limit) break;
    kept += character;
  }
  return kept;
}
