import { request } from "node:http";
import { expect, test } from "vitest";
import { createSimulator } from "./index.ts";
import { APP, anOffice } from "./testing/office.ts";

test("a name that resolves to this machine does not open the door", async () => {
  const { sim } = await anOffice();
  const status = await new Promise((resolve, reject) => {
    const headers = { host: "rebound.example" };
    request(`${sim.baseUrl}/_sim/users`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(403);
});

test("a wrong option is named in one sentence", async () => {
  await expect(createSimulator({ apps: [{ ...APP, aesKey: "short" }] })).rejects.toThrow(
    "createSimulator was given options it cannot use: apps.0.aesKey: must be exactly 43 letters and digits.",
  );
});

test("the same seed gives the same ids, another seed others", async () => {
  const first = async (seed?: string) => (await anOffice(seed === undefined ? {} : { seed })).token;
  expect(await first("a")).toBe(await first("a"));
  expect(await first("a")).not.toBe(await first("b"));
});

test("on a real clock two runs share no ids: a product that remembers messages must not take them for repeats", async () => {
  const first = async () => (await anOffice({ clock: { mode: "real" } })).token;
  expect(await first()).not.toBe(await first());
});
