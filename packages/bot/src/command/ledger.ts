import { constants } from "node:fs";
import { access, open } from "node:fs/promises";
import { resolve } from "node:path";
import { backupTo, restoreFrom } from "../store/backup.ts";
import { exportLedger } from "../store/export-ledger.ts";
import type { Home } from "../store/home.ts";
import { type ChainVerdict, verifyChain, verifyLedger } from "../store/verify-chain.ts";
import { type Place, withHome, withOffice } from "./open-office.ts";
import { CommandError, type World, writeLine } from "./world.ts";
import { replaceable } from "./write-file.ts";

/** `gongkai ledger export`: the chain as JSON lines, without words and personal data. */
export async function ledgerExport(place: Place, world: World): Promise<void> {
  await withOffice(place, world, "reads", ({ office }, home) =>
    exportLedger(home, office.key, (line) => writeLine(world.stdout, line)),
  );
}

export type VerifyOptions = Place & Readonly<{ head?: readonly string[] }>;

/** `gongkai ledger verify`: exit 1 when any chain is broken, or does not meet a hash that was noted of it. */
export async function ledgerVerify({ head = [], ...place }: VerifyOptions, world: World): Promise<void> {
  const { organ } = place;
  const noted = head.map(notedHash);
  const verdicts = await withHome(place, world, "reads", async (home) =>
    organ === undefined ? verifyLedger(home, noted) : [await verifyChain(home, await keptOrgan(home, organ), noted)],
  );
  if (verdicts.length === 0) await writeLine(world.stdout, "账本是空的，没有什么可验。");
  for (const verdict of verdicts) await writeLine(world.stdout, verdictLine(verdict));
  const isBroken = verdicts.some(({ broken }) => broken !== null);
  const lines = isBroken ? [] : noted.map((hash) => notedLine(hash, verdicts)); // behind a break nothing was looked at
  for (const { says } of lines) await writeLine(world.stdout, says);
  if (isBroken || lines.some(({ isMet }) => !isMet)) world.exitWith(1);
}

function notedHash(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new CommandError(`--head 的“${text}”不对，要写 ledger verify 打印过的哈希，64 位。`);
  return text.toLowerCase();
}

/** What a noted hash proves: everything up to it is as it was. */
function notedLine(hash: string, verdicts: readonly ChainVerdict[]): { says: string; isMet: boolean } {
  const name = `记下的哈希 ${hash.slice(0, 12)}…`;
  for (const { organ, head, met } of verdicts) {
    const place = met.find((each) => each.hash === hash);
    if (!place) continue;
    const since = head.seq - place.seq;
    const later = since === 0 ? "正是最后一条" : `之后又记了 ${since} 条`;
    return { says: `${organ}：${name}是第 ${place.seq} 条，${later}。`, isMet: true };
  }
  return { says: `${name}不在账里：末尾的记录被删过，或者整本账被换过。`, isMet: false };
}

async function keptOrgan(home: Home, organ: string): Promise<string> {
  const kept = await home.organs();
  if (kept.includes(organ)) return organ;
  throw new CommandError(`台账里没有 ${organ} 这个机关，可选：${kept.join("、") || "（还没有）"}。`);
}

/** `gongkai ledger backup FILE` */
export async function ledgerBackup(file: string, place: Place, world: World): Promise<void> {
  if (place.organ !== undefined) throw new CommandError("备份是整本台账一起做的，不能只备一个机关，请去掉 --organ。");
  const target = await replaceable(file, isBackup);
  const { rows, chains } = await withHome(place, world, "reads", (home) => backupTo(home, target));
  await writeLine(world.stdout, `已备份到 ${target}，共 ${rows} 行。里面有原话和申请人信息，请妥善保管。`);
  for (const chain of chains.filter(({ broken }) => broken !== null)) await writeLine(world.stderr, verdictLine(chain));
  if (chains.some(({ broken }) => broken !== null)) world.exitWith(1);
}

const BACKUP_BEGINS = '{"backup":"gongkai"';

async function isBackup(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BACKUP_BEGINS.length), 0, BACKUP_BEGINS.length, 0);
    return buffer.toString("utf8", 0, bytesRead) === BACKUP_BEGINS;
  } finally {
    await file.close();
  }
}

/** `gongkai ledger restore FILE`: only into an empty home. */
export async function ledgerRestore(file: string, place: Place, world: World): Promise<void> {
  if (place.organ !== undefined) throw new CommandError("备份是整本恢复的，不能只恢复一个机关，请去掉 --organ。");
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw new CommandError(`打不开备份文件 ${file}，请核对路径和权限。`, 2, { cause });
  });
  const { rows, chains } = await withHome(place, world, "writes", (home) => restoreFrom(home, resolve(file)));
  await writeLine(world.stdout, `已恢复 ${rows} 行。请把原来的 gongkai.yaml 也放进数据目录。`);
  for (const chain of chains) await writeLine(world.stdout, verdictLine(chain));
}

function verdictLine({ organ, records, words, head, broken }: ChainVerdict): string {
  if (broken) return `${organ}：账本被动过。${broken.says}`;
  const erased = words.erased > 0 ? `，${words.erased} 条原话已依法清除` : "";
  return `${organ}：${records} 条记录，链完整${erased}。最后一条的哈希 ${head.hash}`;
}
