import { readBackupFile, writeBackupFile } from "./backup-file.ts";
import type { ChainReader } from "./chain-port.ts";
import type { HomeCopy } from "./copy-port.ts";
import type { LedgerReader } from "./ledger-port.ts";
import { StoreError } from "./store-error.ts";
import { type ChainVerdict, verifyLedger } from "./verify-chain.ts";

export type Backup = Readonly<{ rows: number; chains: readonly ChainVerdict[] }>;
type Source = HomeCopy & ChainReader & Pick<LedgerReader, "head" | "organs">;

/**
 * A copy of the whole home as of one moment in one file, made while the home goes on working. It holds words and
 * personal data: the file is for its owner alone. A broken chain is copied too, and told.
 * @throws StoreError BACKUP_UNWRITABLE; then no file of that name was made or replaced
 */
export async function backupTo(home: Source, path: string): Promise<Backup> {
  const chains = await verifyLedger(home);
  const rows = await writeBackupFile(path, (take) => home.copyOut(take));
  return { rows, chains };
}

/**
 * Fills a fresh home from a backup, SQLite or PostgreSQL whichever wrote it. The file is read through once before
 * anything is written, and the chains are recomputed before anything counts: all of it is there afterwards, or nothing.
 * @throws StoreError HOME_NOT_EMPTY, BACKUP_UNREADABLE, BACKUP_DAMAGED
 */
export async function restoreFrom(home: HomeCopy, path: string): Promise<Backup> {
  if (!(await home.isEmpty())) throw new StoreError("HOME_NOT_EMPTY", path);
  let rows = 0;
  for await (const _row of readBackupFile(path)) rows += 1;

  let chains: readonly ChainVerdict[] = [];
  await home.copyIn(readBackupFile(path), async (written) => {
    chains = await verifyLedger(written);
    const broken = chains.find((chain) => chain.broken !== null);
    if (broken?.broken) throw new StoreError("BACKUP_DAMAGED", `${path} ${broken.organ} ${broken.broken.says}`);
  });
  return { rows, chains };
}
