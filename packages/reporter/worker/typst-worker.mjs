// Plain JavaScript outside src: a worker is started from a file, and the same file must serve sources and build.
import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import subsetFont from "subset-font";
import { renamedFont } from "./renamed-font.mjs";

/** The compiler of the last font list; a report is often exported again with few characters changed, or none. */
let kept = { key: "", compiler: undefined };

async function compilerFor(slices) {
  const key = JSON.stringify(slices);
  if (kept.key !== key) {
    const fontBlobs = [];
    for (const slice of slices) fontBlobs.push(await fontOf(slice));
    kept = { key, compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }) };
  }
  return kept.compiler;
}

/** The characters wanted of one slice of the variable font, at one weight. */
async function fontOf({ path, characters, weight, family }) {
  const axes = { variationAxes: { wght: weight }, targetFormat: "truetype" };
  return renamedFont(await subsetFont(await readFile(path), characters, axes), family);
}

async function pdfOf({ slices, source, inputs, standard }) {
  const compiler = await compilerFor(slices);
  const compiled = compiler.compile({ mainFileContent: source, inputs });
  if (compiled.hasError()) return { failed: JSON.stringify(compiler.fetchDiagnostics(compiled.takeError())) };
  try {
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: standard }) };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    compiler.evictCache(10);
  }
}

parentPort.on("message", async ({ id, job }) => {
  const answer = await pdfOf(job).catch((error) => ({ failed: String(error) }));
  parentPort.postMessage({ id, ...answer });
});
