import { expect, test } from "vitest";
import { APP, anOffice, aProduct, type Office } from "../testing/office.ts";
import type { ChatView } from "./chat-view.ts";

const view = async ({ sim }: Office, query: string): Promise<ChatView> =>
  JSON.parse(await (await fetch(`${sim.baseUrl}/chat/view?${query}`)).text());

test("the page carries its own script and style, runs nothing else, and is framed on this machine only", async () => {
  const { sim } = await anOffice();
  const response = await fetch(`${sim.baseUrl}/chat?user=zhangsan`);
  const policy = response.headers.get("content-security-policy") ?? "";
  const html = await response.text();
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
  expect(html).toContain(`<script nonce="${nonce}">`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/frame-ancestors 'self' http:\/\/127\.0\.0\.1:\* http:\/\/localhost:\*$/);
  expect(html).not.toMatch(/(?:src|href)="https?:/);
});

test("names and messages never become markup", async () => {
  const office = await anOffice({ users: [{ userid: "ZhangSan", name: "<script>alert(1)</script>" }] });
  const html = await (await fetch(`${office.sim.baseUrl}/chat?user=ZhangSan`)).text();
  expect(html).not.toContain("<script>alert(1)");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("two members side by side each see their own chat", async () => {
  const office = await anOffice();
  await office.send({ touser: "lisi", msgtype: "text", text: { content: "只给李四" } });
  expect((await view(office, "user=lisi")).items).toHaveLength(1);
  expect((await view(office, "user=ZhangSan")).items).toHaveLength(0);
});

test("nothing new is told in one word, a change in full", async () => {
  const office = await anOffice();
  const { revision } = await view(office, "user=lisi");
  expect(await view(office, `user=lisi&revision=${revision}`)).toEqual({ revision });
  await office.send({ touser: "lisi", msgtype: "text", text: { content: "新" } });
  expect((await view(office, `user=lisi&revision=${revision}`)).items).toHaveLength(1);
});

test("a dropped message is not seen, a recalled one leaves its place", async () => {
  const office = await anOffice();
  const { msgid } = await office.send({ msgtype: "text", text: { content: "写错了" } });
  await office.call(`/cgi-bin/message/recall?access_token=${office.token}`, { msgid });
  for (let sent = 0; sent < 30; sent += 1) await office.send({ msgtype: "text", text: { content: "提醒" } });
  const { items } = await view(office, "user=zhangsan");
  expect(items).toHaveLength(30);
  expect(items[0]?.bubbles).toEqual([{ look: "notice", text: "对方撤回了一条消息" }]);
});

test("a file is a tile whose link downloads it under its own name, even after the API has forgotten it", async () => {
  const office = await anOffice();
  const form = new FormData();
  form.append("media", new Blob(["report text"]), "年度报告.docx");
  const uploaded = await fetch(`${office.sim.baseUrl}/cgi-bin/media/upload?access_token=${office.token}&type=file`, {
    method: "POST",
    body: form,
  });
  const { media_id } = JSON.parse(await uploaded.text());
  await office.send({ msgtype: "file", file: { media_id } });
  await office.sim.control.advance(4 * 86_400_000);
  const bubble = (await view(office, "user=zhangsan")).items[0]?.bubbles[0];
  if (bubble?.look !== "file") throw new Error("no file in the chat");
  expect(bubble).toMatchObject({ name: "年度报告.docx", size: "11 B" });
  const got = await fetch(office.sim.baseUrl + bubble.url);
  expect(got.headers.get("content-disposition")).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("年度报告.docx")}`,
  );
  expect(got.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await got.text()).toBe("report text");
});

test("a card shows its rows, questions and buttons, and is grey after its update", async () => {
  const office = await anOffice();
  await aProduct(office);
  const template_card = {
    card_type: "button_interaction",
    task_id: "t1",
    source: { desc: "请确认" },
    main_title: { title: "记入吗", desc: "张三说的" },
    horizontal_content_list: [{ keyname: "科室", value: "办公室" }],
    button_selection: {
      question_key: "q",
      title: "科室",
      selected_id: "2",
      option_list: [
        { id: "1", text: "甲" },
        { id: "2", text: "乙" },
      ],
    },
    button_list: [
      { text: "记入", key: "yes" },
      { text: "看板", type: 1, url: "https://example.com" },
    ],
  };
  const { response_code } = await office.send({ msgtype: "template_card", template_card });
  const cardOf = async () => {
    const bubble = (await view(office, "user=zhangsan")).items[0]?.bubbles[0];
    return bubble?.look === "card" ? bubble.card : undefined;
  };
  expect(await cardOf()).toMatchObject({
    source: "请确认",
    title: "记入吗",
    rows: [{ name: "科室", value: "办公室" }],
    questions: [{ key: "q", open: false, options: [{ chosen: false }, { id: "2", chosen: true }] }],
    buttons: [
      { text: "记入", key: "yes" },
      { text: "看板", url: "/open?user=ZhangSan&url=https%3A%2F%2Fexample.com" },
    ],
  });
  expect(await cardOf()).not.toHaveProperty("closed");
  await office.call(`/cgi-bin/message/update_template_card?access_token=${office.token}`, {
    userids: ["ZhangSan"],
    agentid: APP.agentid,
    response_code,
    button: { replace_name: "已记入" },
  });
  expect(await cardOf()).toMatchObject({ closed: "已记入" });
});
