import { expect, test } from "vitest";
import { anOffice, aProduct, type Json } from "../testing/office.ts";

const action = { type: 1, url: "https://example.com" };
const notice = { card_type: "text_notice", main_title: { title: "题" }, card_action: action };
const news = {
  card_type: "news_notice",
  main_title: { title: "题" },
  card_action: action,
  card_image: { url: "https://example.com/a.png" },
};
const ok = { text: "好", key: "ok" };
const button = { card_type: "button_interaction", task_id: "t", main_title: { title: "题" }, button_list: [ok] };
const option = { id: "1", text: "甲" };
const vote = {
  card_type: "vote_interaction",
  task_id: "t",
  main_title: { title: "题" },
  checkbox: { question_key: "q", option_list: [option] },
  submit_button: { text: "交", key: "s" },
};
const multiple = {
  card_type: "multiple_interaction",
  task_id: "t",
  main_title: { title: "题" },
  select_list: [{ question_key: "q", option_list: [option] }],
  submit_button: { text: "交", key: "s" },
};
const times = (count: number, item: Json) =>
  Array.from({ length: count }, (_, at) => ({ ...item, id: String(at), key: String(at) }));
const row = { keyname: "科室", value: "法规科" };
const menu = (...keys: string[]) => ({ action_menu: { action_list: keys.map((key) => ({ text: "项", key })) } });

// biome-ignore format: the columns are the test
test.each<[string, Json, number]>([
  ["a text notice",                         notice, 0],
  ["a news notice",                         news, 0],
  ["a button card",                         button, 0],
  ["a vote",                                vote, 0],
  ["a card with lists",                     multiple, 0],
  ["six buttons",                           { ...button, button_list: times(6, ok) }, 0],
  ["a sub title instead of a title",        { ...notice, main_title: {}, sub_title_text: "文" }, 0],
  ["no such card",                          { card_type: "photo" }, 42031],
  ["no task id on an interactive card",     { ...button, task_id: undefined }, 42014],
  ["a task id with a colon",                { ...button, task_id: "a:b" }, 42014],
  ["a task id of 129 bytes",                { ...button, task_id: "t".repeat(129) }, 42014],
  ["a menu without a task id",              { ...notice, ...menu("a") }, 42014],
  ["no title",                              { ...button, main_title: {} }, 41016],
  ["seven rows",                            { ...notice, horizontal_content_list: times(7, row) }, 42035],
  ["a row without a name",                  { ...notice, horizontal_content_list: [{ value: "值" }] }, 42027],
  ["a row's link without a url",            { ...notice, horizontal_content_list: [{ ...row, type: 1 }] }, 42028],
  ["a row's file without an id",            { ...notice, horizontal_content_list: [{ ...row, type: 2 }] }, 42029],
  ["a row's file unknown",                  { ...notice, horizontal_content_list: [{ ...row, type: 2, media_id: "x" }] }, 40007],
  ["a row's member without an id",          { ...notice, horizontal_content_list: [{ ...row, type: 3 }] }, 42050],
  ["a row's member unknown",                { ...notice, horizontal_content_list: [{ ...row, type: 3, userid: "x" }] }, 42050],
  ["four jumps",                            { ...notice, jump_list: times(4, { title: "跳" }) }, 42042],
  ["a jump without a title",                { ...notice, jump_list: [{ type: 0 }] }, 42033],
  ["a jump without a url",                  { ...notice, jump_list: [{ type: 1, title: "跳" }] }, 42028],
  ["a jump without an appid",               { ...notice, jump_list: [{ type: 2, title: "跳" }] }, 42030],
  ["a notice without an action",            { ...notice, card_action: undefined }, 42045],
  ["a notice whose action does nothing",    { ...notice, card_action: { type: 0 } }, 42045],
  ["an action without a url",               { ...notice, card_action: { type: 1 } }, 42028],
  ["news without a picture",                { ...news, card_image: undefined }, 42044],
  ["news with a picture without a url",     { ...news, card_image: {} }, 42044],
  ["five paragraphs",                       { ...news, vertical_content_list: times(5, { title: "段" }) }, 42036],
  ["a paragraph without a title",           { ...news, vertical_content_list: [{ desc: "文" }] }, 42033],
  ["no button",                             { ...button, button_list: [] }, 42039],
  ["seven buttons",                         { ...button, button_list: times(7, ok) }, 42039],
  ["a button without a text",               { ...button, button_list: [{ key: "k" }] }, 42038],
  ["a button without a key",                { ...button, button_list: [{ text: "好" }] }, 42039],
  ["a button's key of 1025 bytes",          { ...button, button_list: [{ text: "好", key: "k".repeat(1025) }] }, 42039],
  ["two buttons with one key",              { ...button, button_list: [ok, ok] }, 42039],
  ["a url button without a url",            { ...button, button_list: [{ text: "好", type: 1 }] }, 42028],
  ["a selection without a question key",    { ...button, button_selection: { option_list: [option] } }, 42043],
  ["eleven options to select",              { ...button, button_selection: { question_key: "q", option_list: times(11, option) } }, 42037],
  ["a vote without a question key",         { ...vote, checkbox: { option_list: [option] } }, 42043],
  ["twenty-one options to tick",            { ...vote, checkbox: { question_key: "q", option_list: times(21, option) } }, 42037],
  ["an option without an id",               { ...vote, checkbox: { question_key: "q", option_list: [{ text: "甲" }] } }, 42040],
  ["two options with one id",               { ...vote, checkbox: { question_key: "q", option_list: [option, option] } }, 42040],
  ["an option without a text",              { ...vote, checkbox: { question_key: "q", option_list: [{ id: "1" }] } }, 42041],
  ["no list",                               { ...multiple, select_list: [] }, 42047],
  ["four lists",                            { ...multiple, select_list: times(4, { question_key: "q", option_list: [option] }) }, 42047],
  ["a submit button without a text",        { ...vote, submit_button: { key: "s" } }, 42049],
  ["a submit button without a key",         { ...vote, submit_button: { text: "交" } }, 42046],
  ["a menu of four",                        { ...button, ...menu("a", "b", "c", "d") }, 42051],
  ["a menu with one key twice",             { ...button, ...menu("a", "a") }, 42051],
])("%s → %j → %i", async (_what, card, errcode) => {
  const office = await anOffice();
  await aProduct(office);
  expect(await office.send({ msgtype: "template_card", template_card: card })).toMatchObject({ errcode });
});

