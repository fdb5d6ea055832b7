import { expect, test } from "vitest";
import type { DocumentTree } from "./document/block.ts";
import { inOfficeLook, monthInOfficeLook, templateProblems } from "./office-templates.ts";
import { ReportError } from "./report-error.ts";
import { DEFAULT_TEMPLATES } from "./sections/default-templates.ts";

const office = { name: "示例市商务局", selfName: "我局" };
const tree: DocumentTree = { title: ["原来的"], organ: office.name, year: 2025, draft: false, blocks: [] };

test("the templates we ship have no problem", () => {
  expect(
    templateProblems({ narrative: DEFAULT_TEMPLATES, title: "{{ 机关 }}{{ 年度 }}年政府信息公开工作年度报告" }, office),
  ).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each([
  ["{{ 局长 }}您好",                                            ["五的模板里有不认识的名字：局长"],                 "a name nobody knows"],
  ['{% if 值["s1.disclosd"] > 0 %}有{% endif %}',               ["五的模板里有不认识的数：s1.disclosd"],            "a slip in a comparison is silent in Liquid"],
  ['{% if 值["s1.disclosed"] > 9 %}{{ "s1.x" | 数 }}{% endif %}', ["五的模板里有不认识的数：s1.x"],                  "in a branch that is hardly ever taken"],
  ["{{ '一' | 数 }}和{{ '二' | 数 }}",                          ["五的模板里有不认识的数：一、二"],                 "all at once, whichever quotes"],
  ["{% 如果 %}",                                                ["五的模板第 1 行“{% 如果 %}”用不了，请核对。"],     "an unknown tag"],
  ["第一行\n{% if 年度 > 1 %}没有收尾",                          ["五的模板第 2 行“{% if 年度 > 1 %}”用不了，请核对。"], "a tag without its end, with its line"],
  ["{{ 年度 | 大写 }}",                                         ["五的模板第 1 行“{{ 年度 | 大写 }}”用不了，请核对。"], "an unknown filter"],
])("%s is told of", (source, problems, why) => {
  expect(templateProblems({ narrative: { 五: source } }, office), why).toEqual(problems);
});

test("problems of several places are told together", () => {
  expect(
    templateProblems({ narrative: { "一（一）": "{{ 甲 }}", 六: "{{ 乙 }}" }, title: "{{ 丙 }}" }, office),
  ).toEqual(["一（一）的模板里有不认识的名字：甲", "六的模板里有不认识的名字：乙", "标题的模板里有不认识的名字：丙"]);
});

// biome-ignore format: the columns are the test
test.each([
  ["{{ 机关 }}{{ 年度 }}年度政务公开工作报告",        ["示例市商务局2025年度政务公开工作报告"],            "fits one line"],
  ["{{ 机关 }}{{ 年度 }}年政府信息公开和政务公开工作报告", ["示例市商务局", "2025年政府信息公开和政务公开工作报告"], "broken after the name"],
  ["{{ 机关 }}\n{{ 年度 }}年报告\n",                  ["示例市商务局", "2025年报告"],                      "the office's own lines"],
  ["关于{{ 机关 }}{{ 年度 }}年报告的公告",            ["关于示例市商务局2025年报告的公告"],                "not begun by the name: left whole"],
])("the title %j", (title, lines, why) => {
  expect(inOfficeLook(tree, office, { title }).title, why).toEqual(lines);
});

test("without a title of its own the office keeps the form's", () => {
  expect(inOfficeLook(tree, office, {})).toEqual(tree);
});

// biome-ignore format: the columns are the test
test.each([
  ["{{ 机关 }}年度报告",                                   "标题要写明机关全称和年度，即 {{ 机关 }} 和 {{ 年度 }}", "no year"],
  ["{{ 自称 }}{{ 年度 }}年报告",                           "标题要写明机关全称和年度，即 {{ 机关 }} 和 {{ 年度 }}", "no name"],
  ['{{ 机关 }}{{ 年度 }}年{{ "s1.disclosed" | 数 }}条',    "标题里不能放统计数字",                               "a figure"],
])("the title %j is refused: %s", (title, problem) => {
  expect(templateProblems({ narrative: {}, title }, office)).toEqual([problem]);
  expect(() => inOfficeLook(tree, office, { title })).toThrow(ReportError);
});

test("a 版头 stands above annual report and 月报, line by line; a 月报 has a title of its own", () => {
  const look = { letterhead: "{{ 机关 }}\n政务公开专报", monthTitle: "{{ 机关 }}{{ 年度 }}年{{ 月 }}月政务公开月报" };
  expect(inOfficeLook(tree, office, look)).toMatchObject({
    title: tree.title,
    letterhead: ["示例市商务局", "政务公开专报"],
  });
  expect(monthInOfficeLook(tree, office, "2025-03", look)).toMatchObject({
    title: ["示例市商务局2025年3月政务公开月报"],
    letterhead: ["示例市商务局", "政务公开专报"],
  });
  expect(templateProblems({ narrative: {}, ...look }, office)).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each([
  [{ monthTitle: "{{ 机关 }}{{ 年度 }}年月报" },      "月报标题要写明机关全称、年度和月份，即 {{ 机关 }}、{{ 年度 }} 和 {{ 月 }}月", "which month?"],
  [{ monthTitle: "{{ 局长 }}" },                      "月报标题的模板里有不认识的名字：局长",                                     "an unknown name"],
  [{ letterhead: "{{ 局徽 }}" },                      "版头的模板里有不认识的名字：局徽",                                         "an unknown name"],
  [{ letterhead: '{{ "s1.disclosed" | 数 }}' },       "版头里不能放统计数字",                                                     "a figure"],
])("%o is told of: %s", (look, problem, why) => {
  expect(templateProblems({ narrative: {}, ...look }, office), why).toEqual([problem]);
});
