import { expect, test } from "vitest";
import { WecomMessage } from "../message.ts";
import { BotBody } from "./bot-body.ts";
import { botDedupeKey, readBotMessage } from "./read-bot-message.ts";

const head = { msgid: "m1", aibotid: "aib1", chattype: "single", from: { userid: "ZhangSan" } };
const inGroup = { ...head, chattype: "group", chatid: "g1" };
const event = (fields: object) => ({ ...head, create_time: 1_700_000_000, msgtype: "event", event: fields });
const origin = { corp: "ww1", bot: "aib1", member: "ZhangSan", receivedAt: 1_700_000_000_123, reqId: "r1" };
const selected_items = { selected_item: [{ question_key: "q", option_ids: { option_id: ["a", "b"] } }] };
const click = { card_type: "vote_interaction", event_key: "go", task_id: "t1", selected_items };
const pressed = {
  kind: "card-click",
  key: "go",
  taskId: "t1",
  responseCode: "r1",
  chosen: [{ question: "q", options: ["a", "b"] }],
};

// biome-ignore format: the columns are the test
const BODIES: [string, object, object][] = [
  ["text",                      { ...head, msgtype: "text", text: { content: "今年许可多少件" } },              { kind: "text", id: "m1", content: "今年许可多少件", door: { group: null, answer: { as: "message", handle: "r1" } } }],
  ["text in a group",           { ...inGroup, msgtype: "text", text: { content: "@台账助手 报3件" } },           { kind: "text", content: "报3件", door: { group: "g1" } }],
  ["an @ in a single chat",     { ...head, msgtype: "text", text: { content: "@李四 报3件" } },                  { kind: "text", content: "@李四 报3件" }],
  ["voice",                     { ...head, msgtype: "voice", voice: { content: "报三件" } },                     { kind: "voice", transcript: "报三件" }],
  ["image",                     { ...head, msgtype: "image", image: { url: "https://i" } },                     { kind: "image", url: "https://i" }],
  ["mixed with words",          { ...inGroup, msgtype: "mixed", mixed: { msg_item: [{ msgtype: "text", text: { content: "@台账助手 见图" } }, { msgtype: "image", image: { url: "u" } }] } }, { kind: "text", content: "见图" }],
  ["mixed of pictures",         { ...head, msgtype: "mixed", mixed: { msg_item: [{ image: { url: "u" } }] } },  { kind: "image" }],
  ["file",                      { ...head, msgtype: "file", file: { url: "u", aeskey: "k" } },                  { kind: "file" }],
  ["video",                     { ...head, msgtype: "video", video: { url: "u" } },                             { kind: "video" }],
  ["enter_chat",                event({ eventtype: "enter_chat" }),                                             { kind: "enter-agent", sentAt: 1_700_000_000_000, door: { answer: { as: "welcome" } } }],
  ["a click, as the page says", event({ eventtype: "template_card_event", template_card_event: click }),        { ...pressed, door: { answer: { as: "click" } } }],
  ["a click, as the SDK types", event({ eventtype: "template_card_event", ...click }),                          pressed],
  ["feedback",                  event({ eventtype: "feedback_event", feedback_event: { id: "f", type: 2 } }),   { kind: "feedback", about: "f", verdict: 2, content: "", door: { answer: null } }],
  ["an event of tomorrow",      event({ eventtype: "auth_change_event", auth_change_event: { auth_list: [1] } }), { kind: "unknown", type: "event", event: "auth_change_event" }],
  ["a type of tomorrow",        { ...head, msgtype: "hologram" },                                               { kind: "unknown", type: "hologram" }],
];
test.each(BODIES)("%s becomes a typed value that survives storage", (_name, raw, expected) => {
  const body = BotBody.parse(raw);
  const message = readBotMessage(body, origin);
  expect(message).toMatchObject(expected);
  expect(WecomMessage.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  expect(botDedupeKey(body, "aib1")).toBe("ai-bot:aib1:m1");
});

test("without a socket the answer goes to the address that came along, or nowhere", () => {
  const text = { ...head, msgtype: "text", text: { content: "a" } };
  const read = (raw: object) => readBotMessage(BotBody.parse(raw), { ...origin, reqId: null })?.door;
  expect(read({ ...text, response_url: "https://q/x" })).toMatchObject({
    answer: { as: "address", handle: "https://q/x" },
  });
  expect(read(text)).toMatchObject({ answer: null });
});
