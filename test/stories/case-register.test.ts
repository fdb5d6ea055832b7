import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Talk } from "../support/a-talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
  await talk.say(
    "wangfang",
    "2026-03-02 09:00",
    "收到一件依申请公开，个人，网上提交，要展会补贴名单，申请人张三，电话13800001234",
  );
  await talk.say("guojing", "2026-03-04 09:00", "收到一件依申请公开，企业，邮寄，申请人云帆公司");
  await talk.say("guojing", "2026-03-05 09:00", "收到一件依申请公开，律所，传真");
  await talk.say("guojing", "2026-03-06 09:00", "第2号补正通知书发了，限3月20日前补正");
});
afterEach(() => talk.close());

const asked = async (by: string, at: string, text: string) => (await talk.say(by, at, text)).split("\n");

describe("the register is asked in chat", () => {
  test("在办的申请: the most urgent first, each with its clock, whose turn it is and who handles it", async () => {
    expect(await asked("guojing", "2026-03-10 10:00", "在办的申请")).toEqual([
      "正在办理的政府信息公开申请3件：",
      "· 2026年第1件（张三，自然人，展会补贴名单）：3月30日到期，还有14个工作日；经办：王芳",
      "· 2026年第3件（法律服务机构）：4月2日到期，还有17个工作日；经办：郭静",
      "· 2026年第2件（云帆公司，商业企业）：等申请人补正，期限暂停，收到补正后重新起算（最晚3月20日）；经办：郭静",
      "想看一件办到哪一步，可以说“第几号到哪一步了”。",
    ]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["等申请人补正的",     "2026-03-10 10:00", ["2026年第2件"]],
    ["等我们答复的申请",   "2026-03-10 10:00", ["2026年第1件", "2026年第3件"]],
    ["本周到期的申请",     "2026-03-30 10:00", ["2026年第1件", "2026年第3件"]],
    ["下周到期的申请",     "2026-03-24 10:00", ["2026年第1件", "2026年第3件"]],
    ["超期的",            "2026-04-01 10:00", ["2026年第1件"]],
    ["王芳手上的申请",     "2026-03-10 10:00", ["2026年第1件"]],
    ["我手上的申请",       "2026-03-10 10:00", ["2026年第3件", "2026年第2件"]],
  ])("%s at %s", async (text, at, cases) => {
    const lines = (await asked("guojing", at, text)).filter((line) => line.startsWith("· "));
    expect(lines.map((line) => line.slice(2).split("（")[0])).toEqual(cases);
  });

  test("none is said as none", async () => {
    expect(await asked("guojing", "2026-03-10 10:00", "超期的申请")).toEqual(["现在没有已经超期的政府信息公开申请。"]);
  });

  test("这件 after a case was shown is that one", async () => {
    await talk.say("guojing", "2026-03-10 10:00", "第3号到哪一步了");
    const [head, due] = await asked("guojing", "2026-03-10 10:01", "为什么是那天");
    expect(head).toBe("2026年第3件（法律服务机构）：");
    expect(due).toBe("答复期限是4月2日 周四。");
  });
});

describe("who applied is for those who handle the case", () => {
  test("a colleague sees the case and not the person, and cannot find it by a name", async () => {
    const shown = await talk.say("chenjie", "2026-03-10 10:00", "在办的申请");
    expect(shown).toContain("2026年第1件（自然人）");
    expect(shown).not.toMatch(/张三|云帆|展会|138/);
    expect(await talk.say("chenjie", "2026-03-10 10:01", "张三那件什么情况")).toBe(
      "没有找到这件申请。可以说编号，例如“第12号到哪一步了”。",
    );
  });

  test("whoever took it in, the section's head and the disclosure office do", async () => {
    for (const by of ["wangfang", "sunhai", "guojing"])
      expect(await talk.say(by, "2026-03-10 10:00", "第1号什么情况")).toContain("张三");
    expect(await talk.say("wangfang", "2026-03-10 10:00", "第2号什么情况")).not.toContain("云帆");
  });

  test("nothing of them is in a record or in a file that is asked for", async () => {
    await talk.say("guojing", "2026-03-10 10:00", "导出申请台账");
    const sent = await talk.sent();
    expect(sent.at(-1)).toBe('guojing: {"kind":"export","what":"cases","year":2026,"format":"xlsx"}');
    const records = await talk.home.recordsAfter("bureau", 0);
    expect(JSON.stringify(records)).not.toMatch(/张三|云帆|展会|13800001234/);
    expect(await talk.say("chenjie", "2026-03-10 10:00", "导出申请台账")).toBe("台账由政务公开办或者管理员导出。");
  });
});
