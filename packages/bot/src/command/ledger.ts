import { resolve } from "node:path";
import { backupTo, restoreFrom } from "../store/backup.ts";
import { exportLedger } from "../store/export-ledger.ts";
import { type ChainVerdict, verifyLedger } from "../store/verify-chain.ts";
import { type Place, withHome, withOffice } from "./open-office.ts";
import { CommandError, type World, writeLine } from "./world.ts";

/** `gongkai ledger export`: the chain as JSON lines, without words and personal data. */
export async function ledgerExport(place: Place, world: World): Promise<void> {
  await withOffice(place, world, ({ office }, home) =>
    exportLedger(home, office.key, (line) => writeLine(world.stdout, line)),
  );
}

/** `gongkai ledger verify`: exit 1 when any chain is broken. */
export async function ledgerVerify(place: Place, world: World): Promise<void> {
  const verdicts = await withHome(place, world, verifyLedger);
  if (verdicts.length === 0) await writeLine(world.stdout, "账本是空的，没有什么可验。");
  for (const verdict of verdicts) await writeLine(world.stdout, verdictLine(verdict));
  if (verdicts.some(({ broken }) => broken !== null)) world.exitWith(1);
}

/** `gongkai ledger backup FILE` */
export async function ledgerBackup(file: string, place: Place, world: World): Promise<void> {
  const { rows, chains } = await withHome(place, world, (home) => backupTo(home, resolve(file)));
  await writeLine(world.stdout, `已备份到 ${resolve(file)}，共 ${rows} 行。里面有原话和申请人信息，请妥善保管。`);
  for (const chain of chains.filter(({ broken }) => broken !== null)) await writeLine(world.stderr, verdictLine(chain));
  if (chains.some(({ broken }) => broken !== null)) world.exitWith(1);
}

/** `gongkai ledger restore FILE`: only into an empty home. */
export async function ledgerRestore(file: string, place: Place, world: World): Promise<void> {
  if (place.organ !== undefined) throw new CommandError("备份是整本恢复的，不能只恢复一个机关，请去掉 --organ。");
  const { rows, chains } = await withHome(place, world, (home) => restoreFrom(home, resolve(file)));
  await writeLine(world.stdout, `已恢复 ${rows} 行。请把原来的 gongkai.yaml 也放进数据目录。`);
  for (const chain of chains) await writeLine(world.stdout, verdictLine(chain));
}

function verdictLine({ organ, records, words, head, broken }: ChainVerdict): string {
  if (broken) return `${organ}：账本被动过。${broken.says}`;
  const erased = words.erased > 0 ? `，${words.erased} 条原话已依法清除` : "";
  return `${organ}：${records} 条记录，链完整${erased}。最后一条的哈希 ${head.hash}`;
}
