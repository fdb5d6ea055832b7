import { readFileSync } from "node:fs";
import { isWorkingDay } from "@gongkai/schema";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { ConfigError } from "./config-error.ts";
import { calendarOf, fixedMembers } from "./organ.ts";
import { readSettings } from "./read-settings.ts";

const SAMPLE = readFileSync(new URL("../../assets/sample-office.yaml", import.meta.url), "utf8");
const OFFICE = "office: { key: yunhe, name: 云河市商务局, sections: [{ key: permit, label: 行政审批科 }]";
const SECRETS = {
  WECOM_CORP_ID: "ww0123456789abcdef",
  WECOM_AGENT_ID: "1000002",
  WECOM_SECRET: "a-secret-of-the-platform",
  WECOM_TOKEN: "QDG6eK",
  WECOM_AES_KEY: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};

function problemsOf(text: string, environment: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    readSettings(text, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test("the sample office is a valid configuration", () => {
  const { organs, wecom } = readSettings(SAMPLE, {});
  expect(organs.map(({ office }) => office.name)).toEqual(["云河市商务局"]);
  expect(wecom.timestampWindow).toBe(600);
  const [organ] = organs;
  expect(organ?.credentials).toBeNull();
  expect(organ && fixedMembers(organ.settings).find(({ id }) => id === "guojing")?.roles).toEqual(["clerk"]);
});

test("every problem is listed at once, in plain words", () => {
  const text = `
office:
  key: 云河
  name: 商
  sections:
    - { key: permit, lable: 审批科 }
  wechat: {}
`;
  expect(problemsOf(text)).toEqual([
    "office.key：只能用小写字母、数字和短横线，最多 32 位",
    "office.name：太短或太小了",
    "office.sections.0.label：没有写，请补上",
    "office.sections.0：有不认识的项：lable，请核对拼写",
    "office：有不认识的项：wechat，请核对拼写",
  ]);
});

// biome-ignore format: the columns are the test
test.each([
  ["office: [",                                                              /^第 \d+ 行第 \d+ 列的写法不对/, "broken YAML names its place"],
  ["",                                                                       /^没有写机关/,                   "an empty file"],
  [`${OFFICE}, synonyms: { permit.dicided: [批文] } }`,                       /没有 permit\.dicided 这个指标/,   "a misspelt indicator"],
  [`${OFFICE}, departments: { "7": legal } }`,                               /没有编码是 legal 的科室/,        "a department of no section"],
  [`${OFFICE}, members: [{ id: A1, name: 甲, section: permit }, { id: a1, name: 乙, section: permit }] }`, /成员 a1 写了两次/, "ids differ by case only"],
  ["office: { key: a, name: 云河市商务局, sections: [{ key: x, label: 一科 }, { key: x, label: 二科 }] }", /科室编码 x 用了两次/, "two sections with one key"],
  [`${OFFICE}, secrets: { secret: s3cr3t-value } }`,                         /不要写密钥本身/,                  "a secret in the file"],
])("%s", (text, problem) => {
  expect(problemsOf(text)).toContainEqual(expect.stringMatching(problem));
});

test("what is wrong with one organ does not hide what is wrong with another", () => {
  const text = `
organs:
  - { key: 云河, name: 云河市商务局, sections: [{ key: permit, label: 审批科 }] }
  - { key: other, name: 云河市文旅局, sections: [{ key: a, label: 一科 }], departments: { "7": legal } }
`;
  expect(problemsOf(text, { WECOM_CORP_ID: "ww0123456789abcdef" })).toEqual([
    "organs.0.key：只能用小写字母、数字和短横线，最多 32 位",
    "organs.1.departments.7：没有编码是 legal 的科室",
    "企业微信还缺环境变量：WECOM_AGENT_ID、WECOM_SECRET、WECOM_TOKEN、WECOM_AES_KEY",
  ]);
});

test("two organs behind one app are refused: it has one callback address", () => {
  const text = `
organs:
  - { key: one, name: 云河市商务局, sections: [{ key: a, label: 一科 }] }
  - { key: two, name: 云河市文旅局, sections: [{ key: a, label: 一科 }] }
`;
  expect(problemsOf(text, SECRETS)).toEqual([
    "organs.1.secrets：和 organs.0 用了同一个企业微信应用，请在 secrets 下给每个机关写不同的变量名",
  ]);
  expect(problemsOf(text)).toEqual([]);
});

test("aliases that multiply are refused before they fill the memory", () => {
  const levels = Array.from({ length: 12 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1},`.repeat(at === 0 ? 0 : 9)}1]`);
  expect(problemsOf(levels.join("\n"))).toEqual(["引用（& 和 *）套得太多，请直接写内容"]);
});

// biome-ignore format: the columns are the test
test.each<[string, string]>([
  ["proxy: nonsense",           "wecom.proxy：要写完整的网址，如 http://10.0.0.1:8080"],
  ["apiBase: ftp://x",          "wecom.apiBase：要写完整的网址，如 http://10.0.0.1:8080"],
  ["timestampWindow: -1",       "wecom.timestampWindow：太短或太小了"],
  ["timestampWindow: 99999999", "wecom.timestampWindow：太长或太大了，最多 86400"],
  ["timestampWindow: 1.5",      "wecom.timestampWindow：应当是整数"],
  ["timestampWindow: 十分钟",   "wecom.timestampWindow：应当是数字"],
  ["cards: maybe",              "wecom.cards：应当是true 或 false"],
  ["caFile: [a]",               "wecom.caFile：应当是文字"],
])("wecom: { %s } is told in Chinese", (line, problem) => {
  expect(problemsOf(`${OFFICE} }\nwecom: { ${line} }`)).toEqual([problem]);
});

test("WeCom credentials are all there or not there at all", () => {
  const { WECOM_TOKEN: _token, ...partial } = SECRETS;
  expect(problemsOf(`${OFFICE} }`, partial)).toEqual(["企业微信还缺环境变量：WECOM_TOKEN"]);
  expect(readSettings(`${OFFICE} }`, SECRETS).organs[0]?.credentials?.agentId).toBe("1000002");
});

test("a malformed secret is named by its variable and never shown", () => {
  const problems = problemsOf(`${OFFICE} }`, { ...SECRETS, WECOM_AES_KEY: "tooshort-VALUE" });
  expect(problems).toEqual(["环境变量 WECOM_AES_KEY：要正好是 43 位字母和数字"]);
  expect(problems.join()).not.toContain("VALUE");
});

/** Every place of a settings tree, with its value changed to something nobody meant. */
function spoilt(value: unknown, junk: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item, at) => [junk, ...spoilt(item, junk)].map((each) => value.toSpliced(at, 1, each)));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    [junk, ...spoilt(inner, junk)].map((each) => ({ ...value, [key]: each })),
  );
}

