import { expect, test } from "vitest";
import { dedupeKey } from "./dedupe-key.ts";
import type { XmlElement } from "./xml.ts";

const click = {
  FromUserName: "a",
  CreateTime: "1",
  MsgType: "event",
  Event: "template_card_event",
  EventKey: "yes",
  TaskId: "t",
  ResponseCode: "r1",
  AgentID: "1",
};
const key = (xml: XmlElement) => dedupeKey(xml, "ww1", "1000002");

// biome-ignore format: the columns are the test
const PAIRS: [XmlElement, XmlElement, boolean, string][] = [
  // one                                     other                                                    same   why this row exists
  [{ MsgId: "1", Content: "a" },             { MsgId: "1", Content: "a", CreateTime: "2" },           true,  "a redelivery of a message"],
  [{ MsgId: "1" },                           { MsgId: "01" },                                         false, "ids are text, never numbers"],
  [{ MsgId: "CAIQg/PKxgYY2sC9==" },          { MsgId: "CAIQg/PKxgYY2sC9=" },                          false, "ids that look like base64"],
  [click,                                    { ...click, Extra: "x" },                                true,  "a redelivery of an event, whatever else is in it"],
  [click,                                    { ...click, ResponseCode: "r2" },                        false, "two clicks within one second"],
  [click,                                    { ...click, EventKey: "no" },                            false, "another button"],
  [{ ...click, EventKey: "a|b", TaskId: "" }, { ...click, EventKey: "a", TaskId: "b" },               false, "a separator inside a value"],
  [{ Event: "change_contact", UserID: "a" }, { Event: "change_contact", UserID: "b" },                false, "contact events of one second from sys"],
  [{ Event: "change_contact", TagId: "1" },  { Event: "change_contact", TagId: "2" },                 false, "several tags at once"],
  [{ Event: "b", BatchJob: { JobId: "1" } }, { Event: "b", BatchJob: { JobId: "2" } },                false, "two jobs"],
];
test.each(PAIRS)("%j and %j: same %s: %s", (one, other, same) => {
  expect(key(one) === key(other)).toBe(same);
});

test("a key is made of encoded parts", () => {
  expect(key({ MsgId: "a:b c" })).toBe("ww1:1000002:a%3Ab%20c");
  expect(key(click)).toMatch(/^ww1:1000002:event\.[0-9a-f]{64}$/);
});
