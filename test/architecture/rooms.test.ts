import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const INWARDS = ["schema", "reporter", "bot"]; // each may depend only on those before it
const PACKAGES = [...INWARDS, "simulator"];
const JUNK_DRAWER = /^(utils?|helpers?|common|shared|misc|lib|core|types|constants|interfaces)(\.|$)/;

const sourcesOf = (name: string) =>
  readdirSync(join(ROOT, "packages", name, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: path.split(sep).join("/"), file: join(ROOT, "packages", name, "src", path) }));
const isTest = (path: string) => path.endsWith(".test.ts") || path.endsWith(".contract.ts");
/** A file without its comments: they may speak of anything. */
const codeOf = (file: string) => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|(?<![:"'`\w])\/\/.*$/gm, "");
const manifestOf = (name: string) => JSON.parse(readFileSync(join(ROOT, "packages", name, "package.json"), "utf8"));
const ours = (dependencies: Record<string, string> = {}) =>
  Object.keys(dependencies).filter((dependency) => dependency.startsWith("@gongkai/"));

test.each(INWARDS.map((name, depth) => [name, depth] as const))("%s depends only inwards", (name, depth) => {
  const allowed = INWARDS.slice(0, depth).map((inner) => `@gongkai/${inner}`);
  if (name === "bot") allowed.push("@gongkai/simulator"); // the demo start; held to its folder below
  expect(allowed).toEqual(expect.arrayContaining(ours(manifestOf(name).dependencies)));
});

test("the simulator imports none of our packages", () => {
  const { dependencies, devDependencies } = manifestOf("simulator");
  expect([...ours(dependencies), ...ours(devDependencies)]).toEqual([]);
});

test("only the demo start imports the simulator", () => {
  const importers = sourcesOf("bot")
    .filter(({ path, file }) => !isTest(path) && readFileSync(file, "utf8").includes('"@gongkai/simulator"'))
    .map(({ path }) => dirname(path));
  expect([...new Set(importers)].filter((room) => room !== "demo")).toEqual([]);
});

test("no file or folder is a junk drawer", () => {
  const names = PACKAGES.flatMap((name) =>
    readdirSync(join(ROOT, "packages", name, "src"), { recursive: true, encoding: "utf8" }),
  );
  expect(names.filter((path) => JUNK_DRAWER.test(basename(path)))).toEqual([]);
});

test("one front door per package: no inner index.ts", () => {
  const inner = PACKAGES.flatMap((name) => sourcesOf(name).map(({ path }) => `${name}/${path}`));
  expect(inner.filter((path) => path.endsWith("/index.ts") && path.split("/").length > 2)).toEqual([]);
});

test("no file outgrows 300 lines", () => {
  const long = PACKAGES.flatMap((name) => sourcesOf(name))
    .filter(({ path, file }) => !isTest(path) && readFileSync(file, "utf8").split("\n").length > 301)
    .map(({ path }) => path);
  expect(long).toEqual([]);
});

test("clock, randomness and environment enter only where the world is wired", () => {
  const rooms: Record<string, RegExp> = {
    schema: /^$/,
    reporter: /^$/,
    bot: /^(main\.ts|bin\/|command\/|demo\/|wecom\/|store\/|server\/|reminders\/ticker\.ts)/,
  };
  const worldly = /\b(Date\.now\(\)|new Date\(\)|Math\.random|process\.env)/;
  const leaks = Object.entries(rooms).flatMap(([name, allowed]) =>
    sourcesOf(name)
      .filter(({ path, file }) => !isTest(path) && !allowed.test(path) && worldly.test(codeOf(file)))
      .map(({ path }) => `${name}/${path}`),
  );
  expect(leaks).toEqual([]);
});

test("any and double casts are absent from the sources", () => {
  const casts = PACKAGES.flatMap((name) =>
    sourcesOf(name)
      .filter(({ path, file }) => !isTest(path) && /(: any\b|as any\b|as unknown as)/.test(codeOf(file)))
      .map(({ file }) => relative(ROOT, file)),
  );
  expect(casts).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(readFileSync(join(ROOT, "package-lock.json"), "utf8")).not.toMatch(/"resolved": "http/);
});
