import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表（每行一个 - 开头）",
  object: "一组“名称: 值”",
  record: "一组“名称: 值”",
};

const FORMATS: Readonly<Record<string, string>> = { url: "要写完整的网址，如 http://10.0.0.1:8080" };

function saysOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "没有写，请补上" : `应当是${KINDS[issue.expected] ?? issue.expected}`;
    case "unrecognized_keys":
      return `有不认识的项：${issue.keys.join("、")}，请核对拼写`;
    case "too_small":
      return issue.origin === "array" ? `至少要有 ${issue.minimum} 项` : "太短或太小了";
    case "too_big":
      return `太长或太大了，最多 ${issue.maximum}`;
    case "invalid_value":
      return `只能是：${issue.values.join("、")}`;
    case "invalid_union":
    case "invalid_element":
      return "写法不对";
    case "invalid_format":
      return issue.format === "regex" ? issue.message : (FORMATS[issue.format] ?? "写法不对"); // our patterns say it themselves
    case "invalid_key":
      return issue.issues[0]?.message ?? "名称写得不对";
    default:
      return issue.message;
  }
}

/** `office.sections.0.key：没有写，请补上` */
export function plainProblem(issue: Issue, at: readonly PropertyKey[] = []): string {
  const path = [...at, ...issue.path].map(String).join(".");
  return path ? `${path}：${saysOf(issue)}` : saysOf(issue);
}
