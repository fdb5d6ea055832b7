import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A headless browser of this machine, or null with a loud word; a failure with GONGKAI_TEST_SERVICES=required. */
export async function openChromium(): Promise<Browser | null> {
  const executablePath = process.env.GONGKAI_TEST_CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (!executablePath || executablePath === "off") {
    if (process.env.GONGKAI_TEST_SERVICES === "required")
      throw new Error("Chromium is required (GONGKAI_TEST_SERVICES=required) and was not found");
    console.warn("SKIPPED: no Chromium was found; the page's stories do not run here");
    return null;
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
