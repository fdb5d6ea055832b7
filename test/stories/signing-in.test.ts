import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConnectedOffice, connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { freePort } from "../support/free-port.ts";
import { AGENT, OFFICE_KEYS } from "../support/office-keys.ts";
import { provoked } from "../support/provoked.ts";

// A browser without scripts: it keeps cookies and follows redirects only where it is told to.
class Visitor {
  readonly #jars = new Map<string, Map<string, string>>();

  #jar(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#jar(url)].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", ...init, headers: { cookie, ...init.headers } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "" || /Max-Age=0/.test(set)) this.#jar(url).delete(name);
      else this.#jar(url).set(name, value);
    }
    return answer;
  }

  cookie(url: string, name: string): string | undefined {
    return this.#jar(url).get(name);
  }
  plant(url: string, name: string, value: string): void {
    this.#jar(url).set(name, value);
  }
}

let connected: ConnectedOffice;
let site: string;
const control = () => connected.simulator.control;

beforeAll(async () => {
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  connected = await connectOffice({
    port,
    directoryEveryMs: 100,
    yaml: ({ baseUrl }) =>
      `${OFFICE_YAML}wecom:\n  pages: { address: "${site}", authorizeUrl: "${baseUrl}/connect/oauth2/authorize" }\n`,
    platform: {
      apps: [
        {
          agentid: AGENT,
          secret: OFFICE_KEYS.WECOM_SECRET,
          token: OFFICE_KEYS.WECOM_TOKEN,
          aesKey: OFFICE_KEYS.WECOM_AES_KEY,
          trustedDomain: `127.0.0.1:${port}`,
        },
      ],
    },
  });
  await control().reply(control().say("HeKai", "3月行政许可26件"));
  for (const words of ["3月5日收到张三丰的政府信息公开申请1件", "自然人"])
    await control().reply(control().say("GuoJing", words));
});
afterAll(() => connected.close());

const locationOf = (answer: Response): string => answer.headers.get("location") ?? "";
/** Sets out for a page and comes back from the platform with a code, not yet redeemed. */
async function setOut(visitor: Visitor, member: string, to = "/"): Promise<string> {
  const begun = await visitor.go(`${site}/sign-in?to=${encodeURIComponent(to)}`);
  const asked = await visitor.go(`${locationOf(begun).replace("#wechat_redirect", "")}&sim_user=${member}`);
  return locationOf(asked);
}
async function signedIn(member: string, to = "/"): Promise<Visitor> {
  const visitor = new Visitor();
  const back = await visitor.go(await setOut(visitor, member, to));
  expect(back.status).toBe(302);
  return visitor;
}
const session = (visitor: Visitor) => visitor.cookie(site, "gongkai-session");

describe("a member", () => {
  test("who opens a page is sent to sign in and comes back to that very page", async () => {
    const visitor = new Visitor();
    const first = await visitor.go(`${site}/report?year=2026`);
    expect(first.status).toBe(302);
    expect(locationOf(first)).toBe("/sign-in?to=%2Freport%3Fyear%3D2026");
    const back = await visitor.go(await setOut(visitor, "GuoJing", "/report?year=2026"));
    expect(locationOf(back)).toBe("/report?year=2026");
    expect((await visitor.go(`${site}/report?year=2026`)).status).toBe(200);
  });

  test("sees the ledger, and is greeted by name", async () => {
    const page = await (await (await signedIn("HeKai")).go(`${site}/?year=2026`)).text();
    expect(page).toContain("何凯，您好");
    expect(page).toContain("行政许可26件");
    expect(page).not.toContain("演示");
    expect(page).not.toContain("<iframe");
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["HeKai",   "/",                                          200],
    ["HeKai",   "/findings",                                  200],
    ["HeKai",   "/figure/t2.license.decisions",               200],
    ["HeKai",   "/report",                                    403],
    ["HeKai",   "/report.docx",                               403],
    ["GuoJing", "/report",                                    200],
    ["GuoJing", "/report.docx",                               200],
  ])("%s opens %s: %i", async (member, path, status) => {
    expect((await (await signedIn(member)).go(`${site}${path}`)).status).toBe(status);
  });

  test.each([
    ["GuoJing", true],
    ["HeKai", false],
  ])("an applicant's name is read by %s: %s", async (member, reads) => {
    const page = await (await (await signedIn(member)).go(`${site}/`)).text();
    expect(page.includes("张三丰")).toBe(reads);
    expect(page.includes("涉及申请人")).toBe(!reads);
  });

  test.each([
    ["GuoJing", true],
    ["HeKai", false],
  ])("in the chat as on the page, an applicant's name is told to %s: %s", async (member, told) => {
    const { text } = await control().reply(control().say(member, "第1号到哪一步了"));
    expect(text).toContain("2026年第1件");
    expect(text.includes("张三")).toBe(told);
  });

  test("who leaves the directory is signed out, and stays out when coming back under the old cookie", async () => {
    const visitor = await signedIn("SunYan");
    expect((await visitor.go(`${site}/`)).status).toBe(200);
    control().removeMember("SunYan");
    await expect.poll(async () => (await visitor.go(`${site}/live`)).status).toBe(401);
    control().putMember({ userid: "SunYan", name: "孙妍", department: [2] });
    await signedIn("HeKai");
    expect((await visitor.go(`${site}/live`)).status).toBe(401);
  });

  test("signs out; the cookie is worth nothing afterwards", async () => {
    const visitor = await signedIn("HeKai");
    const kept = session(visitor) ?? "";
    const out = await visitor.go(`${site}/sign-out`, { method: "POST", headers: { origin: site } });
    expect(await out.text()).toContain("已经退出");
    visitor.plant(site, "gongkai-session", kept);
    expect((await visitor.go(`${site}/live`)).status).toBe(401);
  });
});

