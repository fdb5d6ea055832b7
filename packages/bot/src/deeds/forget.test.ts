import type { RecordId } from "@gongkai/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { Talk } from "../../../../test/support/a-talk.ts";
import { forgetPersons, forgetWords } from "./forget.ts";

const AT = "2026-03-04 10:30";
let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
});
afterEach(() => talk.close());

const inside = <T>(work: Parameters<typeof talk.home.transact<T>>[1]) => talk.home.transact("bureau", work);
const stateOf = (id: string) => inside((tx) => tx.talkOf("bureau", id));
const idsOf = async (): Promise<RecordId[]> =>
  (await talk.home.recordsAfter("bureau", 0)).map(({ record }) => record.id);

test("words that are erased are in no talk any more, and an answered message stays answered", async () => {
  await talk.say("wangfang", AT, "许可办结12件", "first");
  await talk.say("chenjie", AT, "处罚2件");
  const [first] = await idsOf();
  const forgotten = await inside((tx) => forgetWords(tx, talk.office, first ? [first] : [], 0));
  expect(forgotten).toEqual({ erased: 1, talks: 1 });
  expect(await stateOf("wangfang")).not.toContain("许可办结12件");
  expect(await stateOf("chenjie")).toContain("处罚2件");
  await talk.say("wangfang", AT, "许可办结12件", "first");
  expect(await talk.ledger()).toEqual(["permit.decided 12 2026-03-04", "penalty.decided 2 2026-03-04"]);
});

test("words that settled a question are forgotten with those that opened it", async () => {
  await talk.say("wangfang", AT, "发了3条新媒体");
  await talk.say("wangfang", AT, "公众号");
  const all = await idsOf();
  await inside((tx) => forgetWords(tx, talk.office, all, 0));
  expect(await stateOf("wangfang")).not.toMatch(/发了3条新媒体|公众号/);
});

test("an applicant erased is named in nobody's waiting question", async () => {
  for (const who of ["张三", "李四"]) await talk.say("guojing", AT, `收到依申请公开1件，${who}，个人，网上提交`);
  await talk.say("guojing", AT, "撤销今天的依申请公开");
  expect(await stateOf("guojing")).toContain("张三");
  const { erased, talks } = await inside((tx) => forgetPersons(tx, talk.office, ["A-2026-0001"], 0));
  expect([erased, talks]).toEqual([1, 1]);
  expect(await stateOf("guojing")).not.toContain("张三");
});

test("who has left is forgotten too", async () => {
  await talk.say("wangfang", AT, "许可办结12件");
  talk.leaves("wangfang");
  const all = await idsOf();
  await inside((tx) => forgetWords(tx, talk.office, all, 0));
  expect(await stateOf("wangfang")).not.toContain("许可办结12件");
});
