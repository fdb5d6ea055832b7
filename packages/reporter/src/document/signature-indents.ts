import type { Signature } from "./block.ts";
import { widthInCharacters } from "./gongwen-style.ts";

/**
 * Characters left free at the right of 署名 and of the date, without a seal (GB/T 9704-2012, 7.3.5.2): the name two;
 * the date begins two characters after the name does; where it would then reach past the name's gap, the date keeps
 * two and the name moves left.
 */
export function signatureIndents({ organ, date }: Signature): Readonly<{ organ: number; date: number }> {
  const name = widthInCharacters(organ);
  const day = widthInCharacters(date);
  return day > name ? { organ: day + 4 - name, date: 2 } : { organ: 2, date: name - day };
}
