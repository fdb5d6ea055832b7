import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { anOffice, type Json } from "../testing/office.ts";

const options = {
  webhooks: [{ key: "k1", name: "公开提醒", chatid: "g1" }, { key: "k2" }],
  groups: [{ chatid: "g1", name: "群", members: ["lisi"] }],
};
const png = Buffer.from("\x89PNG-bytes", "latin1");
const image = { base64: png.toString("base64"), md5: createHash("md5").update(png).digest("hex") };
const notice = {
  card_type: "text_notice",
  main_title: { title: "题" },
  card_action: { type: 1, url: "https://example.com" },
};

// biome-ignore format: the columns are the test
test.each<[string, Json, number]>([
  ["k1", { msgtype: "text", text: { content: "字".repeat(682) } },              0],
  ["k1", { msgtype: "text", text: { content: "字".repeat(683) } },          40058],
  ["k1", { msgtype: "text", text: {} },                                     44004],
  ["k1", { msgtype: "markdown", markdown: { content: "x".repeat(4096) } },      0],
  ["k1", { msgtype: "markdown", markdown: { content: "x".repeat(4097) } },  40058],
  ["k1", { msgtype: "markdown_v2", markdown_v2: { content: "| 表 |" } },        0],
  ["k1", { msgtype: "image", image },                                           0],
  ["k1", { msgtype: "image", image: { ...image, md5: "0" } },               40058],
  ["k1", { msgtype: "news", news: { articles: [{ title: "题", url: "https://example.com" }] } }, 0],
  ["k1", { msgtype: "news", news: { articles: [] } },                       45008],
  ["k1", { msgtype: "file", file: { media_id: "unknown" } },                40007],
  ["k1", { msgtype: "template_card", template_card: notice },                   0],
  ["k1", { msgtype: "template_card", template_card: { ...notice, card_type: "button_interaction" } }, 42031],
  ["k1", { msgtype: "dance" },                                              40008],
  ["k9", { msgtype: "text", text: { content: "x" } },                       93000],
])("posting with %s %j → %i", async (key, body, errcode) => {
  const { call } = await anOffice(options);
  expect(await call(`/cgi-bin/webhook/send?key=${key}`, body)).toMatchObject({ errcode });
});

test("twenty in a minute are enough", async () => {
  const { sim, call } = await anOffice(options);
  const post = () => call("/cgi-bin/webhook/send?key=k1", { msgtype: "text", text: { content: "提醒" } });
  for (let sent = 0; sent < 20; sent += 1) expect(await post()).toMatchObject({ errcode: 0 });
  expect(await post()).toMatchObject({ errcode: 45009 });
  await sim.control.advance(60_000);
  expect(await post()).toMatchObject({ errcode: 0 });
  expect(sim.control.pushed("k1")).toHaveLength(21);
  expect(sim.control.timeline("lisi")).toHaveLength(21);
});

test("a file belongs to the webhook it was uploaded with", async () => {
  const { sim, call } = await anOffice(options);
  const form = new FormData();
  form.append("media", new Blob(["content"]), "月报.xlsx");
  const uploaded = await fetch(`${sim.baseUrl}/cgi-bin/webhook/upload_media?key=k1&type=file`, {
    method: "POST",
    body: form,
  });
  const { media_id } = JSON.parse(await uploaded.text());
  const post = (key: string) => call(`/cgi-bin/webhook/send?key=${key}`, { msgtype: "file", file: { media_id } });
  expect(await post("k2")).toMatchObject({ errcode: 40007 });
  expect(await post("k1")).toMatchObject({ errcode: 0 });
});
