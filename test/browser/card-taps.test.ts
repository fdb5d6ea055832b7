import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "../support/chromium.ts";
import { type ConnectedOffice, connectOffice } from "../support/connected-office.ts";

const browser: Browser | null = await openChromium();

// What a member sees and taps: the echo, a question with choices, and what is left on a pressed card.
describe.skipIf(!browser)("cards in the chat", () => {
  let connected: ConnectedOffice;
  let page: Page;
  beforeAll(async () => {
    connected = await connectOffice();
    page = await (await browser!.newContext({ viewport: { width: 420, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${connected.simulator.baseUrl}/chat?user=HeKai`);
  });
  afterAll(async () => {
    await browser?.close();
    await connected.close();
  });

  const say = async (text: string) => {
    await page.getByRole("textbox").fill(text);
    await page.getByRole("button", { name: "发送", exact: true }).click();
  };
  const tap = (label: string) => page.getByRole("button", { name: label, exact: true }).last().click();

  test("a report is echoed on a card, a total is asked about with its choices, one tap settles it", async () => {
    await say("3月行政许可26件，行政处罚2件");
    await page.getByText("已记：2条").waitFor();
    await say("3月行政许可共28件");
    await tap("替换");
    await page.getByText("已选：替换").waitFor();
    await page.getByText("已记：行政许可28件").waitFor();
  });

  test("a tap takes it back, and the card cannot be tapped again", async () => {
    await tap("撤销");
    await page.getByText("已撤销：行政许可28件").waitFor();
    const stamp = page.getByRole("button", { name: "已撤销", exact: true });
    await stamp.waitFor();
    expect(await stamp.isDisabled()).toBe(true);
    if (process.env.GONGKAI_TEST_SCREENSHOT) await page.screenshot({ path: process.env.GONGKAI_TEST_SCREENSHOT });
  });
});
