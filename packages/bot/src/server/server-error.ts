const CATALOGUE = {
  PORT_TAKEN: "端口已被占用，请用 --port 换一个，或先停掉占用它的程序",
  PORT_FORBIDDEN: "没有权限使用这个端口，请换一个 1024 以上的端口",
  ADDRESS_NOT_OURS: "本机没有这个地址，请核对 --host",
} as const;
export type ServerErrorCode = keyof typeof CATALOGUE;

/** The server cannot be where it was told to be. Callers branch on `code`, never on the text. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ServerErrorCode;

  constructor(code: ServerErrorCode, detail: string, options?: ErrorOptions) {
    super(`${CATALOGUE[code]}（${detail}）。`, options);
    this.code = code;
  }
}
