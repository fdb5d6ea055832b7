import { type Command, Option } from "commander";
import { PlainCommand } from "./plain-command.ts";
import { CommandError, type World, writeLine } from "./world.ts";

const wholeNumber = (option: string, least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new CommandError(`${option} 的“${text}”不对，要写 ${least} 到 ${most} 之间的整数。`);
  return value;
};
const year = wholeNumber("--year", 2008, 2100); // the 条例 came into force in 2008
const port = wholeNumber("--port", 0, 65_535);

/** An option that may be written several times. */
const several = (value: string, all: string[] = []): string[] => [...all, value];

/** Options of every command that opens an office. */
function placed(command: Command): Command {
  return command
    .option("--data <目录>", "数据目录（默认 GONGKAI_DATA 或 ./data）")
    .option("--config <文件>", "配置文件（默认 数据目录/gongkai.yaml）")
    .option("--organ <编码>", "机关编码，只有一个机关时可以不写");
}

/** Whoever calls every command with the same options may do so; these ones open no office and have no use for them. */
function placeless(command: Command, unused = ["--data <目录>", "--config <文件>", "--organ <编码>"]): Command {
  for (const flags of unused) command.addOption(new Option(flags).hideHelp());
  return command;
}

/** The commands in the order of `--help`. Each is loaded only when it is called: a clock must not wait for a database. */
export function createProgram(world: World): Command {
  const program = new PlainCommand("gongkai")
    .description("公开台账：用企业微信一句话记账，年底自动成表的政府信息公开工作年度报告")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand(false)
    .configureOutput({ writeOut: (text) => world.stdout.write(text), writeErr: (text) => world.stderr.write(text) })
    .addHelpText("after", "\n例：gongkai start\n    gongkai report export --help")
    .exitOverride();

  placed(program.command("start"))
    .description("启动机器人；没有企业微信密钥时启动演示（模拟的企业微信和样例机关，只在本机）")
    .option("--port <端口>", "端口", port, 8787)
    .option("--host <地址>", "监听地址", "127.0.0.1")
    .addHelpText("after", "\n例：gongkai start --data /srv/gongkai --port 8787")
    .action(async (options) => (await import("./start.ts")).startCommand(options, world));

  program
    .command("sample")
    .description("在一个新的数据目录里写入样例机关和它的 2025 年")
    .requiredOption("--data <目录>", "新的数据目录")
    .addHelpText("after", "\n例：gongkai sample --data ./sample && gongkai report compile --year 2025 --data ./sample")
    .action(async (options) => (await import("./sample.ts")).sampleCommand(options, world));

  placed(program.command("understand"))
    .description("逐行读入 JSON（id、now、text），逐行写出理解的结果；写了机关就用它的词汇")
    .option("--explain", "用中文说明每一部分读成了什么、为什么要问")
    .option("--misses", "列出问过和改过的话，供补充词汇")
    .addHelpText(
      "after",
      '\n例：echo \'{"id":"1","now":"2026-03-04T10:30:00+08:00","text":"今天公众号发了3条"}\' | gongkai understand',
    )
    .action(async (options) => (await import("./talk.ts")).understandCommand(options, world));

  placed(program.command("converse"))
    .description("逐行读入 JSON（id、now、user），像机器人一样一轮一轮回答；同一个 id 是同一段对话，另有一本空台账")
    .addHelpText(
      "after",
      '\n例：echo \'{"id":"1","now":"2026-03-04T10:30:00+08:00","user":"许可办结12件"}\' | gongkai converse',
    )
    .action(async (options) => (await import("./talk.ts")).converseCommand(options, world));

  placed(program.command("import").argument("<文件>", "要导入的文件"))
    .description("从 .csv、.xlsx 或 .jsonl 导入：要么全部写入，要么一行不写；重复导入不会重复记")
    .option("--dry-run", "只检查，不写入")
    .option("--by <成员>", "以谁的名义导入")
    .addHelpText(
      "after",
      "\n例：gongkai import 三月热线.csv --dry-run\n    案件每行一步：案件,步骤,日期,申请人类型,办理结果 → 2026-012,收到,2026-03-04,个人,",
    )
    .action(async (file, options) => (await import("./import.ts")).importCommand(file, options, world));

  const report = program
    .command("report")
    .description("年度报告：编、查、导出")
    .addHelpText("after", "\n例：gongkai report check --year 2025");
  placed(report.command("compile"))
    .description("把台账编成报告，输出 JSON：每个数、它的记录和缺口")
    .requiredOption("--year <年>", "报告年度", year)
    .option("--as-of <日期>", "只算到这一天写入的记录")
    .addHelpText("after", "\n例：gongkai report compile --year 2025 > 2025.json")
    .action(async (options) => (await import("./report-compile.ts")).reportCompile(options, world));
  placed(report.command("export"))
    .description("导出文件；还有必改的问题时不写文件，除非加 --draft")
    .requiredOption("--year <年>", "报告年度", year)
    .requiredOption("--format <格式>", "docx、pdf、html、xlsx 或 json")
    .requiredOption("--out <文件>", "写到哪里")
    .option("--draft", "导出草稿，每页标明“草稿”")
    .addHelpText("after", "\n例：gongkai report export --year 2025 --format docx --out 年报.docx")
    .action(async (options) => (await import("./report-export.ts")).reportExport(options, world));
  placed(report.command("month"))
    .description("一个月的月报：每个指标的数、记录和未报的科室，附当月台账记录")
    .requiredOption("--period <年-月>", "哪个月，如 2025-03")
    .requiredOption("--format <格式>", "docx 或 xlsx")
    .option("--out <文件>", "写到哪里（默认 当前目录/月报标题）")
    .addHelpText("after", "\n例：gongkai report month --period 2025-03 --format docx --out 三月月报.docx")
    .action(async (options) => (await import("./report-month.ts")).reportMonth(options, world));
  placed(report.command("register"))
    .description("一年的申请台账：申请、办理步骤、复议诉讼各一张表，不含申请人姓名和联系方式")
    .requiredOption("--year <年>", "哪一年", year)
    .option("--out <文件>", "写到哪里（默认 当前目录/台账标题.xlsx）")
    .addHelpText("after", "\n例：gongkai report register --year 2025 --out 申请台账.xlsx")
    .action(async (options) => (await import("./report-register.ts")).reportRegister(options, world));
  placed(report.command("text"))
    .description("看或存一节的文字，如 五、六、一（五）")
    .requiredOption("--year <年>", "报告年度", year)
    .requiredOption("--section <节>", "一（一）… 一（五）、五、六")
    .option("--file <文件>", "把这个文件的文字存为这一节")
    .option("--by <成员>", "以谁的名义存")
    .addHelpText("after", "\n例：gongkai report text --year 2025 --section 五 --file 第五节.txt")
    .action(async (options) => (await import("./report-text.ts")).reportText(options, world));
  placed(report.command("check").argument("[文件]", "报告的 JSON 文件"))
    .description("核对一份报告：本台账的（--year），或任何机关的数字（JSON 文件）")
    .option("--year <年>", "报告年度", year)
    .option("--against-ledger <文件>", "把一份编好的报告和台账逐数比较")
    .option("--json", "每行一条，JSON")
    .addHelpText("after", "\n例：gongkai report check --year 2025\n    gongkai report check 别的机关.json --json")
    .action(async (file, options) => (await import("./report-check.ts")).reportCheck(file, options, world));

  placed(report.command("explain"))
    .description("列出要说明的问题；写了编号和原因就记下说明，数变了会再请说明")
    .requiredOption("--year <年>", "报告年度", year)
    .option("--rule <编号>", "说明哪一条，如 B-S1")
    .option("--item <序号>", "同一编号有几条时，说明第几条", wholeNumber("--item", 1, 999))
    .option("--reason <原因>", "为什么可以这样")
    .option("--by <成员>", "以谁的名义说明")
    .addHelpText(
      "after",
      "\n例：gongkai report explain --year 2025\n    gongkai report explain --year 2025 --rule B-S1 --reason 清理时三件合并为一件 --by zhang.san",
    )
    .action(async (options) => (await import("./report-explain.ts")).reportExplain(options, world));

  placeless(program.command("clock"))
    .description("依申请公开的答复期限，逐日说明为什么算或不算")
    .requiredOption("--received <日期>", "收到申请的日期")
    .option("--corrected <日期>", "收到补正的日期")
    .option("--consult <起..止>", "征求意见的起止日期，可以写多次", (span: string, all: string[] = []) => [
      ...all,
      span,
    ])
    .option("--extend <工作日>", "延长的工作日数")
    .option("--json", "输出 JSON")
    .addHelpText("after", "\n例：gongkai clock --received 2025-06-03 --consult 2025-06-10..2025-06-20")
    .action(async (options) => {
      const { text, json } = (await import("./clock.ts")).clockCommand(options);
      await writeLine(world.stdout, options.json ? JSON.stringify(json) : text);
    });

  const ledger = program
    .command("ledger")
    .description("账本：导出、校验、备份、恢复、依法清除")
    .addHelpText("after", "\n例：gongkai ledger verify");
  placed(ledger.command("export"))
    .description("整本账逐行写出 JSON")
    .addHelpText("after", "\n例：gongkai ledger export > 账本.jsonl")
    .action(async (options) => (await import("./ledger.ts")).ledgerExport(options, world));
  placed(ledger.command("verify"))
    .description("重算每一条记录的链；有改动就指出第一处。末尾被删要靠以前记下的哈希才看得出来")
    .option("--head <哈希>", "以前打印的哈希，验它还在不在账里；可以写多次", several)
    .addHelpText("after", "\n例：gongkai ledger verify --data /srv/gongkai --head 3f7a…（64 位）")
    .action(async (options) => (await import("./ledger.ts")).ledgerVerify(options, world));
  placed(ledger.command("backup").argument("<文件>", "备份写到哪里"))
    .description("运行中做一份一致的备份")
    .addHelpText("after", "\n例：gongkai ledger backup 2026-01-31.backup")
    .action(async (file, options) => (await import("./ledger.ts")).ledgerBackup(file, options, world));
  placed(ledger.command("restore").argument("<文件>", "从哪个备份恢复"))
    .description("把备份恢复到一个空的数据目录")
    .addHelpText("after", "\n例：gongkai ledger restore 2026-01-31.backup --data /srv/gongkai-new")
    .action(async (file, options) => (await import("./ledger.ts")).ledgerRestore(file, options, world));

  placed(ledger.command("erase"))
    .description("依法清除原话或申请人信息；记录和链不变，清除后不能恢复")
    .option("--record <编号>", "清除这条记录的原话；可以写多次", several)
    .option("--case <编号>", "清除这件申请的申请人姓名、联系方式和申请内容；可以写多次", several)
    .addHelpText("after", "\n例：gongkai ledger erase --case A-2025-0003 --data /srv/gongkai")
    .action(async (options) => (await import("./ledger-erase.ts")).ledgerErase(options, world));

  const bench = program
    .command("bench")
    .description("和标尺在同一次运行里比较的基准")
    .addHelpText("after", "\n例：gongkai bench understand");
  placeless(bench.command("understand"))
    .description("理解的速度，和 chrono-node 的中文解析比")
    .addHelpText("after", "\n例：gongkai bench understand")
    .action(async () => (await import("./bench.ts")).benchUnderstand(world));
  placeless(bench.command("callback"), ["--config <文件>", "--organ <编码>"])
    .description("受理回调的速度：整个服务（落盘后才答复）和只解密、加密、不保存的空服务比，送回调的是另一个进程")
    .option("--messages <条数>", "每轮送多少条回调", wholeNumber("--messages", 100, 1_000_000), 5_000)
    .option("--data <目录>", "在哪块盘上落盘，量完删掉（默认 系统的临时目录）")
    .addHelpText("after", "\n例：gongkai bench callback --data /srv/gongkai")
    .action(async (options) => (await import("./bench.ts")).benchCallback(options, world));
  placeless(bench.command("report"))
    .description("折算和导出的速度：折算和内存数据库的分组查询比，各种格式和同一个库直接写表比")
    .option("--records <条数>", "折算多少条生成的记录", wholeNumber("--records", 10_000, 10_000_000), 1_000_000)
    .addHelpText("after", "\n例：gongkai bench report")
    .action(async (options) => (await import("./bench.ts")).benchReport(options, world));
  return program;
}
