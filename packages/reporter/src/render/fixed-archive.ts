import { unzipSync, type Zippable, zipSync } from "fflate";

/** Midnight in whatever zone the machine has: fflate writes local time, so the bytes are the same everywhere. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * The same files with every stored time fixed and some files replaced: same content, same bytes. Packed quickly: a
 * report is some ten kilobytes either way, and packing hard costs more than making it.
 */
export function fixedArchive(archive: Uint8Array, replaced: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  const encoder = new TextEncoder();
  for (const [path, content] of Object.entries(unzipSync(archive))) {
    const text = replaced[path];
    files[path] = [text === undefined ? content : encoder.encode(text), { mtime: ZIP_EPOCH, level: 1 }];
  }
  return zipSync(files);
}
