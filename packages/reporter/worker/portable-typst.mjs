import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const PROGRAM = "@myriaddreamin/typst-ts-web-compiler/wasm";
const MAIN = "/main.typ";
const FULL_DIAGNOSTICS = 1;

/** Its loader hands on the whole pool a small file was read into, so it is given the program itself. */
async function loaded() {
  const typst = await import("@myriaddreamin/typst-ts-web-compiler");
  await typst.default({ module_or_path: await readFile(createRequire(import.meta.url).resolve(PROGRAM)) });
  return typst;
}
let typst;

/**
 * The same Typst as WebAssembly: it runs wherever Node does. It knows only the fonts it is given, says nothing of a
 * character none of them has, marks no PDF as an archive and paints no pictures.
 *
 * @param {readonly Buffer[]} fontBlobs
 */
export async function portableTypst(fontBlobs) {
  typst ??= loaded();
  const { TypstCompilerBuilder } = await typst;
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const blob of fontBlobs) await builder.add_raw_font(new Uint8Array(blob));
  const compiler = await builder.build();
  return {
    plain: true,
    async made({ source, inputs, into, uncovered = [] }) {
      if (!("pdf" in into)) return { failed: "no native Typst here, and the portable one paints no pictures" };
      if (uncovered.length > 0) return { failed: `no font has ${uncovered.join("")}` };
      compiler.add_source(MAIN, source);
      const { result, diagnostics } = compiler.compile(MAIN, Object.entries(inputs), "pdf", FULL_DIAGNOSTICS);
      return result ? { made: new Uint8Array(result) } : { failed: JSON.stringify(diagnostics) };
    },
  };
}
