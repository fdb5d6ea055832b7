const END = 0x06054b50; // end of central directory, APPNOTE.TXT 4.3.16
const END_LENGTH = 22;
const ENTRY = 0x02014b50; // central directory header, APPNOTE.TXT 4.3.12
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * Bytes the parts of a zip file say they unpack to, or `undefined` when it is no zip file. A reader unpacks no part
 * beyond what it says, except one that says nothing: that one counts as endless.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  let size = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    size += unpacked === 0 && packed > 2 ? Number.POSITIVE_INFINITY : unpacked; // nothing at all packs to two bytes
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return size;
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}
