import { compileReport } from "@gongkai/reporter";
import { Office } from "@gongkai/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";

const OFFICE = `
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: trade, label: 市场科 }
    - { key: office, label: 政务公开办 }`;
const office = new SimulatedOffice(`
office:${OFFICE}
  members:
    - { id: wangfang, name: 王芳, section: trade }
    - { id: guojing, name: 郭静, section: office, roles: [clerk] }
    - { id: lijuzhang, name: 李局长, section: office, roles: [leader] }
`);
beforeAll(() => office.open("2026-03-04 09:00"));
afterAll(() => office.close());

/** Buttons and headings of a card; the sentences stand between them. */
const FRAME: ReadonlySet<string> = new Set(["请您过目", "撤销", "修改", "公开台账", ""]);

/** The sentences of the reply to a message said at half past nine. */
async function told(day: string, text: string, by = "guojing"): Promise<string[]> {
  await office.until(`${day} 09:30`);
  return (await office.say(by, text)).split("\n").filter((line) => !FRAME.has(line));
}

describe("an application from receipt to a partial answer", () => {
  test("it comes in: kind, way, subject, name and telephone in one sentence", async () => {
    const words = "收到一件依申请公开，企业，网上提交，要2025年展会补贴资金分配表，申请人云帆公司，电话0379-65432100";
    expect(await told("2026-03-04", words)).toEqual([
      "已记：云帆公司的政府信息公开申请（商业企业，网上提交），今天（未说日期）",
      "收到政府信息公开申请3月累计1件",
      "年报：表三 本年新收政府信息公开申请数量（商业企业） 0→1；一（二）收到政府信息公开申请 0→1",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：答复期限4月1日，还有20个工作日。",
      "提醒：网上提交的，以双方确认之日为收到之日，不是这一天请改日期（条例第三十一条第（三）项）。",
    ]);
  });

  test("收到2件 opens two more", async () => {
    expect(await told("2026-03-05", "收到2件依申请公开，个人，邮寄")).toEqual([
      "已记：2条",
      "1. 政府信息公开申请 2026年第2件（自然人，邮寄），今天（未说日期）",
      "2. 政府信息公开申请 2026年第3件（自然人，邮寄），今天（未说日期）",
      "收到政府信息公开申请3月累计3件",
      "年报：表三 本年新收政府信息公开申请数量（自然人） 0→2；一（二）收到政府信息公开申请 1→3",
      "有错回复“撤销第2条”或“第2条改成…”。",
    ]);
  });

  test("the correction is asked once, and stops the clock", async () => {
    expect(await told("2026-03-06", "第1号补正通知书发了，限3月20日前补正")).toEqual([
      "已记：云帆公司的政府信息公开申请：我们发出了补正通知（3月20日前补正），今天（未说日期）",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：等申请人补正，期限暂停，收到补正后重新起算（最晚3月20日）。",
    ]);
    expect(await told("2026-03-09", "第1号又发了补正通知书")).toEqual([
      "没有记。2026年第1件：补正只能一次性告知，3月6日已经告知过，不能再次要求补正（条例第三十条）。",
    ]);
    expect(await told("2026-03-09", "等申请人的有哪些")).toEqual([
      "等申请人的政府信息公开申请1件：",
      "· 2026年第1件（云帆公司，商业企业，2025年展会补贴资金分配表）：等申请人补正，期限暂停，收到补正后重新起算（最晚3月20日）；经办：郭静",
      "想看一件办到哪一步，可以说“第几号到哪一步了”。",
    ]);
    expect(await told("2026-03-16", "补正材料收到了")).toEqual([
      "已记：云帆公司的政府信息公开申请：申请人交来了补正材料，今天（未说日期）",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：答复期限4月14日，还有20个工作日。",
    ]);
  });

  test("the third party is asked, and its time does not count", async () => {
    expect(await told("2026-03-17", "刚才那件第三方意见征求函发出了")).toEqual([
      "已记：云帆公司的政府信息公开申请：已发函征求第三方意见，今天（未说日期）",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：等对方意见，征求意见的时间不计入期限（最晚4月8日）；答复期限5月8日（暂定），还有34个工作日。",
    ]);
    expect(await told("2026-03-18", "第三方今天收到征求意见函")).toEqual([
      "已记：云帆公司的政府信息公开申请：对方收到了征求意见书，3月18日",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：等对方意见，征求意见的时间不计入期限（最晚4月9日）；答复期限5月9日（暂定），还有34个工作日。",
    ]);
    expect(await told("2026-03-26", "第三方答复不同意")).toEqual([
      "已记：云帆公司的政府信息公开申请：收到对方意见：不同意，今天（未说日期）",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：答复期限4月23日，还有19个工作日。",
    ]);
  });

  test("这件怎么算的 counts the days out, the Saturday of 清明 and the week of asking among them", async () => {
    const working = await told("2026-03-27", "这件怎么算的");
    expect(working.slice(0, 5)).toEqual([
      "2026年第1件（云帆公司，商业企业，2025年展会补贴资金分配表）：",
      "答复期限是4月23日 周四。",
      "从3月16日的次日起，20个工作日，征求意见的7个工作日不计（条例第三十三条）。",
      "放假安排：国办发明电〔2023〕7号、国办发明电〔2024〕12号、国办发明电〔2025〕7号",
      "3月16日 周一 不计 收到补正当天，次日起重新计算",
    ]);
    expect(working).toContain("3月18日 周三 不计 征求第三方意见");
    expect(working).toContain("4月6日 周一 不计 清明节放假");
    expect(working.at(-1)).toBe("4月23日 周四 第20天 工作日");
  });

  test("it is extended only with an approval and a notice", async () => {
    expect(await told("2026-04-07", "第1号延期20个工作日")).toEqual([
      "没有记。2026年第1件：延长答复要经政府信息公开工作机构负责人同意，请连同谁批的一起说（条例第三十三条第二款）。",
    ]);
    expect(await told("2026-04-07", "第1号延期20个工作日，李局4月3日批的，今天已告知申请人")).toEqual([
      "已记：云帆公司的政府信息公开申请：延长答复20个工作日（4月3日批准，已告知申请人），4月7日",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：答复期限5月25日，还有32个工作日。",
    ]);
  });

  test("another is answered in plain words, a third first roughly and late", async () => {
    expect(await told("2026-04-07", "第2号我们没有这个信息")).toEqual([
      "已记：政府信息公开申请 2026年第2件答复：本机关不掌握相关政府信息，今天（未说日期）",
      "年报：表三 本机关不掌握相关政府信息（自然人） 0→1",
      "有错回复“撤销”或“改成…”。",
      "2026年第2件：计入表三“1.本机关不掌握相关政府信息”，依据条例第三十六条第（四）项。",
      "提醒：答复期限是4月2日，超期2个工作日（条例第三十三条第二款）。",
    ]);
    expect(await told("2026-04-08", "第3号不予公开")).toEqual([
      "已记：政府信息公开申请 2026年第3件答复：不予公开，今天（未说日期）",
      "有错回复“撤销”或“改成…”。",
      "2026年第3件：先按不予公开记下。",
      "提醒：答复期限是4月2日，超期3个工作日（条例第三十三条第二款）。",
      "提醒：请补充属于哪一种具体情形，补充前年报不能定稿（国办公开办函〔2021〕30号 表三）。",
    ]);
    expect(office.chat("guojing").at(-1)).toContain(
      "政府信息公开申请（2026年第3件）：不予公开的具体理由是哪一项？（已先记为不予公开）",
    );
    expect(await told("2026-04-08", "过程性信息")).toEqual([
      "已改：政府信息公开申请 2026年第3件答复：不予公开，今天（未说日期）",
      "→ 政府信息公开申请 2026年第3件答复：属于四类过程性信息，今天（未说日期）",
      "年报：表三 属于四类过程性信息（自然人） 0→1",
      "回复“撤销”可以改回。",
      "2026年第3件：计入表三“6.属于四类过程性信息”，依据条例第十六条第二款。",
      "提醒：答复期限是4月2日，超期3个工作日（条例第三十三条第二款）。",
    ]);
  });

  test("the answer is one row, and the day of posting decides that it was in time", async () => {
    expect(await told("2026-05-08", "第1号部分公开，其余涉及商业秘密")).toEqual([
      "已记：云帆公司的政府信息公开申请答复：部分公开（其余保护第三方合法权益），今天（未说日期）",
      "年报：表三 部分公开（商业企业） 0→1",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：计入表三“（二）部分公开”，依据条例第三十七条。",
    ]);
    expect(await told("2026-05-09", "第1号答复书邮寄送达了")).toEqual([
      "已记：云帆公司的政府信息公开申请：答复已送达（邮政寄送，以交邮之日为准），今天（未说日期）",
      "有错回复“撤销”或“改成…”。",
      "2026年第1件：计入表三“（二）部分公开”，依据条例第三十七条。",
    ]);
  });

  test("its whole course is told; who handles no applications is told no name", async () => {
    const course = await told("2026-05-09", "第1号到哪一步了");
    expect(course).toEqual([
      "2026年第1件（云帆公司，商业企业，2025年展会补贴资金分配表）：",
      "1. 3月4日 收到申请（网上提交）",
      "2. 3月6日 我们发出了补正通知（3月20日前补正）",
      "3. 3月16日 申请人交来了补正材料",
      "4. 3月17日 已发函征求第三方意见",
      "5. 3月18日 对方收到了征求意见书",
      "6. 3月26日 收到对方意见：不同意",
      "7. 4月7日 延长答复20个工作日（4月3日批准，已告知申请人）",
      "8. 5月8日 答复：部分公开",
      "9. 5月9日 答复已送达（邮政寄送，以交邮之日为准）",
      "现在：5月8日办结：部分公开；经办：郭静。",
    ]);
    const [head, ...rest] = await told("2026-05-09", "第1号到哪一步了", "lijuzhang");
    expect(head).toBe("2026年第1件（商业企业）：");
    expect(rest).toEqual(course.slice(1));
  });
});

