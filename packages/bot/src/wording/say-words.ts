import type { Line } from "../dialogue/line.ts";
import type { Option } from "../dialogue/question.ts";
import type { Saying } from "../dialogue/saying.ts";
import { caseRefusedWords, caseStandsWords } from "./case-words.ts";
import {
  bulletWords,
  linesWords,
  lineWords,
  type Movement,
  movementWords,
  type Running,
  runningWords,
} from "./echo-words.ts";
import type { Speaking } from "./fact-words.ts";
import { helpWords } from "./help-words.ts";
import { noteLines } from "./note-words.ts";
import { periodWords } from "./period-words.ts";
import { questionWords } from "./question-words.ts";
import { monthLeftWords, summaryDaysWords } from "./reminder-reply-words.ts";

/** What became of the figures in this turn. */
export type Effects = Readonly<{ moved: readonly Movement[]; running: readonly Running[] }>;

export type Context = Speaking &
  Readonly<{
    effects: Effects;
    sectionLabel: (key: string) => string;
    /** Somebody answers for the section and is told of what others report for it. */
    hasHead: (key: string) => boolean;
    /** The answer to a query, already in words. */
    answerWords: string;
  }>;

const NOT_ALLOWED: Readonly<Record<string, string>> = {
  report: "您的身份不能报数，请联系政务公开办。",
  mend: "这条不是您报的，改动请联系报的人、科室负责人或者政务公开办。",
  "attest-nil": "整月报无，要由本科室的人或者政务公开办来报。",
  "store-text": "年报的文字由政务公开办填写。",
  "close-month": "结账和打开月份由政务公开办操作。",
  "read-summaries": "小结只发给局领导和政务公开办。想看进度可以随时问“本月进度”。",
  ask: "您的身份不能查询，请联系政务公开办。",
  "export-annual": "年报由科室负责人、政务公开办或者局领导导出。",
  "export-month": "您的身份不能导出月报，请联系政务公开办。",
  "export-ledger": "台账由政务公开办或者管理员导出。",
};

const CANNOT: Readonly<Record<Extract<Saying, { say: "cannot-change" }>["what"], string>> = {
  "case-channel": "这一条不能这样改。可以撤销后重新报。",
  "case-answered": "这件申请后面还有办理记录，请先撤销后面的记录，再来改这一条。",
  "case-count": "案件是一件一件记的：多记了请撤销，少记了请再报一件。",
  "case-ahead": "这一天还没有到，等办了再告诉我。",
  "case-day": "申请和案件要从具体的一天起算期限，请说清楚是哪一天（一次最多五十件）。",
  "nil-gauge": "这一项是读数，不能报“无”，请说一个读数，例如“网站访问量12000”。",
  "whole-number": "这个数不是整数，请说一个准确的整数。",
};

/** The sentence for one thing said. */
export function sayWords(saying: Saying, context: Context): string {
  switch (saying.say) {
    case "kept":
      return keptWords(saying, context);
    case "corrected":
      return [
        `${saying.back ? "已改回" : "已改"}：${lineWords(saying.before, context)}`,
        `→ ${lineWords(saying.after, context)}`,
        ...effectLines(context),
        saying.back ? "回复“恢复”可以再改过来。" : "回复“撤销”可以改回。",
      ].join("\n");
    case "unchanged":
      return `这条本来就是：${lineWords(saying.line, context)}。没有改动。`;
    case "changed-since":
      return `这条后来又被改成：${lineWords(saying.line, context)}。没有撤销，要改请直接说改成多少。`;
    case "would-count-twice":
      return `${lineWords(saying.line, context)}，会和已经记下的重复计数：${linesWords(saying.standing, context)}。没有动，请先撤销其中不对的那条，再说一遍。`;
    case "withdrawn":
      return [`已撤销：${linesWords(saying.lines, context)}`, ...effectLines(context), "回复“恢复”可以找回。"].join(
        "\n",
      );
    case "restored":
      return [`已恢复：${linesWords(saying.lines, context)}`, ...effectLines(context)].join("\n");
    case "put-back":
      return `原来被替换的又算数了：${linesWords(saying.lines, context)}`;
    case "nothing-to-withdraw":
      return "没有可以撤销的记录。";
    case "nothing-to-restore":
      return "没有可以恢复的记录。";
    case "not-found":
      return notFoundWords(saying);
    case "ask":
    case "still-waiting":
      return withOptions(askingWords(saying, context), saying.question.options);
    case "lapsed":
      return `${quote(saying.words)}一直没有等到您的回答，没有记下。需要的话请再说一遍。`;
    case "dropped":
      return `好的，${quote(saying.words)}没有记。`;
    case "held":
      return "好的，整批都没有记。改好以后再发一遍就行。";
    case "left-as-it-stands":
      return `好的，还是原来的：${linesWords(saying.lines, context)}。没有另外记。`;
    case "case-refused":
      return caseRefusedWords(saying, context);
    case "case-stands":
      return caseStandsWords(saying.standing, context);
    case "stale-tap":
      return "这张卡片已经处理过了，没有再记。";
    case "changed-meanwhile":
      return "在您回答之前，这里的数又有变动，请再看一下。";
    case "cannot-change":
      return CANNOT[saying.what];
    case "not-allowed":
      return NOT_ALLOWED[saying.deed] ?? "您的身份不能这样做，请联系政务公开办。";
    case "month-closed":
      return monthClosedWords(saying, context);
    case "month-closed-now":
      return `${periodWords(saying.month, context.today)}已结账。以后要改这个月的数，请先打开并说明原因。`;
    case "month-reopened":
      return `${periodWords(saying.month, context.today)}已打开，原因：${saying.reason.replace(/[。.！!]+$/u, "")}。补完请再结账。`;
    case "month-as-it-is":
      return `${periodWords(saying.month, context.today)}${saying.closed ? "本来就是结账的" : "没有结账"}，不用再操作。`;
    case "nothing-open":
      return `${periodWords(saying.month, context.today)}您科室该报的都报过了，没有要报无的。`;
    case "month-left":
      return monthLeftWords(saying.month, saying.indicators, context);
    case "summary-days":
      return summaryDaysWords(saying.chosen, saying.first, context.today);
    case "across-years":
      return `${quote(saying.words)}跨了${saying.years.join("年和")}年，两年的数要分开，请各说一个。`;
    case "text-stored":
      return `已存为${saying.year}年年报“${saying.key}”部分的文字，共${saying.length}字。回复“撤销”可以取消。`;
    case "answer":
      return context.answerWords;
    case "file-coming":
      return fileWords(saying, context);
    case "help":
      return helpWords(saying.topic, saying.question, context);
    case "friendly":
      return FRIENDLY[saying.why] ?? "收到。做完了什么，随时告诉我。";
    case "agreed":
      return "好的。";
    default:
      return saying satisfies never;
  }
}

