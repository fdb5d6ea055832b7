// Callbacks as the platform sends them, from a process of their own. Each task is prepared, then fired on request.
import { Pool } from "undici";
import type { Credentials } from "../config/environment.ts";
import { seal, signatureOf } from "../wecom/crypto.ts";

export type LoadTask = Readonly<{
  port: number;
  credentials: Credentials;
  messages: number;
  /** Number of the first message: nobody gets the same one twice. */
  first: number;
  /** Messages a second at even intervals; as fast as answers come when it is null. */
  rate: number | null;
}>;
/** Latencies are milliseconds from the moment a message was due, so that a pause of the server counts for all it held up. */
export type LoadResult = Readonly<{ seconds: number; answered: number; refused: number; p50: number; p99: number }>;

const CONNECTIONS = 64;
/** The platform's nonces look like chance and have ten digits; these do too, and none comes twice: 3^18 is prime to 10^9. */
const [TEN_DIGITS, STRIDE] = [1_000_000_000, 387_420_489];
type Callback = Readonly<{ path: string; body: string }>;

let callbacks: Callback[] = [];
let task: LoadTask | undefined;
process.on("disconnect", () => process.exit());
process.on("message", async (message: LoadTask | "fire") => {
  if (message !== "fire") {
    task = message;
    const { credentials, first } = message;
    callbacks = Array.from({ length: message.messages }, (_, at) => callbackOf(credentials, first + at));
    process.send?.("ready");
  } else if (task) process.send?.(await fire(task, callbacks));
});

function callbackOf({ corpId, agentId, token, aesKey }: Credentials, number: number): Callback {
  const seconds = String(Math.floor((performance.timeOrigin + performance.now()) / 1000));
  const id = `7${String(number).padStart(18, "0")}`;
  const plain =
    `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[member-${number % 200}]]></FromUserName>` +
    `<CreateTime>${seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
    "<Content><![CDATA[今天门户网站发了3条政策解读，许可办结5件]]></Content>" +
    `<MsgId>${id}</MsgId><AgentID>${agentId}</AgentID></xml>`;
  const encrypted = seal(aesKey, plain, corpId);
  const nonce = String(TEN_DIGITS + ((number * STRIDE) % TEN_DIGITS));
  const query = { msg_signature: signatureOf(token, seconds, nonce, encrypted), timestamp: seconds, nonce };
  return {
    path: `/wecom/callback?${new URLSearchParams(query)}`,
    body:
      `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[${agentId}]]></AgentID>` +
      `<Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  };
}

async function fire({ port, rate }: LoadTask, waiting: readonly Callback[]): Promise<LoadResult> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 });
  const latencies: number[] = [];
  let refused = 0;
  const post = async ({ path, body }: Callback, due: number) => {
    const { statusCode, body: answer } = await pool.request({ method: "POST", path, body, headers: XML });
    await answer.dump();
    if (statusCode !== 200) refused += 1;
    latencies.push(performance.now() - due);
  };
  const started = performance.now();
  await (rate === null ? asAnswersCome(waiting, post) : evenly(waiting, rate, post));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  latencies.sort((a, b) => a - b);
  const percentile = (share: number) => latencies[Math.ceil(latencies.length * share) - 1] ?? Number.NaN;
  return { seconds, answered: latencies.length, refused, p50: percentile(0.5), p99: percentile(0.99) };
}
const XML = { "content-type": "text/xml" };

type Post = (callback: Callback, due: number) => Promise<void>;

async function asAnswersCome(waiting: readonly Callback[], post: Post): Promise<void> {
  const left = waiting.values();
  const visitor = async () => {
    for (const callback of left) await post(callback, performance.now());
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor));
}

async function evenly(waiting: readonly Callback[], rate: number, post: Post): Promise<void> {
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (const [at, callback] of waiting.entries()) {
    const due = started + (at * 1000) / rate;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    under.push(post(callback, due));
  }
  await Promise.all(under);
}
