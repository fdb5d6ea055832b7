import { expect, test } from "vitest";
import { APP, anOffice, aProduct } from "../testing/office.ts";
import { open } from "../wire/packet.ts";

const echoOf = (query: URLSearchParams) => {
  const opened = open(APP.aesKey, query.get("echostr") ?? "");
  return "message" in opened ? opened.message : "unreadable";
};

test("the exact plain text verifies the url", async () => {
  const office = await anOffice();
  await aProduct(office, ({ query }, response) => void response.writeHead(200).end(echoOf(query)));
  expect(await office.sim.control.verifyUrl()).toMatchObject({ verified: true });
  expect(office.sim.control.violations()).toEqual([]);
});

test.each([
  ["quotes around it", (echo: string) => JSON.stringify(echo), 200],
  ["a line break after it", (echo: string) => `${echo}\n`, 200],
  ["a byte order mark before it", (echo: string) => `\ufeff${echo}`, 200],
  ["another status", (echo: string) => echo, 201],
])("%s does not", async (_what, twist, status) => {
  const office = await anOffice();
  await aProduct(office, ({ query }, response) => void response.writeHead(status).end(twist(echoOf(query))));
  expect(await office.sim.control.verifyUrl()).toMatchObject({ verified: false });
  expect(office.sim.control.violations()).toMatchObject([{ kind: "echo-wrong" }]);
});

test("after one second it is too late", async () => {
  const office = await anOffice();
  await aProduct(office, () => undefined);
  const verified = office.sim.control.verifyUrl();
  await office.sim.control.advance(1000);
  expect(await verified).toEqual({ verified: false, says: "The url did not answer within one second." });
});

test("a plus that became a space reaches the product as a space", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  await office.sim.control.verifyUrl(undefined, { plusToSpace: true });
  expect(heard[0]?.query.get("echostr")).toContain(" ");
});

test("without a callback url there is nothing to verify", async () => {
  const { sim } = await anOffice();
  expect(() => sim.control.verifyUrl()).toThrow("App 1000002 has no callback url; set one with setCallback first.");
});
