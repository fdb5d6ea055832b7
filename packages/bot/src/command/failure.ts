import { ReportError } from "@gongkai/reporter";
import { ConfigError } from "../config/config-error.ts";
import { DeedError, type DeedErrorCode } from "../deeds/deed-error.ts";
import { ServerError } from "../server/server-error.ts";
import { StoreError } from "../store/store-error.ts";
import { WecomError } from "../wecom/wecom-error.ts";
import { CommandError } from "./world.ts";

/** What a failed command says, and the exit code of it: 2 wrong use, 1 refused or failed, 70 a fault of ours. */
export type Failure = Readonly<{ says: string; code: 1 | 2 | 70 }>;

const NOT_DONE: Readonly<Record<DeedErrorCode, string>> = {
  NOT_ALLOWED: "这个人没有权限做这件事，请换有权限的人来做。",
  WRONG_STATEMENT: "这件事和要写的内容对不上，没有写入，请重新说一遍。",
  NO_SUCH_RECORD: "台账里没有要改的那条记录，请核对后再试。",
  MONTH_CLOSED: "这个月已经关账，请先说明理由重新打开，再来修改。",
};

/** Node's codes for what the machine refuses. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件或目录，请核对路径",
  EACCES: "没有权限，请检查文件和目录的权限",
  EPERM: "没有权限，请检查文件和目录的权限",
  EISDIR: "这是一个目录，请写文件的路径",
  ENOTDIR: "路径里有一段不是目录，请核对路径",
  EEXIST: "这里已经有同名的文件，请换一个路径",
  EROFS: "这个位置只能读，请换一个位置",
  ENOSPC: "磁盘已满，请先腾出空间",
  EDQUOT: "磁盘配额已满，请先腾出空间",
  ENAMETOOLONG: "文件名太长，请换一个短的",
  ELOOP: "链接绕成了一圈，请核对路径",
  EMFILE: "打开的文件太多，请稍后再试",
};

/** The refusal of the machine in plain words, or `undefined` when `error` is none. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? REFUSALS[String(error.code)] : undefined;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof CommandError) return { says: error.message, code: error.exitCode };
  if (error instanceof ConfigError) {
    const problems = error.problems.map((problem) => `  ${problem}`);
    return { says: ["配置不能用，请先改好下面的问题：", ...problems].join("\n"), code: 2 };
  }
  if (error instanceof StoreError || error instanceof ServerError || error instanceof ReportError)
    return { says: sentence(error.message), code: 1 };
  if (error instanceof WecomError) return { says: sentence(error.forAdmin), code: 1 };
  if (error instanceof DeedError) return { says: NOT_DONE[error.code], code: 1 };
  const refusal = refusalOf(error);
  if (refusal !== undefined) return { says: `${pathOf(error)}${refusal}。`, code: 1 };
  const stack = error instanceof Error ? error.stack : String(error);
  return { says: `程序出了意外，请把下面这段发给维护人员：\n${stack}`, code: 70 }; // EX_SOFTWARE of sysexits.h
}

const sentence = (text: string) => (/[。！？]$/.test(text) ? text : `${text}。`);

/** A reader that has gone (`| head`) is no failure of ours. */
export const isGoneReader = (error: unknown) => error instanceof Error && "code" in error && error.code === "EPIPE";

const pathOf = (error: unknown) =>
  error instanceof Error && "path" in error && typeof error.path === "string" ? `${error.path}：` : "";
