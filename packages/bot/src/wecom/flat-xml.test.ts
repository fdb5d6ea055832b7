import fc from "fast-check";
import { expect, test } from "vitest";
import { readFlatXml } from "./flat-xml.ts";
import { readAnyXml } from "./xml.ts";

/** Mostly as the platform writes, and from the edges of it. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const name = mostly(
  fc.constantFrom("MsgId", "Content", "ToUserName", "FromUserName", "Event", "A"),
  fc.constantFrom("xml", "constructor", "toString", "hasOwnProperty", "a-b", "__proto__"),
);
// biome-ignore format: one line of edges
const EDGES = ["", " ", "\n", "]", "]]", "]]>", "]] >", "&amp;", "&", "<b>", "\r\n", "\ufeff", "\u00a0", "\0", "007"];
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.constantFrom(...EDGES));
const space = mostly(fc.constantFrom("", "", "\n", "\t\n "), fc.constantFrom("\u00a0", "\ufeff", "\r\n", "x"));
const field = fc
  .record({
    tag: name,
    said: text,
    before: space,
    after: space,
    form: fc.constantFrom("literal", "literal", "plain", "nested"),
  })
  .map(({ tag, said, before, after, form }) => ({
    tag,
    xml: {
      literal: `<${tag}>${before}<![CDATA[${said}]]>${after}</${tag}>`,
      plain: `<${tag}>${said}</${tag}>`,
      nested: `<${tag}>${before}<B>${said}</B>${after}</${tag}>`,
    }[form],
  }));
const fields = mostly(fc.uniqueArray(field, { selector: ({ tag }) => tag, maxLength: 5 }), fc.array(field));
const head = mostly(
  fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>'),
  fc.constantFrom("<?xml?>", "<!DOCTYPE x>", "\ufeff"),
);
const document = fc
  .tuple(head, space, fields, space)
  .map(
    ([top, between, inside, after]) =>
      `${top}${between}<xml>${inside.map(({ xml }) => xml + between).join("")}</xml>${after}`,
  );

test("what it reads is what the parser reads, for every document it does not leave to the parser", () => {
  let read = 0;
  fc.assert(
    fc.property(document, (xml) => {
      const flat = readFlatXml(xml);
      if (!flat || flat.size === 0) return;
      read += 1;
      expect(readAnyXml(xml)).toEqual(Object.fromEntries(flat));
    }),
    { numRuns: 6_000 },
  );
  expect(read).toBeGreaterThan(500);
});

test("with any one character less it reads only what the parser reads too", () => {
  const whole = "<xml><A><![CDATA[1]]></A><B>2</B></xml>";
  for (const at of Array.from(whole).keys()) {
    const broken = whole.slice(0, at) + whole.slice(at + 1);
    const flat = readFlatXml(broken);
    if (flat && flat.size > 0) expect(readAnyXml(broken), broken).toEqual(Object.fromEntries(flat));
  }
  expect(readFlatXml(whole.replace("<B>", "B>"))).toBeUndefined();
});
