import { expect, test } from "vitest";
import { markdownBlocks, textBlocks, textcardBlocks } from "./inline.ts";

const text = (words: string) => ({ kind: "text", text: words });

test("a text keeps its lines and its links, and nothing else becomes markup", () => {
  expect(textBlocks('已记 <b>2</b> 条\n<a href="https://example.com/x">查看</a>')).toEqual([
    { kind: "line", inlines: [text("已记 <b>2</b> 条")] },
    { kind: "line", inlines: [{ kind: "link", text: "查看", url: "https://example.com/x" }] },
  ]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "/relative"])("a link to %s is only words", (url) => {
  expect(textBlocks(`<a href="${url}">点我</a>`)).toEqual([{ kind: "line", inlines: [text("点我")] }]);
  expect(markdownBlocks(`[点我](${url})`)[0]?.inlines[0]).toMatchObject({ kind: "text" });
});

// biome-ignore format: the columns are the test
test.each([
  ["# 标题",                                   { kind: "heading", level: 1, inlines: [text("标题")] }],
  ["> 引用",                                   { kind: "quote", inlines: [text("引用")] }],
  ["共**12**件",                               { kind: "line", inlines: [text("共"), { kind: "bold", text: "12" }, text("件")] }],
  ["`t2`",                                     { kind: "line", inlines: [{ kind: "code", text: "t2" }] }],
  ['<font color="warning">超期</font>',        { kind: "line", inlines: [{ kind: "tint", tint: "warning", text: "超期" }] }],
  ["[看板](https://example.com)",              { kind: "line", inlines: [{ kind: "link", text: "看板", url: "https://example.com" }] }],
  ["- 列表不在其中",                            { kind: "line", inlines: [text("- 列表不在其中")] }],
])("markdown %s", (source, block) => {
  expect(markdownBlocks(source)).toEqual([block]);
});

test("a text card's description has three tints and line breaks", () => {
  expect(textcardBlocks('<div class="gray">1月5日</div><div class="normal">请确认</div>今天<br>之前')).toEqual([
    { kind: "line", inlines: [{ kind: "tint", tint: "comment", text: "1月5日" }] },
    { kind: "line", inlines: [text("请确认")] },
    { kind: "line", inlines: [text("今天")] },
    { kind: "line", inlines: [text("之前")] },
  ]);
});
