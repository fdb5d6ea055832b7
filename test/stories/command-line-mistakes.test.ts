import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import Libsql from "libsql";
import { describe, expect, test } from "vitest";
import { type Keyboard, type Said, type } from "../support/at-the-keyboard.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { path, copy, onSample } = sampleDesk();
const lines = (text: string) => text.split("\n").filter((line) => line !== "");

/** One plain Chinese sentence, nothing on stdout, no trace of the program's insides. */
function expectPlain({ out, err, code }: Said, exit: number): void {
  expect([out, code, err]).toEqual(["", exit, expect.stringMatching(/[\u4e00-\u9fff].*\n$/s)]);
  expect(err).not.toMatch(/\n\s+at |node:|Error|undefined|\[object|commander|ENO|EISDIR|EACCES|error:/);
}

describe("a line typed wrong is told in one sentence with where to look, exit 2", () => {
  // biome-ignore format: the columns are the test
  test.each<[string, string]>([
    ["reprot",                                       "没有“reprot”这个命令，可以写：start、sample、understand、converse、import、report、clock、ledger、bench。用法和例子：gongkai --help"],
    ["report complie --year 2025",                   "没有“complie”这个命令，可以写：compile、export、"],
    ["help",                                         "没有“help”这个命令，可以写：start、"],
    ["--version",                                    "没有“--version”这个选项。用法和例子：gongkai --help"],
    ["report compile --yaer 2025",                   "没有“--yaer”这个选项，可以写：--data、--config、--organ、--year、--as-of。用法和例子：gongkai report compile --help"],
    ["report compile -y 2025",                       "没有“-y”这个选项，可以写："],
    ["report compile",                               "还要写 --year <年>。用法和例子：gongkai report compile --help"],
    ["report export --year 2025",                    "还要写 --format <格式>、--out <文件>。用法和例子：gongkai report export --help"],
    ["report compile --year",                        "--year 后面要写内容。用法和例子：gongkai report compile --help"],
    ["report compile --year 1999",                   "--year 的“1999”不对，要写 2008 到 2100 之间的整数。"],
    ["report compile --year 2025.0",                 "--year 的“2025.0”不对，要写 2008 到 2100 之间的整数。"],
    ["report compile --year 二零二五",               "--year 的“二零二五”不对，要写 2008 到 2100 之间的整数。"],
    ["report compile --year --as-of",                "--year 的“--as-of”不对，要写 2008 到 2100 之间的整数。"],
    ["report compile --year 2025 --as-of 2025-02-30", "--as-of 的“2025-02-30”不是一个日期，请写成 2026-01-20 这样。"],
    ["report compile --year 2025 年报",              "多写了“年报”，请去掉；名称里有空格时要加引号。用法和例子：gongkai report compile --help"],
    ["report export --year 2025 --format doc --out x", "没有 doc 这种格式，可选：docx、pdf、html、xlsx、json。"],
    ["report export --year 2025 --format __proto__ --out x", "没有 __proto__ 这种格式，可选："],
    ["report text --year 2025 --section 七",         "没有“七”这一节，可选：一（一）、一（二）、一（三）、一（四）、一（五）、五、六。"],
    ["report check",                                 "请写要核对的报告文件，或用 --year 核对本台账的一年。"],
    ["report check x.json --year 2025",              "核对别人的报告只写文件；和台账比较请写 --year 和 --against-ledger。"],
    ["import",                                       "还要写<文件>。用法和例子：gongkai import --help"],
    ["import a.csv b.csv",                           "多写了“b.csv”，请去掉；名称里有空格时要加引号。用法和例子：gongkai import --help"],
    ["clock --received 昨天",                        "收到申请的日期“昨天”不是一个日期，请写成 2025-06-03 这样。"],
    ["start --port 99999",                           "--port 的“99999”不对，要写 0 到 65535 之间的整数。"],
    ["sample",                                       "还要写 --data <目录>。用法和例子：gongkai sample --help"],
  ])("gongkai %s", async (words, says) => {
    const said = await type(words.split(" "));
    expectPlain(said, 2);
    expect(said.err.startsWith(says)).toBe(true);
    expect(lines(said.err)).toHaveLength(1);
  });

  test("nothing typed shows the help on the error stream; asked for, on the other", async () => {
    const none = await type([]);
    expect([none.out, none.code, none.err.startsWith("用法：gongkai <命令>")]).toEqual(["", 2, true]);
    expect(await type(["--help"])).toEqual({ out: none.err, err: "", code: 0 });
    expect((await type(["report"])).code).toBe(2);
  });
});

describe("a configuration that cannot be used", () => {
  const compile = ["report", "compile", "--year", "2025"];
  const withConfig = (content: string | Uint8Array, keyboard?: Keyboard) => {
    const data = copy();
    writeFileSync(`${data}/gongkai.yaml`, content);
    return type([...compile, "--data", data], keyboard);
  };

  test("every problem of the file and of the environment is listed at once; start starts nothing", async () => {
    const data = path("wrong");
    mkdirSync(data);
    const yaml = "office: { key: 云河, name: 云河市商务局, sections: [{ key: a, lable: 一科 }], telephone: 1 }\n";
    writeFileSync(`${data}/gongkai.yaml`, yaml);
    const environment = { DATABASE_URL: "mysql://u:hunter2hunter2@h/d", REDIS_URL: "redis", WECOM_API_BASE: "x" };
    for (const words of [compile, ["start", "--port", "0"], ["import", path("none.csv")], ["understand"]]) {
      if (words[0] === "import") writeFileSync(path("none.csv"), "指标,数量,期间\n许可,1,2025-03\n");
      const said = await type([...words, "--data", data], { environment });
      expectPlain(said, 2);
      expect(lines(said.err)).toEqual([
        "配置不能用，请先改好下面的问题：",
        "  环境变量.DATABASE_URL：要写 postgres:// 开头的地址",
        "  环境变量.REDIS_URL：要写 redis:// 开头的地址",
        "  环境变量.WECOM_API_BASE：要写 http(s) 地址",
        "  office.key：只能用小写字母、数字和短横线，最多 32 位",
        "  office.sections.0.label：没有写，请补上",
        "  office.sections.0：有不认识的项：lable，请核对拼写",
        "  office：有不认识的项：telephone，请核对拼写",
      ]);
      expect(readdirSync(data)).toEqual(["gongkai.yaml"]);
    }
  });

  // biome-ignore format: the columns are the test
  test.each<[string, string | Uint8Array, string]>([
    ["broken brackets",  "office: [",                        "列的写法不对，请检查缩进、冒号和引号"],
    ["tabs",             "office:\n\tkey: a",                "列的写法不对，请检查缩进、冒号和引号"],
    ["a key twice",      "office: {}\noffice: {}",           "列的写法不对，请检查缩进、冒号和引号"],
    ["two documents",    "a: 1\n---\nb: 2",                  "列的写法不对，请检查缩进、冒号和引号"],
    ["a list",           "- a\n- b",                         "应当是一组“名称: 值”"],
    ["a word",           "hello",                            "应当是一组“名称: 值”"],
    ["nothing",          "",                                 "没有写机关：请在 office 下写机关的编码、名称和科室"],
    ["a foreign tag",    "office: !!js/function 'x'",        "应当是一组“名称: 值”"],
    ["older Windows",    Buffer.from("6f66666963653a20d4c6", "hex"), "不是 UTF-8 编码，请另存为 UTF-8"],
    ["two megabytes",    `# ${"x".repeat(2_000_001)}`,       "太大了，最多 2 MB"],
  ])("%s", async (_, content, says) => {
    const said = await withConfig(content);
    expectPlain(said, 2);
    expect(said.err).toContain(says);
  });

  test("a configuration that is a directory, and one that is not there", async () => {
    const directory = path("a-directory");
    mkdirSync(directory);
    const said = await onSample([...compile, "--config", directory]);
    expectPlain(said, 2);
    expect(said.err).toBe(`打不开文件 ${directory}：这是一个目录，请写文件的路径。\n`);
    const none = await onSample([...compile, "--config", path("none.yaml")]);
    expectPlain(none, 2);
    expect(none.err).toContain(`没有找到配置文件 ${path("none.yaml")}`);
    expectPlain(await type(["start", "--config", path("none.yaml")]), 2);
  });

  test("an empty variable counts as not set", async () => {
    const environment = { DATABASE_URL: "", REDIS_URL: "", GONGKAI_DATA: "", GONGKAI_CONFIG: "", WECOM_API_BASE: "" };
    expect((await onSample(compile, { environment })).code).toBe(0);
  });

  test("GONGKAI_DATA and GONGKAI_CONFIG say where to look; what is typed wins", async () => {
    const data = copy();
    expect((await type(compile, { environment: { GONGKAI_DATA: data } })).code).toBe(0);
    const environment = { GONGKAI_CONFIG: path("none.yaml"), GONGKAI_DATA: "/nowhere" };
    expect((await type([...compile, "--config", `${data}/gongkai.yaml`, "--data", data], { environment })).code).toBe(
      0,
    );
  });
});

test("several organs: one must be named, and only by its key", async () => {
  const data = copy();
  const sample = readFileSync(`${data}/gongkai.yaml`, "utf8").replace(/^office:/m, "organs:\n  -");
  const other = "  - { key: yunhe-culture, name: 云河市文旅局, sections: [{ key: a, label: 一科 }] }\n";
  const indented = sample
    .split("\n")
    .map((line) => (/^ {2}[^-]/.test(line) ? `  ${line}` : line))
    .join("\n");
  writeFileSync(`${data}/gongkai.yaml`, `${indented}\n${other}`);
  const compile = ["report", "compile", "--year", "2025", "--data", data];
  const both = "yunhe-commerce、yunhe-culture";
  const none = await type(compile);
  expectPlain(none, 2);
  expect(none.err).toBe(`配置里有多个机关（${both}），请用 --organ 指定其中一个。\n`);
  for (const organ of ["../../etc/passwd", "云河市商务局", "YUNHE-COMMERCE", "", "yunhe-commerce/../x", "__proto__"]) {
    const said = await type([...compile, "--organ", organ]);
    expectPlain(said, 2);
    expect(said.err).toBe(`没有编码是 ${organ} 的机关，可选：${both}。\n`);
  }
  const [first, second] = [
    await type([...compile, "--organ", "yunhe-commerce"]),
    await type([...compile, "--organ", "yunhe-culture"]),
  ];
  expect([first, second].map(({ out, code }) => [JSON.parse(out).organ, code])).toEqual([
    ["云河市商务局", 0],
    ["云河市文旅局", 0],
  ]);
  expect(JSON.parse(second.out).figures["t2.license.decisions"].contributions).toEqual([]);
  writeFileSync(path("a.csv"), "指标,数量,期间\n行政许可,3,2025-03\n");
  expect((await type(["import", path("a.csv"), "--data", data, "--organ", "yunhe-culture"])).out).toBe(
    "导入了 1 行。\n",
  );
  const verified = lines((await type(["ledger", "verify", "--data", data])).out);
  expect(verified.map((line) => line.split("：")[0])).toEqual(["yunhe-commerce", "yunhe-culture"]);
});

describe("files in the wrong place", () => {
  const exported = (out: string, format = "json") =>
    onSample(["report", "export", "--year", "2025", "--format", format, "--out", out]);

  test("an export never takes the place of anything but an older export", async () => {
    const data = copy();
    const [ledger, config] = [`${data}/ledger.db`, `${data}/gongkai.yaml`];
    const before = [readFileSync(ledger), readFileSync(config)];
    for (const out of [ledger, config]) {
      const said = await exported(out);
      expectPlain(said, 1);
      expect(said.err).toBe(`${out} 已经有了，而且不是同一种文件，没有覆盖。请换一个文件名。\n`);
    }
    expect([readFileSync(ledger), readFileSync(config)]).toEqual(before);
    for (const out of [data, "/dev/null"]) expectPlain(await exported(out), 2);
    expect((await exported(path("twice.json"))).code).toBe(0);
    expect((await exported(path("twice.json"))).code).toBe(0);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["no-such-directory/年报.json", "没有这个文件或目录，请核对路径"],
    [`${"长".repeat(100)}.json`,    "文件名太长，请换一个短的"],
    ["file/年报.json",              "路径里有一段不是目录，请核对路径"],
  ])("an export that cannot be written leaves nothing behind: %s", async (name, why) => {
    mkdirSync(path("out"), { recursive: true });
    writeFileSync(path("out/file"), "x");
    const before = readdirSync(path("out"));
    const said = await exported(path(`out/${name}`));
    expectPlain(said, 1);
    expect(said.err).toBe(`写不了文件 ${path(`out/${name}`)}：${why}。\n`);
    expect(readdirSync(path("out"))).toEqual(before);
  });

  test("a data directory that is a file", async () => {
    const file = path("data-file");
    writeFileSync(file, "x");
    expectPlain(await type(["sample", "--data", file]), 1);
    expectPlain(await type(["report", "compile", "--year", "2025", "--data", file]), 2);
    expectPlain(await type(["ledger", "verify", "--data", file]), 1);
    const config = ["--config", `${copy()}/gongkai.yaml`, "--data", file];
    writeFileSync(path("b.csv"), "指标,数量,期间\n行政许可,3,2025-03\n");
    expectPlain(await type(["import", path("b.csv"), ...config]), 1);
    expect(readFileSync(file, "utf8")).toBe("x");
  });

  test("a sample goes into an empty directory only", async () => {
    const data = copy();
    const said = await type(["sample", "--data", data]);
    expectPlain(said, 2);
    expect(said.err).toContain("样例只写进空的目录");
  });

  test("a ledger that another program holds is told, and nothing is written", async () => {
    const data = copy();
    const other = new Libsql(`${data}/ledger.db`);
    other.exec("begin exclusive");
    writeFileSync(path("c.csv"), "指标,数量,期间\n行政许可,3,2025-03\n");
    const said = await type(["import", path("c.csv"), "--data", data]);
    other.exec("rollback");
    other.close();
    expectPlain(said, 1);
    expect(said.err).toContain("台账正被另一个程序占用，请等它做完再试");
    expect((await type(["ledger", "verify", "--data", data])).code).toBe(0);
  });

  // biome-ignore format: the columns are the test
  test.each<[string, string | Uint8Array, number, string]>([
    ["not JSON",          "organ: x",                                         2, "不是 JSON 文件"],
    ["nothing",           "",                                                 2, "不是 JSON 文件"],
    ["another shape",     "[1,2,3]",                                          1, "报告文件读不懂：整个文件不对；需要 organ、year 和 figures 三项"],
    ["no figures",        '{"organ":"某局","year":2025}',                     1, "报告文件读不懂：figures不对"],
    ["a year of old",     '{"organ":"某局","year":1990,"figures":{}}',        1, "报告文件读不懂：year不对"],
    ["older Windows",     Buffer.from("7b22d4c6223a317d", "hex"),             2, "不是 UTF-8 编码"],
    ["a deep nest",       "[".repeat(100_000),                                2, "不是 JSON 文件"],
  ])("a report to check that is %s", async (name, content, exit, says) => {
    writeFileSync(path(`${name}.json`), content);
    for (const words of [[path(`${name}.json`)], ["--year", "2025", "--against-ledger", path(`${name}.json`)]]) {
      const said = words.length === 1 ? await type(["report", "check", ...words]) : await onSample(["report", "check", ...words]);
      expectPlain(said, exit);
      expect(said.err).toContain(says);
    }
  });

  // biome-ignore format: the columns are the test
  test.each<[string, string | Uint8Array, string]>([
    ["older Windows",           Buffer.from("cecacce2a3ba", "hex"),   "不是 UTF-8 编码，请另存为 UTF-8"],
    ["nothing",                 " \r\n\u3000\n",                     "里没有文字。"],
    ["letters nobody sees",     "第一行\n第二行\u0000\u001b[2J",      "正文的第 2 行有看不见的控制字符，请重新输入这一行。"],
    ["more than a section",     "字".repeat(20_001),                  "有 20001 字，太长了，一节最多 20000 字。"],
    ["a whole book",            "字".repeat(100_000),                 "太大了，最多 "],
  ])("a section's text that is %s is not stored", async (name, content, says) => {
    const data = copy();
    writeFileSync(path(`${name}.txt`), content);
    const text = ["report", "text", "--year", "2025", "--section", "六", "--data", data];
    const before = await type(text);
    const said = await type([...text, "--file", path(`${name}.txt`)]);
    expectPlain(said, 2);
    expect(said.err).toContain(says);
    expect(await type(text)).toEqual(before);
  });

  test.each(["", " ", "a b", "x".repeat(65), "a\u0007"])("--by %j is no member", async (by) => {
    writeFileSync(path("d.csv"), "指标,数量,期间\n行政许可,3,2025-03\n");
    const said = await onSample(["import", path("d.csv"), "--by", by]);
    expectPlain(said, 2);
    expect(said.err).toBe("--by 要写成员的账号，64 个字以内，不能有空格。\n");
  });
});

test("what a file or an option holds cannot move the cursor of the person who reads the refusal", async () => {
  const odd = "\u001b[2J\u001b]0;title\u0007\u202e";
  writeFileSync(path("esc.csv"), `指标,数量,期间\n行政许可,3${odd},2025-03\n${odd},3,2025-03\n`);
  writeFileSync(
    path("esc.json"),
    JSON.stringify({ organ: "某局", year: 2025, figures: { "t2.license.decisions": odd, [odd]: 1 } }),
  );
  for (const words of [
    ["import", path("esc.csv")],
    ["report", "check", path("esc.json")],
    ["import", `${odd}.csv`],
    [odd],
    [`--${odd}`],
    ["report", "compile", "--year", "2025", "--organ", odd],
  ]) {
    const { out, err } = await onSample(words);
    expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n\t]|\p{Bidi_Control}/u);
    expect(`${out}${err}`).not.toBe("");
  }
});