test.each([null, 7, -1, "", "  ", [], {}, [[]], true, "x".repeat(5_000)])(
  "%j in any place is told in Chinese words",
  (junk) => {
    const sample = parse(SAMPLE);
    const [section, member] = [sample.office.sections[1], sample.office.members[2]];
    const office = { ...sample.office, sections: [section], members: [member] };
    const whole = { office, wecom: { apiBase: "http://x", proxy: "http://x", caFile: "a", cards: true } };
    const told = spoilt(whole, junk).flatMap((tree) => problemsOf(stringify(tree)));
    expect(told.length).toBeGreaterThan(5);
    const english = told.filter((problem) =>
      /[a-z]{2} [a-z]{2}|Invalid|undefined|\[object/.test(problem.replace(/^[^：]*：/, "")),
    );
    expect([...new Set(english)]).toEqual([]);
  },
);

test("an office adds the newest notice and its own days; both count at once", () => {
  const { organs } = readSettings(
    `${OFFICE},
  holidays:
    { version: 市政府办通知〔2026〕9号, off: { 2026-11-27: 全市停休 }, work: { 2026-11-29: 全市停休 },
      years: [{ year: 2027, notice: { title: 2027年放假安排, number: null, issuedOn: 2026-11-10 },
        festivals: [{ name: 元旦, from: 2027-01-01, to: 2027-01-03, work: [2027-01-09] }] }] } }`,
    {},
  );
  const [organ] = organs;
  if (!organ) throw new Error("the text names an organ");
  const calendar = calendarOf(organ.settings);
  const works = ["2026-11-27", "2026-11-29", "2027-01-01", "2027-01-09"].map((day) => isWorkingDay(day, calendar));
  expect(works).toEqual([false, true, false, true]);
  expect(calendar.knownThrough).toBe("2027-12-31");
  expect(calendar.version).toContain("市政府办通知〔2026〕9号");
  expect(organ.office).not.toHaveProperty("holidays");
});

// biome-ignore format: the columns are the test
test.each([
  [`${OFFICE}, holidays: { version: 通知, off: { 2026-02-30: 无 } } }`,                       /不是一个真实的日期/,   "a day that is none"],
  [`${OFFICE}, holidays: { version: 通知, off: { 2026-11-27: 甲 }, work: { 2026-11-27: 甲 } } }`, /不能既放假又上班/, "off and worked at once"],
  [`${OFFICE}, decisions: { review: { 驳回复议请求: 维持 } } }`,                               /只能是：upheld/,      "a column table four does not have"],
  [`${OFFICE} }\nreminders: { summaries: { leaders: { weekly: 星期八 } } }`,                  /只能是：周一、周二/,  "a day of the week nobody knows"],
  [`${OFFICE} }\nreminders: { summaries: { clerks: { monthly: 32 } } }`,                      /太大了，最多 31/,      "a day of the month that never comes"],
])("%s", (text, problem) => {
  expect(problemsOf(text)).toContainEqual(expect.stringMatching(problem));
});

const BOT_KEYS = {
  WECOM_BOT_ID: "aib0123456789",
  WECOM_BOT_SECRET: "a-secret-of-the-bot",
  WECOM_BOT_TOKEN: "BotToken1",
  WECOM_BOT_AES_KEY: SECRETS.WECOM_AES_KEY,
};

test.each([
  ["websocket", { mode: "websocket", botId: BOT_KEYS.WECOM_BOT_ID, secret: BOT_KEYS.WECOM_BOT_SECRET }],
  [
    "callback",
    {
      mode: "callback",
      botId: BOT_KEYS.WECOM_BOT_ID,
      token: BOT_KEYS.WECOM_BOT_TOKEN,
      aesKey: BOT_KEYS.WECOM_BOT_AES_KEY,
    },
  ],
])("an AI bot by %s takes the keys of its mode", (mode, keys) => {
  const { organs } = readSettings(`${OFFICE}, aiBot: { mode: ${mode} } }`, { ...SECRETS, ...BOT_KEYS });
  expect(organs[0]?.aiBot).toEqual(keys);
});

// biome-ignore format: the columns are the test
test.each([
  ["websocket", { ...SECRETS },                                              "智能机器人还缺环境变量：WECOM_BOT_ID、WECOM_BOT_SECRET"],
  ["callback",  { ...SECRETS, WECOM_BOT_ID: "aib0123456789" },               "智能机器人还缺环境变量：WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY"],
  ["websocket", { ...SECRETS, ...BOT_KEYS, WECOM_BOT_SECRET: "short" },      "环境变量 WECOM_BOT_SECRET：智能机器人密钥太短，请核对是否复制完整"],
  ["websocket", { ...BOT_KEYS },                                             "office.aiBot：智能机器人要和自建应用一起用，请先设好 secrets 下的环境变量"],
])("an AI bot by %s whose keys are amiss is told in one sentence: %#", (mode, environment, problem) => {
  expect(problemsOf(`${OFFICE}, aiBot: { mode: ${mode} } }`, environment)).toEqual([problem]);
});
