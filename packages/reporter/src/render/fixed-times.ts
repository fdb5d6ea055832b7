/** Signatures and places of APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16; all numbers are little-endian. */
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 } as const;
const ENTRY = { signature: 0x02014b50, length: 46, time: 12, name: 28, extra: 30, comment: 32, header: 42 } as const;
const HEADER = { signature: 0x04034b50, time: 10 } as const;
/** 1980-01-01 00:00, the first moment of the format: date in the upper half, time in the lower. */
const FIRST_MOMENT = 0x00210000;

/** An archive just written, with the times of its files set to one moment, in place: same content, same bytes. */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END.length; // a writer of ours puts no comment behind it
  expectAt(view, end, END.signature);
  let entry = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left -= 1) {
    expectAt(view, entry, ENTRY.signature);
    const header = view.getUint32(entry + ENTRY.header, true);
    expectAt(view, header, HEADER.signature);
    view.setUint32(entry + ENTRY.time, FIRST_MOMENT, true);
    view.setUint32(header + HEADER.time, FIRST_MOMENT, true);
    const behind = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((place) => view.getUint16(entry + place, true));
    entry += behind.reduce((sum, length) => sum + length, ENTRY.length);
  }
  return archive;
}

function expectAt(view: DataView, place: number, signature: number): void {
  if (place < 0 || view.getUint32(place, true) !== signature)
    throw new Error(
      `no ${signature.toString(16)} at ${place}: the library writes archives differently now; mend this reader`,
    );
}
