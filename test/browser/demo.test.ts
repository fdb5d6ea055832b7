import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, shanghaiDay, yearOf } from "@gongkai/schema";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "../support/chromium.ts";
import { type Running, runCommand } from "../support/running-command.ts";

const browser: Browser | null = await openChromium();

// What a newcomer does in the first five minutes: nothing here but the address the command prints.
describe.skipIf(!browser)("the demo in a browser", () => {
  let demo: Running;
  let page: Page;
  let address: string;
  // A day named by its date: what 今天 means is asked back shortly after midnight.
  const day = addDays(shanghaiDay(Date.now()), -2);
  const year = yearOf(day);
  const said = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日办结行政许可7件`;

  beforeAll(async () => {
    demo = runCommand(["start", "--port", "0", "--data", mkdtempSync(join(tmpdir(), "gongkai-demo-"))]);
    address = await demo.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
    page = await (
      await browser!.newContext({ viewport: { width: 1360, height: 900 }, acceptDownloads: true })
    ).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const chat = () => page.frameLocator("section.phone iframe");
  const say = async (text: string) => {
    await chat().getByRole("textbox").fill(text);
    await chat().getByRole("button", { name: "发送", exact: true }).click();
  };

  test("a sentence said in the chat is a line of the ledger and moves the figure", async () => {
    await page.goto(`${address}?year=${year}`);
    await page.getByRole("link", { name: /何凯/ }).click();
    await say(said);
    await chat()
      .getByText(/已记.*行政许可/s)
      .first()
      .waitFor();
    const row = page.locator("#live tbody tr", { hasText: said });
    await row.waitFor();
    expect(await row.textContent()).toContain("行政许可7件");
    expect(await page.locator('[data-figure="t2.license.decisions"] b').textContent()).toBe("7 件");
  });

  test("the figure opens to the sentence it came from", async () => {
    await page.locator('#live [data-figure="t2.license.decisions"]').click();
    expect(await page.locator("#value").textContent()).toBe("7 件");
    expect(await page.locator("tbody tr").textContent()).toContain(said);
    await page.goBack();
  });

  test("a slip is mended in the chat and the ledger keeps both", async () => {
    await say("不对，是6件");
    await page.locator('[data-figure="t2.license.decisions"] b', { hasText: "6 件" }).waitFor();
    await page.locator("#live tr.gone", { hasText: said }).waitFor();
  });

  test("the report of the sample year passes its checks and every number leads to its records", async () => {
    await page.goto(`${address}?year=2025`);
    await page.getByText("勾稽核对全部通过").waitFor();
    await page.getByRole("link", { name: "打开报告" }).click();
    const number = page.locator('td [data-figure="t2.license.decisions"], td a[href*="t2.license.decisions"]').first();
    expect(await number.textContent()).toBe("215");
  });

  test("the Word file holds the figure", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "下载 Word" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("云河市商务局2025年政府信息公开工作年度报告.docx");
    const archive = unzipSync(readFileSync(await download.path()));
    const text = strFromU8(archive["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, "");
    expect(text).toContain("行政许可215");
    expect(text).not.toContain("草稿");
  });

  test(`an unclear sentence is asked about and writes nothing`, async () => {
    await page.goto(`${address}?as=zhouyun&year=${year}`);
    const before = await page.locator("#live tbody tr").count();
    await say("热线3个");
    await chat()
      .getByText(/咨询热线.*行风热线|行风热线.*咨询热线/s)
      .first()
      .waitFor();
    expect(await page.locator("#live tbody tr").count()).toBe(before);
  });

  test("a leader gets the Word file in the chat", async () => {
    await page.goto(`${address}?as=panhua&year=${year}`);
    await say("导出2025年年报");
    await chat()
      .getByText(/云河市商务局2025年政府信息公开工作年度报告\.docx/)
      .first()
      .waitFor();
  });
});
