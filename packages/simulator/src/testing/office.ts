import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { createSimulator, type Simulator, type SimulatorOptions } from "../index.ts";
import { open } from "../wire/packet.ts";
import { signatureOf } from "../wire/signature.ts";
import { readXml, textOf } from "../wire/xml.ts";

export const APP = {
  agentid: 1000002,
  secret: "app-secret",
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
} as const;

const OFFICE: SimulatorOptions = {
  patienceMs: 30,
  departments: [
    { id: 1, name: "示例单位", parentid: 0 },
    { id: 2, name: "办公室" },
    { id: 3, name: "法规科", parentid: 2 },
  ],
  users: [
    { userid: "ZhangSan", name: "张三", department: [2], leaderOf: [2], mobile: "13800000000" },
    { userid: "lisi", name: "李四", department: [3], directLeader: ["ZhangSan"] },
    { userid: "0012", name: "王五", department: [3] },
  ],
  tags: [{ tagid: 7, name: "联络员", users: ["lisi"], parties: [] }],
  apps: [APP],
};

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export type Json = Record<string, unknown>;
export type Office = Readonly<{
  sim: Simulator;
  /** One call of the server API; with a body it is a POST. */
  call: (path: string, body?: unknown) => Promise<Json>;
  token: string;
  /** message/send to ZhangSan unless the body says otherwise. */
  send: (body: Json) => Promise<Json>;
}>;

/** A simulator with a small office in it, closed after the test. */
export async function anOffice(options: SimulatorOptions = {}): Promise<Office> {
  const sim = await createSimulator({ ...OFFICE, ...options });
  endings.push(sim.close);
  const call = async (path: string, body?: unknown): Promise<Json> => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return JSON.parse(await (await fetch(sim.baseUrl + path, init)).text());
  };
  const got = await call(`/cgi-bin/gettoken?corpid=${sim.corpid}&corpsecret=${APP.secret}`);
  const token = String(got.access_token);
  const send = (body: Json) =>
    call(`/cgi-bin/message/send?access_token=${token}`, { touser: "ZhangSan", agentid: APP.agentid, ...body });
  return { sim, call, token, send };
}

/** One callback as the product got it. */
export type Heard = Readonly<{ query: URLSearchParams; body: string; inner: string; msgid: string; content: string }>;
type Answering = (heard: Heard, response: ServerResponse, nth: number) => void;

const emptyOk: Answering = (_heard, response) => void response.writeHead(200).end();

/** A product's server that keeps what it hears; it answers an empty 200 unless told otherwise. */
export async function aProduct(office: Office, answer: Answering = emptyOk) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { searchParams: query } = new URL(request.url ?? "/", "http://product");
      const one = read(query, Buffer.concat(chunks).toString("utf8"));
      heard.push(one);
      answer(one, response, heard.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback?from=platform`;
  office.sim.control.setCallback(APP.agentid, url);
  return { heard, server };
}

function read(query: URLSearchParams, body: string): Heard {
  const encrypted = textOf(readXml(body) ?? {}, "Encrypt") ?? query.get("echostr") ?? "";
  const opened = open(APP.aesKey, encrypted);
  const inner = "message" in opened ? opened.message : "";
  const fields = readXml(inner) ?? {};
  return { query, body, inner, msgid: textOf(fields, "MsgId") ?? "", content: textOf(fields, "Content") ?? "" };
}

/** Whether the query signs this ciphertext with the app's token. */
export function isSigned({ query, body }: Pick<Heard, "query" | "body">): boolean {
  const encrypted = textOf(readXml(body) ?? {}, "Encrypt") ?? query.get("echostr") ?? "";
  const [timestamp = "", nonce = ""] = [query.get("timestamp") ?? "", query.get("nonce") ?? ""];
  return signatureOf(APP.token, timestamp, nonce, encrypted) === query.get("msg_signature");
}
