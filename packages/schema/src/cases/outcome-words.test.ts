import { expect, test } from "vitest";
import { RESULT_ROWS, type ResultRow } from "../form/result-rows.ts";
import { OUTCOME_ROWS } from "./outcome-rows.ts";
import { outcomeOfWords } from "./outcome-words.ts";

// biome-ignore format: the columns are the test
test.each<[string, ResultRow, string, string]>([
  // said                                  row                hook                                    why this row exists
  ["我们没有这个信息",                   "unable_nothold",  "条例第三十六条第（四）项",              "the plain words of an honest clerk"],
  ["查无此文件，本机关不掌握",           "unable_nothold",  "条例第三十六条第（四）项",              "two words of one row"],
  ["这个不归我们管",                     "unable_nothold",  "条例第三十六条第（五）项",              "another body's: same row, another hook"],
  ["予以公开",                           "open",            "条例第三十六条第（一）项、第（二）项",  "the row's own name"],
  ["已经公开的，告诉他网址了",           "open",            "条例第三十六条第（一）项、第（二）项",  "already public"],
  ["部分公开",                           "partial",         "条例第三十七条",                        "区分处理"],
  ["部分公开，其余涉及商业秘密",         "partial",         "条例第三十七条",                        "the label forbids counting the reason"],
  ["区分处理，个人隐私遮盖后公开",       "partial",         "条例第三十七条",                        "the same in other words"],
  ["部分不予公开",                       "partial",         "条例第三十七条",                        "a part withheld is a part given"],
  ["属于国家秘密",                       "deny_secret",     "条例第十四条",                          "first limb of art. 14"],
  ["法律、行政法规禁止公开",             "deny_law",        "条例第十四条",                          "second limb, punctuation aside"],
  ["影响社会稳定",                       "deny_safety",     "条例第十四条",                          "third limb"],
  ["涉及商业秘密，第三方不同意",         "deny_third",      "条例第十五条、第三十二条",              "秘密 inside 商业秘密 is no 国家秘密"],
  ["不予公开，涉及个人隐私",             "deny_third",      "条例第十五条、第三十二条",              "the group said with one of its rows"],
  ["不是国家秘密，是商业秘密",           "deny_third",      "条例第十五条、第三十二条",              "a word denied is not said"],
  ["属于商业机密",                       "deny_third",      "条例第十五条、第三十二条",              "机密 inside 商业机密 is no 国家秘密"],
  ["内部事务信息",                       "deny_internal",   "条例第十六条第一款",                    "三类内部事务"],
  ["还在讨论稿阶段，属于过程性信息",     "deny_process",    "条例第十六条第二款",                    "四类过程性"],
  ["行政执法案卷",                       "deny_casefile",   "条例第十六条第二款",                    "案卷"],
  ["不动产登记资料，走查询",             "deny_query",      "条例第三十六条第（七）项",              "its own access regime"],
  ["没有现成的，要汇总加工分析",         "unable_create",   "条例第三十八条",                        "not to be mistaken for 没有这个信息"],
  ["补正后还是不清楚",                   "unable_unclear",  "条例第三十条",                          "they did correct"],
  ["逾期不补正",                         "other_nocorrect", "条例第三十条",                          "they did not"],
  ["其实是信访投诉",                     "refuse_petition", "条例第三十九条第一款",                  "art. 39¶1"],
  ["重复申请，上次已经答复过",           "refuse_repeat",   "条例第三十六条第（六）项",              "same applicant, same information"],
  ["要的是政府公报",                     "refuse_publication", "条例第三十九条第二款",               "art. 39¶2"],
  ["大量反复申请",                       "refuse_massive",  "条例第三十五条",                        "art. 35"],
  ["要求重新出具",                       "refuse_confirm",  "国办公开办函〔2021〕30号 表三",         "no article names it"],
  ["一直没交费",                         "other_nofee",     "条例第四十二条",                        "the unpaid path"],
  ["申请人撤回了",                       "other_misc",      "国办公开办函〔2021〕30号 表三",         "withdrawal counts as 其他"],
])("%s is %s by %s: %s", (said, row, hook) => {
  expect(outcomeOfWords(said)).toEqual({ kind: "row", row, hook });
});

// biome-ignore format: the columns are the test
test.each<[string, readonly ResultRow[], string]>([
  ["不予公开", ["deny_secret", "deny_law", "deny_safety", "deny_third", "deny_internal", "deny_process", "deny_casefile", "deny_query"], "a group: eight rows"],
  ["不同意公开", ["deny_secret", "deny_law", "deny_safety", "deny_third", "deny_internal", "deny_process", "deny_casefile", "deny_query"], "同意公开 inside it is not said"],
  ["无法提供", ["unable_nothold", "unable_create", "unable_unclear"], "a group: three rows"],
  ["不予处理", ["refuse_petition", "refuse_repeat", "refuse_publication", "refuse_massive", "refuse_confirm"], "a group: five rows"],
  ["其他处理", ["other_nocorrect", "other_nofee", "other_misc"], "a group: three rows"],
  ["涉及国家秘密和个人隐私", ["deny_secret", "deny_third"], "two reasons: one has to be chosen"],
  ["无法提供，其实是信访", ["unable_nothold", "unable_create", "unable_unclear", "refuse_petition"], "a row outside the group said with it"],
])("%s has to be asked between %j: %s", (said, rows) => {
  const heard = outcomeOfWords(said);
  expect(heard.kind === "ask" && heard.candidates.map(({ row }) => row)).toEqual(rows);
});

test.each([
  ["好的", "no outcome at all"],
  ["", "nothing"],
  ["不是国家秘密", "a reason denied names no other"],
  ["不涉及商业秘密", "the same"],
  ["今天天气不错", "small talk"],
  ["没找到申请人", "a search for the applicant is no search for the information"],
])("%s names no outcome: %s", (said) => {
  expect(outcomeOfWords(said)).toEqual({ kind: "unknown" });
});

test("every row can be said, and every word by itself leads to its own row", () => {
  expect(RESULT_ROWS.filter((row) => !OUTCOME_ROWS.some((line) => line.row === row))).toEqual([]);
  const astray = OUTCOME_ROWS.flatMap(({ row, words }) =>
    words.filter((word) => {
      const heard = outcomeOfWords(word);
      return heard.kind !== "row" || heard.row !== row;
    }),
  );
  expect(astray).toEqual([]);
});
