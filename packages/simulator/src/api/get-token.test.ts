import { expect, test } from "vitest";
import { APP, anOffice } from "../testing/office.ts";

const HOUR = 3_600_000;

// biome-ignore format: the columns are the test
test.each([
  ["", "", 41002, "no corpid"],
  ["ww0000000000simula", "", 41004, "no secret"],
  ["wwother", "app-secret", 40013, "another corporation"],
  ["ww0000000000simula", "guess", 40001, "a wrong secret"],
])("gettoken %s %s → %i: %s", async (corpid, secret, errcode) => {
  const { call } = await anOffice();
  expect(await call(`/cgi-bin/gettoken?corpid=${corpid}&corpsecret=${secret}`)).toMatchObject({ errcode });
});

test("the token stays the same while it is valid, and is new after 7200 seconds", async () => {
  const { sim, call, token } = await anOffice();
  const get = () => call(`/cgi-bin/gettoken?corpid=${sim.corpid}&corpsecret=${APP.secret}`);
  await sim.control.advance(2 * HOUR - 1);
  expect(await get()).toMatchObject({ access_token: token, expires_in: 7200 });
  sim.control.setSwitches({ tokenLifeShown: "remaining" });
  expect(await get()).toMatchObject({ access_token: token, expires_in: 0 });
  await sim.control.advance(1);
  expect((await get()).access_token).not.toBe(token);
});

test("twenty wrong secrets block the address for an hour", async () => {
  const { sim, call } = await anOffice();
  const get = (secret: string) => call(`/cgi-bin/gettoken?corpid=${sim.corpid}&corpsecret=${secret}`);
  for (let guess = 0; guess < 20; guess += 1) expect(await get(`guess${guess}`)).toMatchObject({ errcode: 40001 });
  expect(await get(APP.secret)).toMatchObject({ errcode: 45009 });
  await sim.control.advance(HOUR);
  expect(await get(APP.secret)).toMatchObject({ errcode: 0 });
});

test("a client that does not keep its token is noted", async () => {
  const { sim, call } = await anOffice();
  for (let fetch = 1; fetch <= 20; fetch += 1)
    await call(`/cgi-bin/gettoken?corpid=${sim.corpid}&corpsecret=${APP.secret}`);
  expect(sim.control.violations().map(({ kind }) => kind)).toEqual(["token-fetched-too-often"]);
});