const quote = (words: string): string => `“${words.trim().slice(0, 40)}”`;

/** A question without its choices: on a card they are buttons. */
export function askingWords({ say, question }: Asking, context: Context): string {
  const words = questionWords(question.asked, context);
  return say === "ask" ? words : `还有一件事等您回答：${words}`;
}
export type Asking = Extract<Saying, { say: "ask" | "still-waiting" }>;

/** Choices are numbered, so that a number answers. */
export const withOptions = (sentence: string, options: readonly Option[]): string =>
  [sentence, ...options.map(({ label }, place) => `${place + 1}. ${label}`)].join("\n");

function effectLines({ effects, today }: Context): string[] {
  const lines: string[] = [];
  if (effects.running.length > 0) lines.push(runningWords(effects.running, today));
  if (effects.moved.length > 0) lines.push(`年报：${movementWords(effects.moved, Number(today.slice(0, 4)))}`);
  return lines;
}

function keptWords({ lines, ended, onBehalf }: Extract<Saying, { say: "kept" }>, context: Context): string {
  const head = onBehalf === null ? "已记" : `已代${context.sectionLabel(onBehalf)}记下`;
  const body = lines.length === 1 ? linesWords(lines, context) : `${lines.length}条\n${linesWords(lines, context)}`;
  return [
    `${head}：${body}`,
    ...noteLines(lines, context),
    ...(ended.length > 0 ? [`原来的不再算数：${endedWords(ended, context)}`] : []),
    ...effectLines(context),
    ...(onBehalf === null || !context.hasHead(onBehalf) ? [] : [`已告诉${context.sectionLabel(onBehalf)}负责人。`]),
    lines.length > 1 ? "有错回复“撤销第2条”或“第2条改成…”。" : "有错回复“撤销”或“改成…”。",
  ].join("\n");
}

const endedWords = (ended: readonly Line[], context: Context): string =>
  ended.map((line) => lineWords(line, context)).join("；");

function notFoundWords({ what, words }: Extract<Saying, { say: "not-found" }>): string {
  if (what === "case") return `没有找到${quote(words)}说的申请。可以说编号、申请人姓名，或者收到的日期。`;
  if (what === "line") return "没有这一条。可以先说“看看我本月报的”，再说第几条。";
  if (words.trim() === "") return "没有找到可以改的记录。可以说是哪天的什么，例如“昨天那条许可改成5件”。";
  return `没有找到${quote(words)}说的那条记录。可以说是哪天的什么，例如“昨天那条许可改成5件”。`;
}

function monthClosedWords(saying: Extract<Saying, { say: "month-closed" }>, context: Context): string {
  const month = periodWords(saying.month, context.today);
  if (saying.lines.length === 0) return `${month}已经结账，要改请先由政务公开办打开${month}。`;
  const told = saying.clerksTold ? "已经告诉政务公开办，" : "";
  const then = `${told}打开后请再报一次。`;
  return saying.lines.length === 1
    ? `${month}已经结账，这条还没有记：${linesWords(saying.lines, context)}。${then}`
    : `${month}已经结账，这${saying.lines.length}条还没有记：\n${bulletWords(saying.lines, context)}\n${then}`;
}

function fileWords({ wants }: Extract<Saying, { say: "file-coming" }>, { today }: Context): string {
  if (wants.what === "annual") return "正在生成年报，文件稍后发到这里。";
  if (wants.what === "cases") return "正在导出申请台账，文件稍后发到这里。里面没有申请人的姓名和联系方式。";
  if (wants.what === "ledger") return "正在导出台账，文件稍后发到这里。";
  return `正在生成${wants.period === null ? "" : periodWords(wants.period, today)}月报，文件稍后发到这里。`;
}

const FRIENDLY: Readonly<Record<string, string>> = {
  "not-done": "好的，办完了再告诉我就行。",
  "nothing-done": "好的，没有就不用记。整月没有的，可以说“本月无”。",
  "somebody-elses": "收到。别的单位的数不记在我们这里。",
};
