import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";

/** WeCom's encryption as somebody else wrote it years ago: the package `wechat-crypto`, which has no types of its own. */
type IndependentCrypt = {
  id: string;
  encrypt(text: string): string;
  decrypt(text: string): { message: string; id: string };
  getSignature(timestamp: string, nonce: string, encrypted: string): string;
};
const IndependentCrypt: new (token: string, aesKey: string, id: string) => IndependentCrypt = createRequire(
  import.meta.url,
)("wechat-crypto");

export type RelayOptions = Readonly<{
  token: string;
  aesKey: string;
  /** Corp id for an app, "" for an AI bot. */
  receiver: string;
  /** The bot's callback. */
  target: string;
  /** What is said in place of the bot's empty answer, in its inside shape. */
  reply?: (message: string) => string | undefined;
}>;

/** Stands between platform and bot: opens what one end sealed and seals it afresh for the other, by foreign code alone. */
export async function openRelay(options: RelayOptions) {
  const { token, aesKey, receiver, target, reply } = options;
  const crypt = new IndependentCrypt(token, aesKey, receiver || "none");
  crypt.id = receiver; // its constructor wants one, an AI bot has none
  const opened: string[] = [];
  const statuses: number[] = [];

  function resealed(sealed: string, query: URLSearchParams) {
    const said = query.get("msg_signature");
    const [timestamp, nonce] = [query.get("timestamp") ?? "", query.get("nonce") ?? ""];
    if (crypt.getSignature(timestamp, nonce, sealed) !== said) throw new Error("the platform signed something else");
    const { message, id } = crypt.decrypt(sealed);
    if (id !== receiver) throw new Error(`the platform sealed it for ${id}`);
    opened.push(message);
    const afresh = crypt.encrypt(message);
    const msg_signature = crypt.getSignature(timestamp, nonce, afresh);
    return { message, afresh, timestamp, nonce, query: new URLSearchParams({ msg_signature, timestamp, nonce }) };
  }

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams } = new URL(request.url ?? "/", "http://relay");
    const body = await textOf(request);
    const isJson = body.startsWith("{");
    const sealed = body === "" ? searchParams.get("echostr") : sealedIn(body, isJson);
    const { message, afresh, timestamp, nonce, query } = resealed(sealed ?? "", searchParams);
    if (body === "") query.set("echostr", afresh);
    const sent = body === "" ? {} : { method: "POST", body: body.replace(sealed ?? "", () => afresh) };
    const answer = await fetch(`${target}?${query}`, sent);
    statuses.push(answer.status);
    const text = await answer.text();
    const own = body === "" ? undefined : reply?.(message);
    response.writeHead(answer.status).end(own === undefined ? text : envelope(own, timestamp, nonce, isJson));
  }

  function envelope(inside: string, timestamp: string, nonce: string, isJson: boolean): string {
    const encrypt = crypt.encrypt(inside);
    const msgsignature = crypt.getSignature(timestamp, nonce, encrypt);
    if (isJson) return JSON.stringify({ encrypt, msgsignature, timestamp: Number(timestamp), nonce });
    return (
      `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${msgsignature}]]></MsgSignature>` +
      `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`
    );
  }

  const server = createServer((request, response) => {
    relay(request, response).catch((reason: unknown) => {
      opened.push(`failed: ${reason}`);
      response.writeHead(502).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `http://127.0.0.1:${port}/relay`,
    /** What the platform said, as foreign code read it. */
    opened,
    /** What the bot answered with. */
    statuses,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function sealedIn(body: string, isJson: boolean): string | undefined {
  return isJson ? JSON.parse(body).encrypt : /<Encrypt><!\[CDATA\[([^\]]+)\]\]><\/Encrypt>/.exec(body)?.[1];
}
