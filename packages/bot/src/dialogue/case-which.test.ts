import { describe, expect, test } from "vitest";
import { caseOffice, RECEIVED } from "./case-rehearsal.contract.ts";

const TODAY = "2026-03-10";

describe("which case is meant", () => {
  test("several that fit are asked with choices, and a number, a place or a name answers", () => {
    for (const [reply, number] of [
      ["第2号", "0002"],
      ["2", "0002"],
      ["李四那件", "0002"],
      ["张三", "0001"],
    ] as const) {
      const talk = caseOffice("张三", "李四", "王五");
      talk.tell(TODAY, "补正通知书发了");
      expect(talk.said).toEqual(["ask which-case"]);
      expect(talk.last?.say[0]).toMatchObject({ question: { options: [{}, {}, {}, { key: "none" }] } });
      talk.tell(TODAY, reply);
      expect(talk.steps).toEqual([`${number} correction-asked 2026-03-10`]);
    }
  });

  test("what comes from outside goes to the one case that waits for it", () => {
    const talk = caseOffice("张三", "李四", "王五");
    talk.tell("2026-03-05", "李四那件补正通知书发了");
    talk.tell(TODAY, "补正材料收到了");
    expect(talk.steps.at(-1)).toBe("0002 correction-received 2026-03-10");
  });

  test("what we did is never laid upon the only case left that it could fit", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell("2026-03-05", "李四那件补正通知书发了");
    talk.tell(TODAY, "补正通知书发了");
    expect(talk.said).toEqual(["ask which-case"]);
  });

  test("words of what was asked for name the case to those who handle it", () => {
    const talk = caseOffice();
    talk.tell(RECEIVED, "收到一件依申请公开，个人，网上提交，要2024年促消费资金分配表");
    talk.tell(RECEIVED, "收到一件依申请公开，企业，邮寄，要展会补贴名单");
    talk.tell(TODAY, "促消费资金那件补正通知书发了");
    expect(talk.steps).toEqual(["0001 correction-asked 2026-03-10"]);
  });

  test("a name nobody may see finds nothing for a stranger to the case", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell(TODAY, "张三那件补正通知书发了", { by: "chen" });
    expect(talk.said).toEqual(["ask which-case"]);
    expect(JSON.stringify(talk.last)).not.toContain("李四");
    expect(talk.steps).toEqual([]);
  });

  test("a pointer that fits none is asked, also where only one application is open", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "企业那件补正通知书发了");
    expect(talk.said).toEqual(["ask which-case"]);
    expect(talk.steps).toEqual([]);
  });

  test("那件, said days after the last one was spoken of, may be any that is open", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell(TODAY, "那件申请补正通知书发了");
    expect(talk.said).toEqual(["ask which-case"]);
    expect(talk.steps).toEqual([]);
  });

  test("刚才那件 is the last one, also days later; a day before the applicant is the day of the step", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell("2026-03-05", "张三那件补正通知书发了");
    talk.tell(TODAY, "刚才那件补正材料收到了");
    expect(talk.steps.at(-1)).toBe("0001 correction-received 2026-03-10");
    talk.tell(TODAY, "3月9日给李四那件我们没有这个信息");
    expect(talk.steps.at(-1)).toBe("0002 unable_nothold 2026-03-09");
  });

  test("a sentence about its case is no answer to a question about something else", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "网站上发了3条信息");
    expect(talk.last?.act).toBe("ask");
    talk.tell(TODAY, "张三那件我们没有这个信息");
    expect(talk.steps).toEqual(["0001 unable_nothold 2026-03-10"]);
  });

  test("the step said again with its case takes the place of the question about it", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell(TODAY, "补正通知书发了");
    talk.tell(TODAY, "李四那件补正通知书发了");
    expect(talk.steps).toEqual(["0002 correction-asked 2026-03-10"]);
    expect(talk.talkOf("wang").pending).toEqual([]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["处罚决定书〔2026〕第1号已送达",     "a number of another kind of paper"],
    ["政府令第1号发出了",               "a number of a document"],
    ["第1号文件发给申请人了",            "the same, said the other way round"],
    ["王某撤回申请了",                  "somebody else than the only applicant"],
    ["李明撤回了申请",                  "a full name that fits nobody"],
    ["张三那件申请想撤回",              "wished and not done"],
  ])("%s writes nothing: %s", (text) => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, text);
    expect(talk.steps).toEqual([]);
  });

  test.each(["张三撤回申请了", "张某撤回了申请", "张三那件申请，申请人撤回了"])("%s is the one of 张三", (text) => {
    const talk = caseOffice("张三", "李四");
    talk.tell(TODAY, text);
    expect(talk.steps).toEqual(["0001 other_misc 2026-03-10"]);
  });

  test("a number that is not there is told, not guessed", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell(TODAY, "第7号补正通知书发了");
    expect(talk.said).toEqual(["not-found"]);
  });

  test("without any case the step is asked about as before", () => {
    const talk = caseOffice();
    expect(talk.tell(TODAY, "张三那件补正通知书发了").act).toBe("ask");
    expect(talk.steps).toEqual([]);
  });
});
