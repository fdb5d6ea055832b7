import { createSimulator, type Simulator } from "@gongkai/simulator";
import { afterEach, beforeEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { provoked } from "../../../../test/support/provoked.ts";
import type { SharedPorts } from "../store/lease-port.ts";
import { processShared } from "../store/process/process-shared.ts";
import { createWecomClient, type WecomClient } from "./api-client.ts";
import { type Directory, membersOf, readDirectory } from "./directory.ts";
import { createSignInStates, signInUrl } from "./oauth.ts";
import { createPlatformFetch } from "./platform-fetch.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let sim: Simulator;
let shared: SharedPorts;
let client: WecomClient;
beforeEach(async () => {
  sim = await createSimulator({
    departments: [
      { id: 1, name: "云河市数据局", parentid: 0 },
      { id: 10, name: "许可科", leaders: ["LiSi"] },
      { id: 11, name: "窗口", parentid: 10 },
      { id: 20, name: "法规科" },
    ],
    users: [
      { userid: "ZhangSan", name: "张三", department: [11] },
      { userid: "LiSi", name: "李四", department: [10] },
      { userid: "00123", name: "王五", department: [20], leaderOf: [20] },
      { userid: "gone", name: "赵六", department: [20], status: 2 },
      { userid: "boss", name: "钱局", department: [1] },
    ],
    tags: [{ tagid: 1, name: "局领导", users: ["boss"] }],
    apps: [
      {
        ...{ agentid: 1000002, secret: "secret-0123456789", token: "QDG6eK" },
        ...{ aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", trustedDomain: "gongkai.example" },
      },
    ],
  });
  shared = processShared(sim.control.now);
  client = createWecomClient({
    ...{ baseUrl: sim.baseUrl, corpId: sim.corpid, agentId: "1000002", secret: "secret-0123456789" },
    ...{ cache: shared.cache, lease: shared.lease, holder: "a", fetch: createPlatformFetch(), log },
    ...{ now: sim.control.now, sleep: async () => undefined, random: () => 0.5 },
  });
});
afterEach(() => sim.close());

const READING = {
  sections: { "10": "permits", "20": "law" },
  people: { clerk: ["ZHANGSAN"] },
  tagRoles: { 局领导: "leader" },
} as const;

test("the directory becomes the office's members: sections from above, heads, tags, ids in lower case", async () => {
  const directory = await readDirectory(client.directory, true);
  expect(membersOf(directory, READING)).toEqual([
    { id: "00123", name: "王五", section: "law", roles: ["staff", "head"], active: true },
    { id: "boss", name: "钱局", section: "", roles: ["staff", "leader"], active: true },
    { id: "gone", name: "赵六", section: "law", roles: ["staff"], active: false },
    { id: "lisi", name: "李四", section: "permits", roles: ["staff", "head"], active: true },
    { id: "zhangsan", name: "张三", section: "permits", roles: ["staff", "clerk"], active: true },
  ]);
  expect(sim.control.violations()).toEqual([]);
});

test("a private build that tells little still gives members, and a looped tree hangs nobody", () => {
  const department = (id: number, parentid: number) => ({ id, parentid, name: "", department_leader: [] });
  const person = { userid: "A", name: "", department: [2], is_leader_in_dept: [] };
  const directory: Directory = { departments: [department(2, 3), department(3, 2)], people: [person], tags: [] };
  expect(membersOf(directory, READING)).toEqual([{ id: "a", name: "A", section: "", roles: ["staff"], active: true }]);
});

test("the menu is created, and what is pressed comes from it", async () => {
  await client.createMenu();
  await client.createMenu();
  const [call] = sim.control.calls("/cgi-bin/menu/create");
  expect(call?.body).toMatchObject({
    button: [
      { name: "我要报", key: "report" },
      { name: "进度", key: "progress" },
      { name: "更多", sub_button: [{}, {}, {}] },
    ],
  });
  expect(sim.control.violations()).toEqual([]);
});

test("a message is taken back within a day, and not after it", async () => {
  const { msgid } = await client.send("zhangsan", { msgtype: "text", text: { content: "误发" } });
  expect(await client.recall(msgid ?? "")).toBe(true);
  expect(sim.control.timeline("zhangsan")[0]?.state).toBe("recalled");
  const later = await client.send("zhangsan", { msgtype: "text", text: { content: "再发" } });
  await sim.control.advance(25 * 3_600_000);
  expect(await client.recall(later.msgid ?? "")).toBe(false);
  expect(provoked(sim.control)).toEqual(["request-refused"]);
});

const randomHex = () => "0123456789abcdef0123456789abcdef";
async function signIn(state: string): Promise<URL> {
  const authorizeUrl = `${sim.baseUrl}/connect/oauth2/authorize`;
  const redirectUri = "https://gongkai.example/sign-in";
  const url = signInUrl({ authorizeUrl, corpId: sim.corpid, agentId: "1000002", redirectUri, state });
  const response = await fetch(url.replace("#wechat_redirect", "&sim_user=ZhangSan"), { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "about:blank");
}

test("signing in names the member once: the code, and the state of this very browser", async () => {
  const states = createSignInStates(shared.cache, shared.lease, randomHex);
  const back = await signIn(await states.issue("session-1"));
  const state = back.searchParams.get("state") ?? "";
  expect(await states.redeem(state, "session-2")).toBe(false);
  expect(await client.memberOfCode(back.searchParams.get("code") ?? "")).toBe("zhangsan");
  await expect(client.memberOfCode(back.searchParams.get("code") ?? "")).rejects.toMatchObject({ errcode: 40029 });
  expect(provoked(sim.control)).toEqual(["request-refused"]);
});

test("a state is redeemed once, by the browser it was issued to, within ten minutes", async () => {
  let issued = 0;
  const fresh = () => String(issued++).padStart(32, "0");
  const states = createSignInStates(shared.cache, shared.lease, fresh);
  const state = await states.issue("session-1");
  expect(await Promise.all([states.redeem(state, "session-1"), states.redeem(state, "session-1")])).toEqual([
    true,
    false,
  ]);
  const late = await states.issue("session-1");
  await sim.control.advance(600_001);
  expect(await states.redeem(late, "session-1")).toBe(false);
  for (const forged of ["", "f".repeat(32), "../x", "a:b"])
    expect(await states.redeem(forged, "session-1")).toBe(false);
});

test("a code that cannot be one is not even asked for", async () => {
  for (const code of ["", "a b", "x".repeat(513), "码"]) expect(await client.memberOfCode(code)).toBeUndefined();
  expect(sim.control.calls("/cgi-bin/auth/getuserinfo")).toEqual([]);
});
