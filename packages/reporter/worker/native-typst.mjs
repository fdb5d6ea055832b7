import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/**
 * Typst as a library of this machine: archive PDF, and pictures. Loading this file throws where there is none.
 *
 * @param {readonly Buffer[]} fontBlobs
 */
export function nativeTypst(fontBlobs) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  return {
    plain: false,
    async made({ source, inputs, into }) {
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
    },
  };
}

/** Loaded when first wanted: a machine without it still sets pages. Glyphs are outlines already, so it needs no fonts. */
async function paintedOf(svg, width) {
  const { Resvg } = await import("@resvg/resvg-js");
  const painter = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } });
  return new Uint8Array(painter.render().asPng());
}
