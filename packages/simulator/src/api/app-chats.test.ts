import { expect, test } from "vitest";
import { APP, anOffice, type Json } from "../testing/office.ts";

const group = { chatid: "g1", name: "政务公开", owner: "lisi", userlist: ["lisi", "ZhangSan"] };

async function withGroup(app: Json = {}) {
  const office = await anOffice({ apps: [{ ...APP, ...app }] });
  const chat = (verb: string, body: Json) => office.call(`/cgi-bin/appchat/${verb}?access_token=${office.token}`, body);
  return { ...office, chat, made: await chat("create", group) };
}

// biome-ignore format: the columns are the test
test.each<[Json, number, string]>([
  [{ chatid: "g2" },                          0,     "a group of two"],
  [{ chatid: undefined },                     0,     "an id of the platform's choice"],
  [{ chatid: "群" },                          86001, "an id is letters and digits"],
  [{ chatid: "g".repeat(33) },                86001, "at most 32 of them"],
  [{ chatid: "g1" },                          86215, "an id is used once"],
  [{ chatid: "g2", name: "名".repeat(51) },   86004, "a name of 51 characters"],
  [{ chatid: "g2", userlist: ["lisi"] },      86006, "nobody talks alone"],
  [{ chatid: "g2", userlist: ["lisi", "x"] }, 86007, "a member nobody knows"],
  [{ chatid: "g2", owner: "0012" },           86207, "the owner is not in it"],
])("creating a group with %j → %i: %s", async (own, errcode) => {
  const { chat } = await withGroup();
  expect(await chat("create", { ...group, ...own })).toMatchObject({ errcode });
});

test.each([[{ visible: { parties: [2] } }], [{ canAppchat: false }]])("an app with %j makes no groups", async (app) => {
  expect((await withGroup(app)).made).toMatchObject({ errcode: 48002 });
});

test("what is sent to a group is seen by its members; cards are not sent there", async () => {
  const { sim, chat } = await withGroup();
  expect(await chat("send", { chatid: "g1", msgtype: "text", text: { content: "大家好" } })).toMatchObject({
    errcode: 0,
  });
  expect(await chat("send", { chatid: "g1", msgtype: "template_card", template_card: {} })).toMatchObject({
    errcode: 40008,
  });
  expect(await chat("send", { chatid: "g9", msgtype: "text", text: { content: "x" } })).toMatchObject({
    errcode: 86003,
  });
  expect(sim.control.timeline("zhangsan").map(({ text }) => text)).toEqual(["大家好"]);
  expect(sim.control.timeline("0012")).toEqual([]);
});

test("members come and go", async () => {
  const { call, token, chat } = await withGroup();
  await chat("update", { chatid: "g1", name: "公开", add_user_list: ["0012"], del_user_list: ["zhangsan"] });
  expect(await call(`/cgi-bin/appchat/get?access_token=${token}&chatid=g1`)).toMatchObject({
    chat_info: { chatid: "g1", name: "公开", owner: "lisi", userlist: ["lisi", "0012"] },
  });
});

test("the 201st message to a member in a minute is dropped in silence", async () => {
  const { sim, chat } = await withGroup();
  const send = () => chat("send", { chatid: "g1", msgtype: "text", text: { content: "提醒" } });
  for (let sent = 0; sent < 201; sent += 1) expect(await send()).toMatchObject({ errcode: 0 });
  expect(sim.control.timeline("lisi").filter(({ state }) => state === "dropped")).toHaveLength(1);
});
