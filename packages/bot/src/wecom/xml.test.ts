import fc from "fast-check";
import { expect, test } from "vitest";
import { readXml, type XmlElement } from "./xml.ts";

// biome-ignore format: the columns are the test
const READ: [string, XmlElement, string][] = [
  // document                                                             read as                          why this row exists
  ["<xml><A>007</A></xml>",                                               { A: "007" },                    "no number is made of it"],
  ["<xml><A>12345678901234567890</A></xml>",                              { A: "12345678901234567890" },   "no digit is lost"],
  ["<xml><A> x </A></xml>",                                               { A: " x " },                    "spaces are the speaker's"],
  ["<xml><A><![CDATA[<b>&amp;]]></A></xml>",                              { A: "<b>&amp;" },               "CDATA is verbatim"],
  ["<xml><A><![CDATA[a]]]]><![CDATA[>b]]></A></xml>",                     { A: "a]]>b" },                  "a ]]> split over two sections"],
  ["<xml><A>&lt;&#65;&#x4e2d;&amp;amp;</A></xml>",                        { A: "<A中&amp;" },              "XML's own references, decoded once"],
  ["<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><A>1</A></xml>",       { A: "1" },                      "a declaration is allowed"],
  ["<xml>\n <A>\n <B>1</B> <B>2</B></A>\n</xml>",                         { A: { B: ["1", "2"] } },        "white space between elements"],
  ["<xml><A><![CDATA[]]></A><B></B><C/></xml>",                           { A: "", B: "", C: "" },         "empty in three ways"],
  ["<xml><A b=\"1\">2</A></xml>",                                         { A: "2" },                      "attributes are none of ours"],
];
test.each(READ)("%s is %j: %s", (document, expected) => {
  expect(readXml(document)).toEqual(expected);
});

// biome-ignore format: the columns are the test
test.each([
  // document                                                             why this row exists
  ["",                                                                    "nothing"],
  ["hello",                                                               "no markup"],
  ["<a>1</a>",                                                            "another root"],
  ["<xml>1</xml>",                                                        "a root with text only"],
  ["<xml></xml><xml></xml>",                                              "two roots"],
  ["<xml><A>1</xml>",                                                     "an element left open"],
  ["<xml><A>1</B></xml>",                                                 "crossed tags"],
  ["<xml><A><![CDATA[1</A></xml>",                                        "CDATA left open"],
  ["<xml><A>1<![CDATA[2]]>3</A></xml>",                                   "text beside CDATA: its order is lost"],
  ["<!DOCTYPE xml><xml><A>1</A></xml>",                                   "a DOCTYPE"],
  ["<!doctype xml [<!ENTITY a \"b\">]><xml><A>&a;</A></xml>",             "an own entity"],
  ["<xml><A>&nbsp;</A></xml>",                                            "an entity that is not XML's"],
  ["<xml><A>a & b</A></xml>",                                             "a bare ampersand"],
  ["<xml><!-- c --><A>1</A></xml>",                                       "a comment"],
  ["<xml><?php x ?><A>1</A></xml>",                                       "a processing instruction"],
  ["<xml><__proto__>1</__proto__></xml>",                                 "a name that is not data"],
  [`${"<xml>".repeat(3000)}${"</xml>".repeat(3000)}`,                     "nested without end"],
])("%s is refused: %s", (document) => {
  expect(readXml(document)).toBeUndefined();
});

test("whatever a person writes comes back from CDATA as it was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const safe = text.replaceAll("]]>", "]] >").replace(/\r\n?/g, "\n"); // XML reads every line end as \n
      expect(readXml(`<xml><A><![CDATA[${safe}]]></A></xml>`)).toEqual({ A: safe });
    }),
  );
});

test("no text makes it throw", () => {
  const pieces = fc.constantFrom(
    "<xml>",
    "</xml>",
    "<A>",
    "</A>",
    "<![CDATA[",
    "]]>",
    "&",
    ";",
    "<!DOCTYPE",
    ">",
    "a",
    "中",
    "\0",
  );
  fc.assert(fc.property(fc.array(pieces), (parts) => void readXml(parts.join(""))));
});