describe("secrets", () => {
  const SECRETS = {
    WECOM_CORP_ID: "ww0123456789abcdef",
    WECOM_AGENT_ID: "1000002",
    WECOM_SECRET: "topsecret-of-the-app-0123456789",
    WECOM_TOKEN: "QDG6eKtokenQDG6eK",
    WECOM_AES_KEY: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
  };
  const hidden = ["topsecret", "QDG6eKtoken", "jWmYm7qr5n", "hunter2", "p%40ss", "p@ss-word"];

  // biome-ignore format: the columns are the test
  test.each<[string, Record<string, string>]>([
    ["half of the credentials",       { WECOM_SECRET: SECRETS.WECOM_SECRET }],
    ["a key one letter short",        { ...SECRETS, WECOM_AES_KEY: SECRETS.WECOM_AES_KEY.slice(1) }],
    ["a token with a line end",       { ...SECRETS, WECOM_TOKEN: `${SECRETS.WECOM_TOKEN}\n` }],
    ["the secret for the number",     { ...SECRETS, WECOM_AGENT_ID: SECRETS.WECOM_SECRET }],
    ["a database that is not there",  { ...SECRETS, DATABASE_URL: "postgres://gongkai:hunter2hunter2@127.0.0.1:1/gongkai" }],
    ["a password of odd letters",     { ...SECRETS, DATABASE_URL: "postgres://gongkai:p%40ss-word@127.0.0.1:1/gongkai" }],
    ["an address that is none",       { ...SECRETS, DATABASE_URL: "postgres://gongkai:hunter2hunter2@127.0.0.1:notaport/x" }],
    ["a cache of another kind",       { ...SECRETS, REDIS_URL: "http://:hunter2hunter2@127.0.0.1" }],
    ["a platform of another kind",    { ...SECRETS, WECOM_API_BASE: "ftp://u:hunter2hunter2@h" }],
  ])("%s: the refusal names the variable and never its value", async (_, environment) => {
    const said = await onSample(["report", "compile", "--year", "2025"], { environment });
    expectPlain(said, said.code);
    expect(said.code).not.toBe(0);
    for (const secret of hidden) expect(said.err).not.toContain(secret);
  });

  test("a start whose cache is not there says so without its password", async () => {
    const environment = { ...SECRETS, REDIS_URL: "redis://:hunter2hunter2@127.0.0.1:1" };
    const said = await type(["start", "--port", "0", "--data", copy()], { environment });
    expectPlain(said, 1);
    expect(said.err).not.toContain("hunter2");
  });

  test("even what nobody foresaw is printed without them", async () => {
    const world = { environment: { ...SECRETS, DATABASE_URL: "postgres://u:p%40ss-word@h/d" } };
    const stdout = new (await import("node:stream")).Writable({
      write: (_chunk, _encoding, done) => done(new Error(`a bug with ${SECRETS.WECOM_SECRET} and p@ss-word in it`)),
    });
    let told = "";
    const stderr = new (await import("node:stream")).Writable({
      write: (chunk, _e, done) => {
        told += chunk;
        done();
      },
    });
    stdout.on("error", () => undefined);
    let code = 0;
    const { run } = await import("../../packages/bot/src/command/run.ts");
    await run(["clock", "--received", "2025-06-03"], {
      ...world,
      stdin: process.stdin,
      stdout,
      stderr,
      now: () => 0,
      exitWith: (told) => {
        code = told;
      },
      stopped: async () => undefined,
    });
    expect([code, told.startsWith("程序出了意外，请把下面这段发给维护人员：")]).toEqual([70, true]);
    expect(told).toContain("a bug with 〔密〕 and 〔密〕 in it");
  });
});

test("progress is shown on a terminal; in a pipe the sample desk demands silence", async () => {
  const shown = await type(["sample", "--data", path("with-progress")], { onTerminal: true });
  expect(shown.err).toMatch(/^\r正在写样例年度… \d+%/);
  expect(shown.err.endsWith("\r\u001b[K")).toBe(true);
  expect(existsSync(path("with-progress/gongkai.yaml"))).toBe(true);
});
