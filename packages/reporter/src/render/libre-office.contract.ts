import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What LibreOffice makes of a file; it has a profile of its own, so that it minds no other. */
export async function converted(soffice: string, file: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-office-"));
  try {
    const source = join(folder, `report.${from}`);
    await writeFile(source, file);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run(soffice, [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), source]);
    return await readFile(join(folder, "out", `${basename(source, extname(source))}.${to.split(":")[0]}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type Word = Readonly<{ page: number; text: string; left: number; right: number; top: number }>;

/** Every word of a PDF with its place in points, read by poppler. */
export async function wordsOfPdf(pdftotext: string, pdf: Uint8Array): Promise<readonly Word[]> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-pdf-"));
  try {
    await writeFile(join(folder, "report.pdf"), pdf);
    const { stdout } = await run(pdftotext, ["-bbox", join(folder, "report.pdf"), "-"], { maxBuffer: 1 << 26 });
    return stdout.split("<page ").flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g)].map(
        ([, left, top, right, text = ""]) => ({
          page: index,
          text,
          left: Number(left),
          right: Number(right),
          top: Number(top),
        }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
