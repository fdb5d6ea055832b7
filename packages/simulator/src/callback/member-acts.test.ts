import { expect, test } from "vitest";
import { APP, anOffice, aProduct, type Json } from "../testing/office.ts";

const card = (own: Json) => ({ task_id: "t1", main_title: { title: "题" }, ...own });
const button = card({
  card_type: "button_interaction",
  button_selection: {
    question_key: "section",
    option_list: [
      { id: "2", text: "办公室" },
      { id: "3", text: "法规科" },
    ],
  },
  button_list: [
    { text: "好", key: "ok" },
    { text: "看", type: 1, url: "https://example.com" },
  ],
  action_menu: { desc: "更多", action_list: [{ text: "不再提醒", key: "mute" }] },
});
const vote = card({
  card_type: "vote_interaction",
  checkbox: {
    question_key: "which",
    mode: 1,
    option_list: [
      { id: "a", text: "甲" },
      { id: "b", text: "乙" },
    ],
  },
  submit_button: { text: "提交", key: "submit" },
});

async function withCard(template_card: Json) {
  const office = await anOffice();
  const product = await aProduct(office);
  await office.send({ msgtype: "template_card", template_card });
  return { ...office, ...product };
}

test("a click carries the key, the task, the type, a fresh code and the selections", async () => {
  const { sim, heard } = await withCard(vote);
  await sim.control.click("zhangsan", { taskId: "t1", key: "submit", selected: { which: ["a", "b"] } }).settled;
  expect(heard[0]?.inner).toMatch(
    /<Event><!\[CDATA\[template_card_event\]\]><\/Event><EventKey><!\[CDATA\[submit\]\]><\/EventKey><TaskId><!\[CDATA\[t1\]\]><\/TaskId><CardType><!\[CDATA\[vote_interaction\]\]><\/CardType><ResponseCode><!\[CDATA\[\w+\]\]><\/ResponseCode><AgentID>1000002<\/AgentID><SelectedItems><SelectedItem><QuestionKey><!\[CDATA\[which\]\]><\/QuestionKey><OptionIds><OptionId><!\[CDATA\[a\]\]><\/OptionId><OptionId><!\[CDATA\[b\]\]><\/OptionId><\/OptionIds><\/SelectedItem><\/SelectedItems><\/xml>$/,
  );
});

test("an entry of the card's own menu is an event of its own", async () => {
  const { sim, heard } = await withCard(button);
  await sim.control.click("zhangsan", { taskId: "t1", key: "mute" }).settled;
  expect(heard[0]?.inner).toContain("<Event><![CDATA[template_card_menu_event]]></Event>");
});

// biome-ignore format: the columns are the test
test.each([
  ["lisi",     "t1", "ok",    "lisi has no card t1 to press."],
  ["zhangsan", "t9", "ok",    "zhangsan has no card t9 to press."],
  ["zhangsan", "t1", "undo",  "Card t1 has no button undo that calls back."],
  ["nobody",   "t1", "ok",    "There is no member nobody; give createSimulator one in users, or add one."],
])("%s cannot press %s %s", async (user, taskId, key, sentence) => {
  const { sim } = await withCard(button);
  expect(() => sim.control.click(user, { taskId, key })).toThrow(sentence);
});

test("menu entries cause click and view events", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  const url = "https://example.com/board";
  const menu = {
    button: [
      { type: "click", name: "我要报", key: "log" },
      { name: "更多", sub_button: [{ type: "view", name: "看板", url }] },
    ],
  };
  await office.call(`/cgi-bin/menu/create?access_token=${office.token}&agentid=${APP.agentid}`, menu);
  await office.sim.control.menu("zhangsan", "log").settled;
  await office.sim.control.menu("zhangsan", url).settled;
  expect(heard.map(({ inner }) => /<Event><!\[CDATA\[(\w+)/.exec(inner)?.[1])).toEqual(["click", "view"]);
  expect(() => office.sim.control.menu("zhangsan", "nothing")).toThrow("The menu of app 1000002 has no entry nothing.");
});

// biome-ignore format: the columns are the test
test.each([
  ["image",    "<PicUrl>",        "a picture has an address and an id"],
  ["voice",    "<Format><![CDATA[amr]]></Format>", "voice has no transcript"],
  ["video",    "<ThumbMediaId>",  "a film has a still"],
  ["file",     "<FileName>",      "not documented for apps, seen in the official plugin"],
] as const)("a member sends %s: %s …: %s", async (msgtype, part, _why) => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  await office.sim.control.say("zhangsan", { msgtype }).settled;
  expect(heard[0]?.inner).toContain(part);
  const mediaId = /<MediaId><!\[CDATA\[(\w+)/.exec(heard[0]?.inner ?? "")?.[1] ?? "";
  const got = await fetch(`${office.sim.baseUrl}/cgi-bin/media/get?access_token=${office.token}&media_id=${mediaId}`);
  expect((await got.arrayBuffer()).byteLength).toBe(office.sim.control.media(mediaId).bytes.length);
});

test("a member sends a place", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  await office.sim.control.say("zhangsan", { msgtype: "location", latitude: 34.6, longitude: 112.4, label: "政务大厅" })
    .settled;
  expect(heard[0]?.inner).toContain("<Location_X><![CDATA[34.6]]></Location_X>");
  expect(heard[0]?.inner).toContain("<AppType><![CDATA[wxwork]]></AppType>");
});

test("a change of the address book is told to the contacts-sync callback, without an agent id", async () => {
  const office = await anOffice({ contactSync: { secret: "sync", token: APP.token, aesKey: APP.aesKey } });
  expect(await office.sim.control.putMember({ userid: "new", name: "新人" })?.settled).toMatchObject({
    outcome: "no-callback",
  });
  expect(await office.sim.control.removeMember("new")?.settled).toMatchObject({ event: "change_contact" });
  expect(() => office.sim.control.timeline("new")).toThrow("There is no member new");
});
