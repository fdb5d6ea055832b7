import { readFileSync } from "node:fs";
import type { Context } from "koa";

const FOLDER = new URL("../../assets/page/", import.meta.url); // the same from src and from dist
const TYPES = { "page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8" } as const;

/** The pages' own style and script, read once; nothing else of the disk can be reached through a name. */
export function pageAsset(): (ctx: Context) => void {
  const files = new Map(
    Object.entries(TYPES).map(([name, type]) => [name, { type, bytes: readFileSync(new URL(name, FOLDER)) }]),
  );
  return function serveAsset(ctx) {
    const file = files.get(ctx.params.name);
    if (!file) return;
    ctx.type = file.type;
    ctx.body = file.bytes;
  };
}
