// Makes a fresh clone ready to run: installs and builds what is missing, and is quick when nothing is.
// Needs nothing but Node and npm: it runs before any dependency is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const STAMPS = join(ROOT, "node_modules", ".gongkai");
const QUIET = process.argv.includes("--quiet");
const say = (text) => QUIET || process.stderr.write(`${text}\n`);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。请先升级 Node.js。\n`);
  process.exit(2);
}

const digestOf = (parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const isCurrent = (name, digest) => {
  const stamp = join(STAMPS, name);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
};
const stamp = (name, digest) => {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), digest);
};

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function run(what, command, args) {
  say(what);
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: QUIET ? ["ignore", "ignore", "inherit"] : ["ignore", "inherit", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_UPDATE_NOTIFIER: "1" },
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write(`${what}没有成功${error ? `：${error.message}` : ""}。请看上面的提示，处理后再运行一次。\n`);
    process.exit(1);
  }
}

const packages = readdirSync(join(ROOT, "packages")).map((name) => join(ROOT, "packages", name));
const manifests = [join(ROOT, "package-lock.json"), ...packages.map((path) => join(path, "package.json"))];
const installed = digestOf(manifests.map((path) => readFileSync(path)));
if (!isCurrent("installed", installed)) {
  run("正在安装依赖（只在第一次或依赖有变化时）…", "npm", ["ci", "--no-audit", "--no-fund"]);
  stamp("installed", installed);
}

const sources = [
  join(ROOT, "tsconfig.base.json"),
  ...packages.flatMap((path) => [join(path, "tsconfig.json"), ...filesUnder(join(path, "src"))]),
];
const built = digestOf(sources.map((path) => `${path}\0${statSync(path).size}\0${statSync(path).mtimeMs}\n`));
const outputs = packages.map((path) => join(path, "dist", "index.js"));
if (!isCurrent("built", built) || !outputs.every((path) => existsSync(path))) {
  run("正在编译（只在第一次或代码有变化时）…", "npx", [
    "--no-install",
    "turbo",
    "run",
    "build",
    "--output-logs=errors-only",
  ]);
  stamp("built", built);
}
