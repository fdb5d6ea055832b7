import type { Platform } from "../platform.ts";
import { bodyText } from "../wire/body-text.ts";
import { addressed, type Door } from "../wire/envelope.ts";
import { seal } from "../wire/packet.ts";
import { signatureOf } from "../wire/signature.ts";

/** Within one second. [90930] */
const TIMEOUT_MS = 1000;

export type Verification = Readonly<{ verified: boolean; says: string; status?: number; body?: string }>;
export type VerificationOptions = Readonly<{
  wrongSignature?: boolean;
  wrongReceiveId?: boolean;
  plusToSpace?: boolean;
  /** How long ago its timestamp says it was sent. */
  ageSeconds?: number;
}>;

/** The GET the console sends when an administrator saves the callback's form. [90930] */
export async function verifyUrl(
  platform: Platform,
  door: Door,
  options: VerificationOptions = {},
): Promise<Verification> {
  const { clock, ids } = platform;
  const echo = ids.digits("echo", 19);
  const timestamp = String(Math.floor(clock.now() / 1000) - (options.ageSeconds ?? 0));
  const nonce = ids.digits("nonce", 10);
  const receiveId = options.wrongReceiveId ? "wwsomeoneelse0000" : door.receiveId;
  const sealEcho = () => seal({ ...door, receiveId, message: echo, random: ids.bytes("random", 16) });
  let echostr = sealEcho();
  while (options.plusToSpace && !echostr.includes("+")) echostr = sealEcho();
  const msg_signature = signatureOf(options.wrongSignature ? "not-the-token" : door.token, timestamp, nonce, echostr);
  const query = addressed(door.url, { msg_signature, timestamp, nonce, echostr });
  const url = options.plusToSpace ? query.replaceAll("%2B", "+") : query;

  const answer = await ask(platform, url);
  if (answer === undefined) return { verified: false, says: "The url did not answer within one second." };
  const { status, body } = answer;
  if (status === 200 && body === echo) return { verified: true, says: "ok", status, body };
  const forged = options.wrongSignature || options.wrongReceiveId || options.plusToSpace;
  if (!forged) platform.violations.note("echo-wrong", `status ${status}, ${body.length} characters`);
  return { verified: false, says: "The url did not answer 200 with exactly the decrypted text.", status, body };
}

function ask({ clock, wire }: Platform, url: string): Promise<{ status: number; body: string } | undefined> {
  const dropped = new AbortController();
  return new Promise((resolve) => {
    const timeout = clock.after(TIMEOUT_MS, () => {
      dropped.abort();
      resolve(undefined);
    });
    const finish = (answer: { status: number; body: string } | undefined) => {
      timeout.cancel();
      resolve(answer);
    };
    const get = async () => {
      const response = await fetch(url, { redirect: "manual", signal: dropped.signal });
      return { status: response.status, body: await bodyText(response) };
    };
    wire.track(get()).then(finish, () => finish(undefined));
  });
}
