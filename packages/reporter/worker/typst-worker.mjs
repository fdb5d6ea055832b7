// Plain JavaScript outside src: a worker is started from a file, and the same file must serve sources and build.
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import subsetFont from "subset-font";
import { renamedFont } from "./renamed-font.mjs";

/** The machine's own Typst where there is one for it, else the one that runs anywhere. */
const makerOf = workerData?.portable
  ? portable()
  : import("./native-typst.mjs").then(({ nativeTypst }) => nativeTypst, portable);
async function portable() {
  return (await import("./portable-typst.mjs")).portableTypst;
}

/** The compiler of the last font list; a report is often exported again with few characters changed, or none. */
let kept = { key: "", compiler: undefined };

async function compilerFor(slices) {
  const key = JSON.stringify(slices);
  if (kept.key !== key) {
    const fontBlobs = [];
    for (const slice of slices) fontBlobs.push(await fontOf(slice));
    kept = { key, compiler: await (await makerOf)(fontBlobs) };
  }
  return kept.compiler;
}

/** The characters wanted of one slice of the variable font, at one weight. */
async function fontOf({ path, characters, weight, family }) {
  const axes = { variationAxes: { wght: weight }, targetFormat: "truetype" };
  return renamedFont(await subsetFont(await readFile(path), characters, axes), family);
}

/** One job after the other: compilers are kept, and a portable one does not stand being used twice at a time. */
let last = Promise.resolve();
parentPort.on("message", ({ id, job }) => {
  last = last.then(async () => {
    const answer = await madeOf(job).catch((error) => ({ failed: String(error) }));
    parentPort.postMessage({ id, ...answer });
  });
});

async function madeOf(job) {
  const compiler = await compilerFor(job.slices);
  return { plain: compiler.plain, ...(await compiler.made(job)) };
}
