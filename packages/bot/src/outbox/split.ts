import { TEXT_LIMIT } from "../wecom/message-send.ts";

const NUMBER_BYTES = 16; // （999/999） and a line break
/** Markdown links and anchors; cut in two they are neither a link nor readable. */
const LINK = /\[[^\]\n]*\]\([^)\s]*\)|<a\s[^>]*>[\s\S]*?<\/a>/g;
const BREAKS = [/\n$/, /[。！？；]$/, /[，、 ]$/]; // better places first

const bytesOf = (text: string) => Buffer.byteLength(text);

/**
 * A text as parts of at most `limit` UTF-8 bytes, in order and numbered when there are several. Never cut inside a code
 * point, nor inside a link of up to half a part; at the end of a line or sentence where one is near. Nothing is lost:
 * the parts without their numbers are the text.
 */
export function splitText(text: string, limit: number = TEXT_LIMIT): string[] {
  if (bytesOf(text) <= limit) return [text];
  const room = limit - NUMBER_BYTES;
  const parts: string[] = [];
  let part: string[] = [];
  let size = 0;
  for (const atom of atomsOf(text, room)) {
    const bytes = bytesOf(atom);
    while (size + bytes > room && part.length > 0) {
      const keep = cutAt(part);
      parts.push(part.slice(0, keep).join(""));
      part = part.slice(keep);
      size = bytesOf(part.join(""));
    }
    part.push(atom);
    size += bytes;
  }
  parts.push(part.join(""));
  return parts.map((content, at) => `（${at + 1}/${parts.length}）\n${content}`);
}

/** Links whole, everything else code point by code point. */
function atomsOf(text: string, room: number): string[] {
  const atoms: string[] = [];
  let from = 0;
  for (const link of text.matchAll(LINK)) {
    if (bytesOf(link[0]) > room / 2) continue; // would leave parts half empty, or fit in none
    atoms.push(...text.slice(from, link.index), link[0]);
    from = link.index + link[0].length;
  }
  return atoms.concat([...text.slice(from)]);
}

/** How many atoms stay in a full part: up to the best break in its second half, else all of them. */
function cutAt(part: readonly string[]): number {
  const half = Math.floor(part.length / 2);
  for (const isBreak of BREAKS) {
    const at = part.findLastIndex((atom, place) => place >= half && isBreak.test(atom));
    if (at !== -1) return at + 1;
  }
  return part.length;
}
