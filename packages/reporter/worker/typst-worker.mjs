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

async function madeOf({ slices, source, inputs, into }) {
  const compiler = await compilerFor(slices);
  const compiled = compiler.compile({ mainFileContent: source, inputs });
  if (compiled.hasError()) return { failed: JSON.stringify(compiler.fetchDiagnostics(compiled.takeError())) };
  try {
    if ("png" in into) return { made: await paintedOf(compiler.plainSvg(compiled.result), into.png) };
    return { made: compiler.pdf(compiled.result, { pdfStandard: into.pdf }) };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    compiler.evictCache(10);
  }
}

/** Loaded when first wanted: a machine without it still sets pages. Glyphs are outlines already, so it needs no fonts. */
async function paintedOf(svg, width) {
  const { Resvg } = await import("@resvg/resvg-js");
  const painter = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } });
  return new Uint8Array(painter.render().asPng());
}

parentPort.on("message", async ({ id, job }) => {
  const answer = await madeOf(job).catch((error) => ({ failed: String(error) }));
  parentPort.postMessage({ id, ...answer });
});
