import { expect, test } from "vitest";
import { APP, anOffice, type Office } from "../testing/office.ts";

const HOME = "https://board.example.com/signed-in";
const good = { redirect_uri: HOME, response_type: "code", scope: "snsapi_base", state: "abc123", sim_user: "lisi" };
const options = { apps: [{ ...APP, trustedDomain: "board.example.com" }] };

const authorize = ({ sim }: Office, query: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${sim.baseUrl}/connect/oauth2/authorize?${new URLSearchParams({ appid: sim.corpid, ...query })}`, {
    redirect: "manual",
    headers,
  });
const codeOf = (response: Response) =>
  new URL(response.headers.get("location") ?? "http://nowhere").searchParams.get("code");
const userOf = ({ call, token }: Office, code: string | null) =>
  call(`/cgi-bin/auth/getuserinfo?access_token=${token}&code=${code}`);

test("a member comes back with a code and the state; the code works once, for five minutes", async () => {
  const office = await anOffice(options);
  const back = await authorize(office, good);
  expect(back.status).toBe(302);
  expect(back.headers.get("location")).toMatch(/^https:\/\/board\.example\.com\/signed-in\?code=\w+&state=abc123$/);
  expect(await userOf(office, codeOf(back))).toMatchObject({ errcode: 0, userid: "lisi" });
  expect(await userOf(office, codeOf(back))).toMatchObject({ errcode: 40029 });
  const late = codeOf(await authorize(office, good));
  await office.sim.control.advance(300_000);
  expect(await userOf(office, late)).toMatchObject({ errcode: 40029 });
});

// biome-ignore format: the columns are the test
test.each([
  [{ appid: "wwother" },                                   "40013", "another corporation"],
  [{ redirect_uri: "https://evil.example.com/x" },         "50001", "a host that is not trusted"],
  [{ redirect_uri: "https://board.example.com:8443/x" },   "50001", "the port belongs to the host"],
  [{ redirect_uri: "https://board.example.com.evil.example/x" }, "50001", "a longer name is another host"],
  [{ redirect_uri: "javascript:alert(1)" },                "50001", "no page at all"],
  [{ scope: "everything" },                                "40035", "no such scope"],
  [{ scope: "snsapi_privateinfo" },                        "40035", "private information needs the agentid"],
  [{ state: "a-b" },                                       "40035", "state is letters and digits"],
])("%j shows a page with %s: %s", async (wrong, code, _why) => {
  const response = await authorize(await anOffice(options), { ...good, ...wrong });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(code);
});

test("a link opened from a member's chat signs that member in", async () => {
  const office = await anOffice(options);
  const opened = await fetch(`${office.sim.baseUrl}/open?${new URLSearchParams({ user: "0012", url: HOME })}`, {
    redirect: "manual",
  });
  expect(opened.headers.get("location")).toBe(HOME);
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const { sim_user: _chosen, ...query } = good;
  expect(await userOf(office, codeOf(await authorize(office, query, { cookie })))).toMatchObject({ userid: "0012" });
});

test("a browser nobody is signed in to offers the members to choose from", async () => {
  const { sim_user: _chosen, ...query } = good;
  const response = await authorize(await anOffice(options), query);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("李四");
});

test("private information takes a ticket of its own", async () => {
  const office = await anOffice(options);
  const back = await authorize(office, {
    ...good,
    scope: "snsapi_privateinfo",
    agentid: String(APP.agentid),
    sim_user: "ZhangSan",
  });
  const { user_ticket } = await userOf(office, codeOf(back));
  const detail = await office.call(`/cgi-bin/auth/getuserdetail?access_token=${office.token}`, { user_ticket });
  expect(detail).toMatchObject({ userid: "ZhangSan", mobile: "13800000000" });
});

test("an outsider has an openid and no userid", async () => {
  const office = await anOffice(options);
  expect(await userOf(office, office.sim.control.outsiderCode())).toMatchObject({
    errcode: 0,
    openid: expect.any(String),
  });
});

test("a page ticket signs the page, and is limited to a hundred an hour", async () => {
  const { call, token, sim } = await anOffice();
  const ticket = () => call(`/cgi-bin/get_jsapi_ticket?access_token=${token}`);
  const first = await ticket();
  expect(await ticket()).toMatchObject({ ticket: first.ticket, expires_in: 7200 });
  for (let at = 2; at < 100; at += 1) await ticket();
  expect(await ticket()).toMatchObject({ errcode: 45009 });
  await sim.control.advance(3_600_000);
  expect(await ticket()).toMatchObject({ errcode: 0 });
});
