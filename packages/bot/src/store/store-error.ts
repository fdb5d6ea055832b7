const CATALOGUE = {
  LEDGER_LOCKED: "台账正被另一个程序占用，请等它做完再试",
  LEDGER_UNWRITABLE: "台账所在的位置不能写入，请检查目录权限",
  LEDGER_UNOPENABLE: "打不开台账文件，请检查路径和权限",
  DISK_FULL: "磁盘已满，台账写不进去，请先腾出空间",
  DISK_FAILED: "读写磁盘出错，请检查磁盘后再启动",
  NOT_A_LEDGER: "这个文件不是公开台账的数据，请核对路径",
  LEDGER_DAMAGED: "台账数据有损坏，请用最近的备份恢复",
  NEWER_VERSION: "这份台账由更新版本的程序写成，请先升级程序",
  DATABASE_UNREACHABLE: "连不上数据库服务器，请检查地址、端口和网络",
  DATABASE_REFUSED: "数据库拒绝了登录，请检查账号和密码",
  DATABASE_MISSING: "数据库服务器上没有这个库，请先建库",
  DATABASE_LOST: "和数据库的连接断了，请稍后再试",
  DATABASE_BUSY: "数据库正忙，请稍后再试",
  HOME_NOT_EMPTY: "目标台账里已有内容，恢复只能写进全新的台账",
  BACKUP_UNREADABLE: "读不出备份文件，请核对路径",
  BACKUP_DAMAGED: "备份文件不完整或被改动过，没有恢复任何内容",
  BACKUP_UNWRITABLE: "备份文件写不进去，请检查目录权限和磁盘空间",
  SHARED_UNREACHABLE: "连不上缓存服务器，请检查地址、端口和网络",
} as const;
export type StoreErrorCode = keyof typeof CATALOGUE;

/** Something outside the code is wrong. Callers branch on `code`, never on the text; the text holds no secret. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  /** @param detail a path, a server's address without its credentials, or what else tells the reader which one is meant. */
  constructor(code: StoreErrorCode, detail: string, options?: ErrorOptions) {
    super(`${CATALOGUE[code]}（${detail}）。`, options);
    this.code = code;
  }
}
