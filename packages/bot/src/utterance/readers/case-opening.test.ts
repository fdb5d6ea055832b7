import { Office } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import type { Item } from "../meaning.ts";
import { understand } from "../understand.ts";
import { vocabularyOf } from "../vocabulary.ts";

const OFFICE = Office.parse({ key: "bureau", name: "某某市某某局", sections: [{ key: "law", label: "法规科" }] });
const { vocabulary } = vocabularyOf(OFFICE, ["王芳"]);
const meant = (text: string) => understand({ text, now: "2026-03-10T10:30:00+08:00", vocabulary });

function told({ quantity, period, applicant, via, subject, who, contact }: Item) {
  const said = {
    applicant: applicant?.value,
    via: via?.value,
    subject: subject?.value,
    who: who?.value,
    contact: contact?.value,
  };
  return {
    n: quantity.value,
    on: period.value,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
  };
}

describe("an application with what it asks for, by whom, and how to reach him", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["收到一件依申请公开，个人，网上提交，要2024年促消费资金分配表",     { n: 1, on: "2026-03-10", applicant: "nat", via: "online", subject: "2024年促消费资金分配表" }],
    ["收到依申请公开1件，企业，邮寄，申请公开近三年招标结果",             { n: 1, on: "2026-03-10", applicant: "biz", via: "mail", subject: "近三年招标结果" }],
    ["3月9日收到一件依申请公开，个人，当面提交，内容是拆迁补偿方案",       { n: 1, on: "2026-03-09", applicant: "nat", via: "in_person", subject: "拆迁补偿方案" }],
    ["收到一件依申请公开，个人，网上提交，申请人张三，电话13800001234",   { n: 1, on: "2026-03-10", applicant: "nat", via: "online", who: "张三", contact: "13800001234" }],
    ["收到一件信息公开申请，律所，传真，要2025年处罚决定书，邮箱a.b@example.com", { n: 1, on: "2026-03-10", applicant: "law", via: "fax", subject: "2025年处罚决定书", contact: "a.b@example.com" }],
    ["收到3件依申请公开，企业，邮寄",                                   { n: 3, on: "2026-03-10", applicant: "biz", via: "mail" }],
  ])("%s", (text, item) => {
    const meaning = meant(text);
    expect(meaning.act === "record" ? meaning.items.map(told) : meaning).toEqual([item]);
  });

  test("figures in what is asked for are never counted", () => {
    const meaning = meant("收到一件依申请公开，个人，网上提交，要2025年许可12件的办理结果");
    expect(meaning.act === "record" ? meaning.items.map(told) : meaning).toEqual([
      { n: 1, on: "2026-03-10", applicant: "nat", via: "online", subject: "2025年许可12件的办理结果" },
    ]);
  });

  test("the kind of applicant that is left out is asked, and the rest is kept for the answer", () => {
    const meaning = meant("收到一件依申请公开，网上提交，要2024年促消费资金分配表");
    expect(meaning).toMatchObject({ act: "ask", ask: { about: "applicant" } });
    expect(meaning.act === "ask" && meaning.drafts[0]?.subject?.value).toBe("2024年促消费资金分配表");
  });
});

test.each(["收到网民留言3条，要求尽快回复", "今天收到12345工单5件，电话0379-65432100", "要2024年许可数据"])(
  "%s is no application",
  (text) => {
    const meaning = meant(text);
    const items = meaning.act === "record" ? meaning.items : meaning.act === "ask" ? meaning.sure : [];
    expect(items.filter(({ indicator }) => indicator.value === "application.received")).toEqual([]);
  },
);
