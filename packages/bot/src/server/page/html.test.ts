import fc from "fast-check";
import { expect, test } from "vitest";
import { html } from "./html.ts";

test("what people wrote never becomes markup", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      const inner = html`<p title="${words}">${words}</p>`.text.slice(10, -4);
      expect(inner.replace('">', "")).not.toMatch(/[<>"']/);
    }),
  );
  expect(html`<p>${"<script>alert('一')</script>"}</p>`.text).toBe(
    "<p>&lt;script&gt;alert(&#39;一&#39;)&lt;/script&gt;</p>",
  );
});

test("markup made by us nests, lists join, absence is nothing", () => {
  const items = ["一", "二"].map((word) => html`<li>${word}</li>`);
  expect(html`<ul>${items}${null}${false}</ul>`.text).toBe("<ul><li>一</li><li>二</li></ul>");
});
