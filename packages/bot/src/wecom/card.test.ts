import { expect, test } from "vitest";
import { Card, type CardDraft } from "./card.ts";
import { buttonKeyOf, readButtonKey, taskIdOf } from "./card-handle.ts";
import { cardJson } from "./card-json.ts";
import { cardText, choicesOf } from "./card-text.ts";

const buttons = {
  kind: "buttons",
  taskId: "case-42-r1-a",
  source: { text: "督办提醒" },
  title: "请确认事项",
  text: "截止 11-30",
  rows: [{ name: "责任科室", value: "办公室" }],
  buttons: [
    { does: "call", text: "已完成", key: "done" },
    { does: "call", text: "需延期", key: "delay", style: "plain" },
  ],
} as const satisfies CardDraft;
const notice = { kind: "notice", title: "11月月报", url: "https://gongkai.example/month" } as const satisfies CardDraft;
const options = [
  { id: "a", text: "许可科" },
  { id: "b", text: "法规科" },
];
const multiple = {
  kind: "multiple",
  taskId: "m-1",
  title: "归到哪个科室",
  selections: [{ key: "section", title: "科室", options }],
  submit: { text: "提交", key: "submit" },
} as const satisfies CardDraft;
const vote = {
  kind: "vote",
  taskId: "v-1",
  title: "本月无",
  ballot: { key: "nil", many: true, options },
  submit: { text: "确认", key: "ok" },
} as const satisfies CardDraft;
const [button] = buttons.buttons;
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

test("a button card is the platform's own sample", () => {
  expect(cardJson(Card.parse(buttons))).toEqual({
    card_type: "button_interaction",
    task_id: "case-42-r1-a",
    source: { desc: "督办提醒", desc_color: 0 },
    main_title: { title: "请确认事项", desc: "截止 11-30" },
    horizontal_content_list: [{ keyname: "责任科室", value: "办公室" }],
    button_list: [
      { type: 0, text: "已完成", style: 1, key: "done" },
      { type: 0, text: "需延期", style: 2, key: "delay" },
    ],
  });
});

test("the other kinds carry their own parts", () => {
  expect(
    cardJson(Card.parse({ ...notice, emphasis: { title: "92" }, links: [{ text: "看明细", url: notice.url }] })),
  ).toEqual({
    card_type: "text_notice",
    main_title: { title: "11月月报" },
    emphasis_content: { title: "92" },
    jump_list: [{ type: 1, title: "看明细", url: notice.url }],
    card_action: { type: 1, url: notice.url },
  });
  expect(cardJson(Card.parse(multiple))).toMatchObject({
    card_type: "multiple_interaction",
    select_list: [{ question_key: "section", title: "科室", option_list: options }],
    submit_button: { text: "提交", key: "submit" },
  });
  expect(cardJson(Card.parse(vote))).toMatchObject({
    card_type: "vote_interaction",
    checkbox: { question_key: "nil", mode: 1, option_list: options },
  });
});

// biome-ignore format: the columns are the test
const TOO_MUCH: [string, object][] = [
  ["a title longer than clients show",    { ...buttons, title: "题".repeat(37) }],
  ["no title",                            { ...buttons, title: "" }],
  ["no button",                           { ...buttons, buttons: [] }],
  ["seven buttons",                       { ...buttons, buttons: many(7, (at) => ({ ...button, key: `k${at}` })) }],
  ["two buttons with one key",            { ...buttons, buttons: [button, { ...button, text: "再来" }] }],
  ["a button key over 1024 bytes",        { ...buttons, buttons: [{ ...button, key: "键".repeat(342) }] }],
  ["a button longer than ten",            { ...buttons, buttons: [{ ...button, text: "字".repeat(11) }] }],
  ["seven rows",                          { ...buttons, rows: many(7, () => ({ name: "a", value: "b" })) }],
  ["a row name longer than five",         { ...buttons, rows: [{ name: "六个字的名字", value: "b" }] }],
  ["a task id with a colon",              { ...buttons, taskId: "r:1" }],
  ["a task id over 128",                  { ...buttons, taskId: "a".repeat(129) }],
  ["an emphasis beside a quote",          { ...notice, emphasis: { title: "1" }, quote: { text: "x" } }],
  ["a notice with a menu and no task id", { ...notice, menu: { hint: "更多", choices: [{ text: "不再提醒", key: "mute" }] } }],
  ["an address that is no web page",      { ...notice, url: "javascript:alert(1)" }],
  ["four links",                          { ...notice, links: many(4, () => ({ text: "a", url: notice.url })) }],
  ["four lists",                          { ...multiple, selections: many(4, (at) => ({ ...multiple.selections[0], key: `${at}` })) }],
  ["eleven options",                      { ...multiple, selections: [{ ...multiple.selections[0], options: many(11, (at) => ({ id: `${at}`, text: "a" })) }] }],
  ["twenty-one boxes",                    { ...vote, ballot: { ...vote.ballot, options: many(21, (at) => ({ id: `${at}`, text: "a" })) } }],
  ["a part nobody knows",                 { ...vote, colour: "red" }],
];
test.each(TOO_MUCH)("%s is refused before it is sent", (_why, card) => {
  expect(Card.safeParse(card).success).toBe(false);
});

test("characters are counted, not bytes or halves", () => {
  expect(Card.safeParse({ ...buttons, title: "😀".repeat(36) }).success).toBe(true);
});

test("without cards the same question is a text with numbered replies", () => {
  expect(cardText(Card.parse(buttons))).toBe(
    "【督办提醒】请确认事项\n截止 11-30\n责任科室：办公室\n回复 1：已完成\n回复 2：需延期",
  );
  expect(choicesOf(Card.parse(buttons))).toEqual([
    { number: 1, text: "已完成", key: "done" },
    { number: 2, text: "需延期", key: "delay" },
  ]);
  expect(cardText(Card.parse(multiple))).toBe("归到哪个科室\n科室\n回复 1：许可科\n回复 2：法规科");
  expect(choicesOf(Card.parse(multiple))[1]).toEqual({
    number: 2,
    text: "法规科",
    key: "submit",
    question: "section",
    option: "b",
  });
  expect(cardText(Card.parse(vote))).toBe("本月无\n可选多项：许可科、法规科\n请用文字回复您的选择。");
  expect(cardText(Card.parse(notice))).toBe("11月月报\nhttps://gongkai.example/month");
});

test("a button's key brings back what it was offered for, and nothing else is read as one", () => {
  const press = { deed: "undo", record: "r:office:a%3Ab:0", version: 3 };
  expect(readButtonKey(buttonKeyOf(press))).toEqual(press);
  for (const key of ["", "undo", "[]", '["undo","r",-1]', '["undo","r",1,2]', "{}"])
    expect(readButtonKey(key)).toBeUndefined();
});

test("a task id that the platform would refuse is our own mistake", () => {
  expect(taskIdOf({ about: "case", id: "42", revision: 1, sending: "a1" })).toBe("case-42-r1-a1");
  expect(() => taskIdOf({ about: "case", id: "许可", revision: 1, sending: "a1" })).toThrow();
});
