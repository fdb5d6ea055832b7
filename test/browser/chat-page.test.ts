import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSimulator, type Simulator } from "@gongkai/simulator";
import { decrypt } from "@wecom/crypto";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "../support/chromium.ts";

const APP = {
  agentid: 1000002,
  name: "公开台账",
  secret: "app-secret",
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};
const CARD = {
  card_type: "button_interaction",
  task_id: "t1",
  main_title: { title: "3月处罚2件，是否记入" },
  button_selection: {
    question_key: "section",
    title: "科室",
    option_list: [
      { id: "2", text: "办公室" },
      { id: "3", text: "法规科" },
    ],
  },
  button_list: [{ text: "记入", key: "yes" }],
};

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a listening server has a port
};

const browser: Browser | null = await openChromium();

// Two members side by side, framed by a page of another origin, as the demo shows them.
describe.skipIf(!browser)("the chat page in a browser", () => {
  let simulator: Simulator;
  let product: Server;
  let page: Page;
  const bodies: string[] = [];

  const ask = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> =>
    JSON.parse(await (await fetch(`${simulator.baseUrl}/cgi-bin/${path}`, init)).text());
  const call = async (path: string, body: string | FormData) => {
    const { access_token } = await ask(`gettoken?corpid=${simulator.corpid}&corpsecret=${APP.secret}`);
    const separator = path.includes("?") ? "&" : "?";
    return ask(`${path}${separator}access_token=${access_token}`, { method: "POST", body });
  };
  const send = (touser: string, message: object) =>
    call("message/send", JSON.stringify({ touser, agentid: APP.agentid, ...message }));
  const chatOf = (name: string): FrameLocator => page.frameLocator(`iframe[title="${name}"]`);

  beforeAll(async () => {
    simulator = await createSimulator({
      clock: { mode: "real" },
      users: [
        { userid: "zhangsan", name: "张三" },
        { userid: "lisi", name: "李四" },
      ],
      apps: [APP],
    });
    product = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        if (request.method === "POST") bodies.push(Buffer.concat(chunks).toString("utf8"));
        const frames = ["zhangsan", "lisi"].map((user) => {
          const title = user === "lisi" ? "李四" : "张三";
          return `<iframe title="${title}" width="420" height="760" src="${simulator.baseUrl}/chat?user=${user}"></iframe>`;
        });
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(request.method === "POST" ? "" : frames.join(""));
      });
    });
    const address = await listening(product);
    simulator.control.setCallback(APP.agentid, `${address}/callback`);
    page = await (
      await browser!.newContext({ viewport: { width: 900, height: 800 }, acceptDownloads: true })
    ).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
    product?.close();
  });

  test("what one member says reaches the product and stands in his chat only", async () => {
    const chat = chatOf("张三");
    await chat.getByRole("textbox", { name: "输入消息" }).fill("今天发了3条政策解读\n许可办结5件");
    await chat.getByRole("button", { name: "发送", exact: true }).click();
    await chat.getByRole("article", { name: "张三说" }).getByText("许可办结5件").waitFor();
    await expect.poll(() => bodies.length).toBe(1);
    expect(await chatOf("李四").getByRole("article").count()).toBe(0);
  });

  test("an answer appears by itself, with its lines and without running its markup", async () => {
    await send("lisi", { msgtype: "text", text: { content: "已记：\n许可 5 件 <img src=x onerror=alert(1)>" } });
    const answer = chatOf("李四").getByRole("article", { name: "公开台账说" });
    await answer.getByText("许可 5 件 <img src=x onerror=alert(1)>").waitFor();
    expect(await answer.getByRole("img").count()).toBe(0);
  });

  test("a card's selection and button reach the product, and the updated card is grey", async () => {
    await send("zhangsan", { msgtype: "template_card", template_card: CARD });
    const card = chatOf("张三").getByRole("region", { name: CARD.main_title.title });
    await card.getByLabel("科室").selectOption({ label: "法规科" });
    const before = bodies.length;
    await card.getByRole("button", { name: "记入" }).click();
    await expect.poll(() => bodies.length).toBe(before + 1);
    const [, encrypted = ""] = /<Encrypt><!\[CDATA\[(.+?)\]\]>/.exec(bodies.at(-1) ?? "") ?? [];
    const { message } = decrypt(APP.aesKey, encrypted);
    expect(message).toContain("<EventKey><![CDATA[yes]]></EventKey><TaskId><![CDATA[t1]]></TaskId>");
    expect(message).toContain("<OptionId><![CDATA[3]]></OptionId>");
    const { response_code } = await send("zhangsan", {
      msgtype: "template_card",
      template_card: { ...CARD, task_id: "t2", main_title: { title: "第二张" } },
    });
    const change = { userids: ["zhangsan"], agentid: APP.agentid, response_code, button: { replace_name: "已记入" } };
    await call("message/update_template_card", JSON.stringify(change));
    const second = chatOf("张三").getByRole("region", { name: "第二张" });
    await expect.poll(() => second.getByRole("button", { name: "已记入" }).isDisabled()).toBe(true);
  });

  test("a file is downloaded from its tile under its Chinese name", async () => {
    const form = new FormData();
    form.append("media", new Blob(["report text"]), "年度报告（2025）.docx");
    const { media_id } = await call("media/upload?type=file", form);
    await send("lisi", { msgtype: "file", file: { media_id } });
    const downloading = page.waitForEvent("download");
    await chatOf("李四").getByRole("link", { name: "下载 年度报告（2025）.docx" }).click();
    expect((await downloading).suggestedFilename()).toBe("年度报告（2025）.docx");
  });

  test("the menu's entries reach the product, those below one open on a press", async () => {
    const button = [
      { type: "click", name: "我要报", key: "log" },
      { name: "更多", sub_button: [{ type: "click", name: "帮助", key: "help" }] },
    ];
    await call(`menu/create?agentid=${APP.agentid}`, JSON.stringify({ button }));
    const menu = chatOf("李四").getByRole("navigation", { name: "应用菜单" });
    const before = bodies.length;
    await menu.getByRole("button", { name: "我要报" }).click();
    await menu.getByRole("button", { name: "更多" }).click();
    await menu.getByRole("button", { name: "帮助" }).click();
    await expect.poll(() => bodies.length).toBe(before + 2);
  });
});
