import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "../support/chromium.ts";
import { type ConnectedOffice, connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { freePort } from "../support/free-port.ts";
import { AGENT, OFFICE_KEYS } from "../support/office-keys.ts";

const browser: Browser | null = await openChromium();

describe.skipIf(!browser)("signing in with a browser", () => {
  let connected: ConnectedOffice;
  let page: Page;
  let site: string;
  beforeAll(async () => {
    const port = await freePort();
    site = `http://127.0.0.1:${port}`;
    const { WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: aesKey } = OFFICE_KEYS;
    connected = await connectOffice({
      port,
      yaml: ({ baseUrl }) =>
        `${OFFICE_YAML}wecom:\n  pages: { address: "${site}", authorizeUrl: "${baseUrl}/connect/oauth2/authorize" }\n`,
      platform: { apps: [{ agentid: AGENT, secret, token, aesKey, trustedDomain: `127.0.0.1:${port}` }] },
    });
    const { control } = connected.simulator;
    await control.reply(control.say("HeKai", "3月行政许可26件"));
    page = await (await browser!.newContext({ viewport: { width: 1100, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await connected.close();
  });

  test("the page asks who one is, and shows the ledger and the report", async () => {
    await page.goto(`${site}/`);
    await page.getByRole("link", { name: "郭静" }).click();
    await page.getByText("郭静，您好").waitFor();
    await page.locator("#live tbody tr", { hasText: "行政许可26件" }).waitFor();
    if (process.env.GONGKAI_TEST_SCREENSHOT) await page.screenshot({ path: process.env.GONGKAI_TEST_SCREENSHOT });
    await page.getByRole("link", { name: "打开报告" }).click();
    expect(await page.title()).toContain("云河市商务局");
  });

  test("the panel follows the ledger, and after signing out there is nothing to see", async () => {
    await page.goto(`${site}/`);
    const { control } = connected.simulator;
    await control.reply(control.say("HeKai", "3月行政处罚2件"));
    await page.locator("#live tbody tr", { hasText: "行政处罚2件" }).waitFor();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByText("已经退出").waitFor();
    expect((await page.request.get(`${site}/live`)).status()).toBe(401);
  });
});
