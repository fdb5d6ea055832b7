import { expect, test } from "vitest";
import { APP, anOffice, aProduct, type Json } from "../testing/office.ts";

const text = { msgtype: "text", text: { content: "你好" } };
const many = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`).join("|");
const textcard = { title: "题", description: "文", url: "https://example.com" };

// biome-ignore format: the columns are the test
test.each<[Json, number, string]>([
  [{ ...text },                                                        0, "a text to one member"],
  [{ ...text, touser: "zhangsan" },                                    0, "a userid means the same in any case"],
  [{ ...text, touser: "@all" },                                        0, "everyone in the visible range"],
  [{ ...text, touser: "", toparty: "2" },                              0, "a department, with those below it"],
  [{ ...text, touser: "", totag: "7" },                                0, "a tag"],
  [{ ...text, agentid: undefined },                                40056, "the agentid is missing"],
  [{ ...text, agentid: 1 },                                        40056, "no such app"],
  [{ ...text, agentid: "1000002" },                                40056, "a text where a number belongs counts as absent"],
  [{ msgtype: "hologram" },                                        40008, "no such msgtype"],
  [{ ...text, touser: "" },                                        82001, "nobody is addressed"],
  [{ ...text, touser: many(1001) },                                40032, "more than 1000 members"],
  [{ ...text, touser: "", toparty: many(101) },                    82002, "more than 100 departments"],
  [{ ...text, touser: "", totag: many(101) },                      82003, "more than 100 tags"],
  [{ ...text, touser: "nobody" },                                  81013, "all receivers are unknown"],
  [{ msgtype: "text", text: { content: "" } },                     44004, "an empty text"],
  [{ msgtype: "text" },                                            44004, "the content is missing"],
  [{ msgtype: "markdown", markdown: { content: "字".repeat(683) } }, 45002, "2049 bytes of markdown"],
  [{ msgtype: "textcard", textcard: { ...textcard, title: "" } },  41016, "no title"],
  [{ msgtype: "textcard", textcard: { ...textcard, description: "" } }, 41033, "no description"],
  [{ msgtype: "textcard", textcard: { ...textcard, url: "" } },    41010, "no url"],
  [{ msgtype: "textcard", textcard: { ...textcard, url: "example.com" } }, 45034, "the url has no scheme"],
  [{ msgtype: "news", news: { articles: [] } },                    45008, "no article"],
  [{ msgtype: "news", news: { articles: [{ url: "https://example.com" }] } }, 41016, "an article without a title"],
  [{ msgtype: "file", file: { media_id: "unknown" } },             40007, "no such media"],
  [{ msgtype: "file", file: {} },                                  41006, "no media id"],
])("send %j → %i: %s", async (body, errcode) => {
  const { send } = await anOffice();
  expect(await send(body)).toMatchObject({ errcode });
});

test("errcode 0 names in lower case those who did not get it", async () => {
  const { sim, send } = await anOffice();
  const answer = await send({ ...text, touser: "ZhangSan|NoBody", toparty: "3|99", totag: "8" });
  expect(answer).toMatchObject({ errcode: 0, invaliduser: "nobody", invalidparty: "99", invalidtag: "8" });
  expect(sim.control.timeline("lisi")).toHaveLength(1);
  expect(sim.control.violations()).toMatchObject([{ kind: "recipient-unknown" }]);
});

test("a member without an interface licence is named and gets nothing", async () => {
  const { sim, send } = await anOffice({ users: [{ userid: "free", name: "无", licensed: false }] });
  expect(await send({ ...text, touser: "free" })).toMatchObject({ errcode: 0, unlicenseduser: "free" });
  expect(sim.control.timeline("free")).toEqual([]);
});

test("a text over 2048 bytes is cut between characters, without an error", async () => {
  const { sim, send } = await anOffice();
  expect(await send({ msgtype: "text", text: { content: "字".repeat(700) } })).toMatchObject({ errcode: 0 });
  expect(sim.control.timeline("zhangsan")[0]?.text).toBe("字".repeat(682));
  expect(sim.control.violations()).toMatchObject([{ kind: "text-cut" }]);
});

test("a field of the wrong type is ignored with a warning", async () => {
  const { send } = await anOffice();
  expect((await send({ ...text, safe: 0, enable_duplicate_check: "1" })).errmsg).toContain(
    "Warning: wrong json format.",
  );
});

test.each([
  ["31st in a minute", 31, 0],
  ["1001st in an hour", 1001, 2_200],
])("the %s is dropped in silence", async (_which, count, advanceMs) => {
  const { sim, send } = await anOffice({
    users: Array.from({ length: 9 }, (_, at) => ({ userid: at === 0 ? "ZhangSan" : `u${at}`, name: "员" })),
  });
  for (let sent = 0; sent < count; sent += 1) {
    expect(await send(text)).toMatchObject({ errcode: 0 });
    if (advanceMs > 0) await sim.control.advance(advanceMs);
  }
  const states = sim.control.timeline("zhangsan").map(({ state }) => state);
  expect(states.filter((state) => state === "shown")).toHaveLength(count - 1);
  expect(states.at(-1)).toBe("dropped");
  expect(sim.control.violations().map(({ kind }) => kind)).toEqual(["message-dropped"]);
});

test("the day's person-times end at accounts times 200, until the next day of China", async () => {
  const { sim, send } = await anOffice({
    clock: { mode: "simulated", startAt: "2026-01-05T23:59:00+08:00" },
    users: [{ userid: "ZhangSan", name: "张三" }],
  });
  for (let sent = 0; sent < 200; sent += 1) expect(await send(text)).toMatchObject({ errcode: 0 });
  expect(await send(text)).toMatchObject({ errcode: 45009 });
  await sim.control.advance(60_000);
  expect(await send(text)).toMatchObject({ errcode: 0 });
});

test("a duplicate inside the asked interval is sent once", async () => {
  const { sim, send } = await anOffice();
  const checked = { ...text, enable_duplicate_check: 1, duplicate_check_interval: 60 };
  const first = await send(checked);
  expect(await send(checked)).toMatchObject({ errcode: 0, msgid: first.msgid });
  await sim.control.advance(60_000);
  await send(checked);
  expect(sim.control.timeline("zhangsan")).toHaveLength(2);
});

test("another app's agentid is refused, as the switch says", async () => {
  const { sim, send } = await anOffice({ apps: [APP, { ...APP, agentid: 3, secret: "other" }] });
  expect(await send({ ...text, agentid: 3 })).toMatchObject({ errcode: 301002 });
  sim.control.setSwitches({ agentMismatch: 40014 });
  expect(await send({ ...text, agentid: 3 })).toMatchObject({ errcode: 40014 });
});

test("members outside the visible range are not reached", async () => {
  const { send } = await anOffice({ apps: [{ ...APP, visible: { parties: [3] } }] });
  expect(await send({ ...text, touser: "ZhangSan" })).toMatchObject({ errcode: 81013, invaliduser: "zhangsan" });
  expect(await send({ ...text, touser: "lisi|ZhangSan" })).toMatchObject({ errcode: 0, invaliduser: "zhangsan" });
});

test("recall takes a message back within 24 hours, and only one's own", async () => {
  const office = await anOffice();
  const { sim, send, call, token } = office;
  await aProduct(office);
  const recall = (msgid: unknown) => call(`/cgi-bin/message/recall?access_token=${token}`, { msgid });
  const { msgid } = await send(text);
  expect(await recall("unknown")).toMatchObject({ errcode: 40058 });
  expect(await recall(msgid)).toMatchObject({ errcode: 0 });
  expect(sim.control.timeline("zhangsan")[0]?.state).toBe("recalled");
  const late = await send(text);
  await sim.control.advance(86_400_001);
  const fresh = await call(`/cgi-bin/gettoken?corpid=${sim.corpid}&corpsecret=${APP.secret}`);
  expect(await call(`/cgi-bin/message/recall?access_token=${fresh.access_token}`, { msgid: late.msgid })).toMatchObject(
    {
      errcode: 42052,
    },
  );
});
