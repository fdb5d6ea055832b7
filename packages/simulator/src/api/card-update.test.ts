import { expect, test } from "vitest";
import { APP, anOffice, aProduct, type Json } from "../testing/office.ts";
import { readXml, textOf } from "../wire/xml.ts";

const HOUR = 3_600_000;
const button = (taskId: string) => ({
  card_type: "button_interaction",
  task_id: taskId,
  main_title: { title: "记入吗" },
  button_list: [{ text: "记入", key: "yes" }],
});
const greyed = { button: { replace_name: "已处理" } };

async function aSentCard(touser = "ZhangSan|lisi") {
  const office = await anOffice();
  const product = await aProduct(office);
  const sent = await office.send({ touser, msgtype: "template_card", template_card: button("t1") });
  const update = async (body: Json) => {
    const fresh = await office.call(`/cgi-bin/gettoken?corpid=${office.sim.corpid}&corpsecret=${APP.secret}`);
    const path = `/cgi-bin/message/update_template_card?access_token=${fresh.access_token}`;
    return office.call(path, { agentid: APP.agentid, ...body });
  };
  const cardOf = (userid: string) => office.sim.control.timeline(userid)[0]?.card;
  const clickCode = async (userid: string) => {
    await office.sim.control.click(userid, { taskId: "t1", key: "yes" }).settled;
    return textOf(readXml(product.heard.at(-1)?.inner ?? "") ?? {}, "ResponseCode") ?? "";
  };
  return { office, code: String(sent.response_code), update, cardOf, clickCode };
}

test("the code of the send updates everyone named who has the card, once", async () => {
  const { code, update, cardOf, office } = await aSentCard();
  const userids = ["ZhangSan", "lisi", "0012"];
  expect(await update({ userids, response_code: code, ...greyed })).toMatchObject({
    errcode: 0,
    invaliduser: ["0012"],
  });
  expect([cardOf("zhangsan")?.greyed, cardOf("lisi")?.greyed]).toEqual(["已处理", "已处理"]);
  expect(await update({ userids, response_code: code, ...greyed })).toMatchObject({ errcode: 60140 });
  expect(office.sim.control.violations().map(({ kind }) => kind)).toContain("response-code-reused");
});

// biome-ignore format: the columns are the test
test.each<[string, Json, number]>([
  ["a code nobody gave",             { response_code: "x", userids: ["lisi"], ...greyed }, 60140],
  ["nobody named",                   { ...greyed }, 82001],
  ["only people without the card",   { userids: ["0012"], ...greyed }, 81013],
  ["neither a text nor a card",      { userids: ["lisi"] }, 42020],
  ["a card that breaks the rules",   { userids: ["lisi"], template_card: { card_type: "button_interaction", main_title: { title: "题" } } }, 42039],
  ["another app",                    { userids: ["lisi"], agentid: 5, ...greyed }, 40056],
])("%s is refused and does not spend the code", async (_what, body, errcode) => {
  const { code, update } = await aSentCard();
  expect(await update({ response_code: code, ...body })).toMatchObject({ errcode });
  expect(await update({ response_code: code, userids: ["lisi"], ...greyed })).toMatchObject({ errcode: 0 });
});

test.each([
  [72 * HOUR - 1, 0, "just inside 72 hours"],
  [72 * HOUR, 60140, "72 hours are over"],
])("after %i ms the code answers %i: %s", async (waitMs, errcode) => {
  const { office, code, update } = await aSentCard();
  await office.sim.control.advance(waitMs);
  expect(await update({ userids: ["lisi"], response_code: code, ...greyed })).toMatchObject({ errcode });
});

test("every click gives a code of its own, for the clicker", async () => {
  const { clickCode, update, cardOf } = await aSentCard();
  const [first, second] = [await clickCode("lisi"), await clickCode("lisi")];
  expect(first).not.toBe(second);
  expect(await update({ userids: ["ZhangSan"], response_code: first, ...greyed })).toMatchObject({ errcode: 81013 });
  expect(await update({ userids: ["lisi"], response_code: first, ...greyed })).toMatchObject({ errcode: 0 });
  expect([cardOf("lisi")?.greyed, cardOf("zhangsan")?.greyed]).toEqual(["已处理", undefined]);
});

test("a switch lets a click's code reach all receivers", async () => {
  const { office, clickCode, update, cardOf } = await aSentCard();
  office.sim.control.setSwitches({ clickCodeReaches: "receivers" });
  expect(await update({ userids: ["ZhangSan"], response_code: await clickCode("lisi"), ...greyed })).toMatchObject({
    errcode: 0,
  });
  expect(cardOf("zhangsan")?.greyed).toBe("已处理");
});

test("a card stays clickable until it is updated, and then is closed", async () => {
  const { office, code, update } = await aSentCard();
  const click = () => office.sim.control.click("lisi", { taskId: "t1", key: "yes" });
  await click().settled;
  await click().settled;
  const closed = { ...button("t1"), replace_text: "已记入" };
  expect(await update({ userids: ["lisi"], response_code: code, template_card: closed })).toMatchObject({ errcode: 0 });
  expect(click).toThrow("Card t1 is closed for lisi; its buttons are grey.");
});