describe("then a reconsideration, and what the report says of it all", () => {
  test("the reconsideration stands beside the application it attacks", async () => {
    expect(await told("2026-06-01", "第1号申请人申请行政复议了")).toEqual([
      "已记：行政复议新收（2026年第1件，针对申请 2026年第1件），今天（未说日期）",
      "行政复议新收6月累计1件",
      "年报：表四 行政复议 尚未审结 0→1",
      "有错回复“撤销”或“改成…”。",
    ]);
    expect(await told("2026-06-02", "在办的复议")).toEqual([
      "正在办理的行政复议1件：",
      "· 行政复议2026年第1件（针对申请2026年第1件）：尚未审结；经办：郭静",
    ]);
  });

  test("its decision has a column by the office's table", async () => {
    expect(await told("2026-07-20", "复议决定责令重新答复")).toEqual([
      "已记：行政复议责令重新答复，计入结果纠正，今天（未说日期）",
      "年报：表四 行政复议 结果纠正 0→1；表四 行政复议 尚未审结 1→0",
      "有错回复“撤销”或“改成…”。",
    ]);
  });

  test("tables 三 四 count each case once", async () => {
    const parsed = Office.parse({
      key: "yunhe",
      name: "云河市商务局",
      sections: [
        { key: "trade", label: "市场科" },
        { key: "office", label: "政务公开办" },
      ],
    });
    const { figures, findings } = compileReport({ records: await office.records(), office: parsed, year: 2026 });
    const counted = figures.ids
      .filter((id) => /^t[34]\./.test(id) && figures.at(id).value !== 0)
      .map((id) => `${id} ${figures.at(id).value}`);
    expect(counted).toEqual([
      "t3.new.nat 2",
      "t3.new.biz 1",
      "t3.new.tot 3",
      "t3.partial.biz 1",
      "t3.partial.tot 1",
      "t3.deny_process.nat 1",
      "t3.deny_process.tot 1",
      "t3.unable_nothold.nat 1",
      "t3.unable_nothold.tot 1",
      "t3.total.nat 2",
      "t3.total.biz 1",
      "t3.total.tot 3",
      "t4.review.corrected 1",
      "t4.review.total 1",
    ]);
    expect(findings.filter(({ rule, verdict }) => /^B-T[34]/.test(rule) && verdict !== "未执行")).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "D9").map(({ says }) => says)).toEqual([
      "申请 A-2026-0002 于 2026-04-07 答复，期限是 2026-04-02，超期了，请说明。",
      "申请 A-2026-0003 于 2026-04-08 答复，期限是 2026-04-02，超期了，请说明。",
    ]);
  });

  test("nothing of the applicant is in a record, and the platform has nothing to complain of", async () => {
    expect(JSON.stringify(await office.records())).not.toMatch(/云帆|65432100|展会/);
    expect(office.faults).toEqual([]);
    expect(office.breaches).toEqual([]);
  });
});