test("a card that calls back needs a callback url", async () => {
  const { send } = await anOffice();
  expect(await send({ msgtype: "template_card", template_card: button })).toMatchObject({ errcode: 43012 });
  expect(await send({ msgtype: "template_card", template_card: notice })).toMatchObject({ errcode: 0 });
});

test("a task id is used once in an app", async () => {
  const office = await anOffice();
  await aProduct(office);
  const card = { msgtype: "template_card", template_card: button };
  expect(await office.send(card)).toMatchObject({ errcode: 0 });
  expect(await office.send(card)).toMatchObject({ errcode: 42014 });
  office.sim.control.setSwitches({ duplicateTaskId: "accept" });
  expect(await office.send(card)).toMatchObject({ errcode: 0 });
});

test("a response code comes with cards that call back, and only with them", async () => {
  const office = await anOffice();
  await aProduct(office);
  const answer = await office.send({ msgtype: "template_card", template_card: button });
  expect(answer.response_code).toEqual(expect.any(String));
  expect(await office.send({ msgtype: "template_card", template_card: notice })).not.toHaveProperty("response_code");
});

test("words the client folds are an advice, not a breach", async () => {
  const office = await anOffice();
  await aProduct(office);
  await office.send({ msgtype: "template_card", template_card: { ...button, main_title: { title: "长".repeat(37) } } });
  expect(office.sim.control.violations()).toEqual([]);
  expect(office.sim.control.violations("advice")).toMatchObject([{ detail: "main_title.title: 37 of 36 characters" }]);
});

test("an installation without cards refuses them all", async () => {
  const office = await anOffice({ switches: { cards: false } });
  await aProduct(office);
  expect(await office.send({ msgtype: "template_card", template_card: button })).toMatchObject({ errcode: 40008 });
});
