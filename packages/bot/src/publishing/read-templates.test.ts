import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ReportError } from "@gongkai/reporter";
import { Office } from "@gongkai/schema";
import { afterEach, expect, test } from "vitest";
import { readTemplates } from "./read-templates.ts";

const officeOf = (key: string, name: string) =>
  Office.parse({ key, name, sections: [{ key: "law", label: "法规科" }] });
const commerce = officeOf("commerce", "示例市商务局");
const transport = officeOf("transport", "示例市交通局");

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** The path of a configuration beside which these files lie. */
async function beside(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-templates-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, "templates", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return join(folder, "gongkai.yaml");
}
async function problemsOf(config: string, ...offices: Office[]): Promise<string> {
  const error: unknown = await readTemplates(config, offices).catch((caught: unknown) => caught);
  if (error instanceof ReportError && error.code === "TEMPLATE_UNREADABLE") return error.detail;
  throw new Error(`expected a TEMPLATE_UNREADABLE, got ${String(error)}`);
}

test("without a folder the look is the default", async () => {
  expect(await readTemplates(await beside({}), [commerce])).toEqual(new Map([["commerce", { narrative: {} }]]));
});

test("files are read by place, also with half-width brackets; what a desktop leaves behind is no template", async () => {
  const config = await beside({
    "一(一).liquid": "甲。",
    "六.liquid": "乙。",
    "标题.liquid": "{{ 机关 }}{{ 年度 }}年报告",
    ".DS_Store": "x",
  });
  expect((await readTemplates(config, [commerce])).get("commerce")).toEqual({
    narrative: { "一（一）": "甲。", 六: "乙。" },
    title: "{{ 机关 }}{{ 年度 }}年报告",
  });
});

test("an organ's own folder stands before the one for all", async () => {
  const config = await beside({
    "五.liquid": "大家的。",
    "六.liquid": "也是大家的。",
    "transport/五.liquid": "自己的。",
  });
  const read = await readTemplates(config, [commerce, transport]);
  expect(read.get("commerce")?.narrative).toEqual({ 五: "大家的。", 六: "也是大家的。" });
  expect(read.get("transport")?.narrative).toEqual({ 五: "自己的。", 六: "也是大家的。" });
});

// biome-ignore format: the columns are the test
test.each<[Readonly<Record<string, string | Uint8Array>>, string, string]>([
  [{ "七.liquid": "x" },                                       "templates/七.liquid：不是报告里的一处", "no such place"],
  [{ "五.txt": "x" },                                          "templates/五.txt：不是报告里的一处", "another ending"],
  [{ "五.liquid~": "x" },                                      "templates/五.liquid~：不是报告里的一处", "an editor's copy is not silently left aside"],
  [{ "finance/五.liquid": "x" },                               "templates/finance：这个目录不是配置里任何机关的编码", "a folder of nobody's"],
  [{ "commerce/sub/五.liquid": "x" },                          "templates/commerce/sub：这个目录不是", "a folder in an organ's folder"],
  [{ "五.liquid": Uint8Array.of(0xce, 0xf7) },                 "templates/五.liquid：不是 UTF-8 文字，请另存为 UTF-8", "saved as GBK"],
  [{ "五.liquid": "一".repeat(40_000) },                       "templates/五.liquid：太长", "not a template"],
  [{ "一(一).liquid": "x", "一（一）.liquid": "x" },            "一（一）有两个文件，请只留一个", "which one would count?"],
  [{ "五.liquid": "{{ 局长 }}" },                              "五的模板里有不认识的名字：局长", "an unknown name"],
  [{ "标题.liquid": "报告" },                                  "标题要写明机关全称和年度", "no title"],
])("%o is told of: %s", async (files, problem, why) => {
  expect(await problemsOf(await beside(files), commerce), why).toContain(problem);
});

test("everything that is wrong is told at once", async () => {
  const config = await beside({ "七.liquid": "x", "五.liquid": "{{ 局长 }}", "六.liquid": "{% 如果 %}" });
  expect((await problemsOf(config, commerce, transport)).trim().split("\n")).toHaveLength(3);
});