describe("nobody gets in by", () => {
  test("a return that another browser set out for: a foreign sign-in cannot be forced on anybody", async () => {
    const attacker = new Visitor();
    const back = await setOut(attacker, "HeKai");
    const victim = new Visitor();
    await victim.go(`${site}/sign-in`);
    expect((await victim.go(back)).status).toBe(403);
    expect(session(victim)).toBeUndefined();
  });

  test("a return used twice, a made-up state, or a made-up code", async () => {
    const visitor = new Visitor();
    const back = await setOut(visitor, "HeKai");
    expect((await visitor.go(back)).status).toBe(302);
    expect((await visitor.go(back)).status).toBe(403);
    const again = new URL(await setOut(visitor, "HeKai"));
    again.searchParams.set("state", "0".repeat(64));
    expect((await visitor.go(again.href)).status).toBe(403);
    const coded = new URL(await setOut(visitor, "HeKai"));
    coded.searchParams.set("code", "made-up");
    expect((await visitor.go(coded.href)).status).toBe(403);
    expect(provoked(control())).toEqual(["request-refused"]);
  });

  test("a session id known beforehand: a new one is given at every sign-in", async () => {
    const visitor = new Visitor();
    const planted = "a".repeat(64);
    visitor.plant(site, "gongkai-session", planted);
    await visitor.go(await setOut(visitor, "HeKai"));
    expect(session(visitor)).toMatch(/^[0-9a-f]{64}$/);
    expect(session(visitor)).not.toBe(planted);
    const first = session(visitor) ?? "";
    await visitor.go(await setOut(visitor, "HeKai"));
    const stale = new Visitor();
    stale.plant(site, "gongkai-session", first);
    expect((await stale.go(`${site}/live`)).status).toBe(401);
  });

  test("not being of the office", async () => {
    const visitor = new Visitor();
    const back = new URL(await setOut(visitor, "HeKai"));
    back.searchParams.set("code", control().outsiderCode());
    const answer = await visitor.go(back.href);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain("云河");
  });
});

test.each([
  ["https://evil.example/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example", "/"],
  ["/report?year=2026&next=//evil.example", "/report?year=2026"],
  ["/sign-out", "/"],
  ["/figure/t2.license.decisions?year=2025", "/figure/t2.license.decisions?year=2025"],
  ["/figure/../sign-out", "/"],
])("after signing in, %s leads to %s", async (to, path) => {
  const visitor = new Visitor();
  expect(locationOf(await visitor.go(await setOut(visitor, "HeKai", to)))).toBe(path);
});

test("a foreign page signs nobody out", async () => {
  const visitor = await signedIn("HeKai");
  for (const headers of [{ origin: "https://evil.example" }, {}])
    expect((await visitor.go(`${site}/sign-out`, { method: "POST", headers })).status).toBe(403);
  expect((await visitor.go(`${site}/`)).status).toBe(200);
});

test("cookies are out of reach of scripts and foreign sites, and pages are framed by nobody", async () => {
  const visitor = new Visitor();
  const begun = await visitor.go(`${site}/sign-in`);
  const back = await visitor.go(await setOut(visitor, "HeKai"));
  for (const set of [...begun.headers.getSetCookie(), ...back.headers.getSetCookie()])
    expect(set).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  const page = await visitor.go(`${site}/`);
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(page.headers.get("cache-control")).toBe("no-store");
});
