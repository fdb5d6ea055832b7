import { PassThrough, Readable, Writable } from "node:stream";
import { run } from "../../packages/bot/src/command/run.ts";

export type Said = Readonly<{ out: string; err: string; code: number }>;
export type Keyboard = Readonly<{
  environment?: Readonly<Record<string, string>>;
  stdin?: string;
  /** Moment of the command's clock, ISO 8601 with offset. */
  now?: string;
  onTerminal?: boolean;
}>;

function listening(onTerminal: boolean) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY: onTerminal }), heard: () => Buffer.concat(chunks).toString("utf8") };
}

/** Runs one command line in this process, with a machine of its own. */
export async function type(
  words: readonly string[],
  { environment = {}, stdin = "", now = "2026-01-20T10:00:00+08:00", onTerminal = false }: Keyboard = {},
): Promise<Said> {
  const [out, err] = [listening(onTerminal), listening(onTerminal)];
  let code = 0;
  await run(words, {
    environment,
    stdin: stdin === "" ? new PassThrough().end() : Readable.from([Buffer.from(stdin)]),
    stdout: out.stream,
    stderr: err.stream,
    now: () => Date.parse(now),
    exitWith: (told) => {
      code = told;
    },
    stopped: () => Promise.resolve(),
  });
  return { out: out.heard(), err: err.heard(), code };
}
