import { expect, test } from "vitest";
import { APP, anOffice, type Json } from "../testing/office.ts";

const click = { type: "click", name: "我要报", key: "log" };
const view = { type: "view", name: "看板", url: "https://board.example.com/x" };
const times = (count: number, item: Json) => Array.from({ length: count }, () => item);

// biome-ignore format: the columns are the test
test.each<[string, Json[], number]>([
  ["three entries",                          [click, click, view], 0],
  ["five below one",                         [{ name: "更多", sub_button: times(5, click) }], 0],
  ["none",                                   [], 40016],
  ["four",                                   times(4, click), 40016],
  ["a type nobody knows",                    [{ ...click, type: "dance" }], 40017],
  ["a name of 18 bytes",                     [{ ...click, name: "我要填报一二" }], 40018],
  ["an entry without a key",                 [{ ...click, key: "" }], 40019],
  ["an entry that opens no url",             [{ ...view, url: "nowhere" }], 40020],
  ["six below one",                          [{ name: "更多", sub_button: times(6, click) }], 40023],
  ["below: a type nobody knows",             [{ name: "更多", sub_button: [{ ...click, type: "dance" }] }], 40024],
  ["below: a name of 42 bytes",              [{ name: "更多", sub_button: [{ ...click, name: "名".repeat(14) }] }], 40025],
  ["below: a key of 129 bytes",              [{ name: "更多", sub_button: [{ ...click, key: "k".repeat(129) }] }], 40026],
  ["below: an address over 1024 bytes",      [{ name: "更多", sub_button: [{ ...view, url: `https://board.example.com/${"x".repeat(1024)}` }] }], 40027],
  ["an address outside the trusted domain",  [{ ...view, url: "https://evil.example.com" }], 40055],
  ["below: the same",                        [{ name: "更多", sub_button: [{ ...view, url: "https://evil.example.com" }] }], 40054],
])("a menu of %s %o → %i", async (_what, button, errcode) => {
  const { call, token } = await anOffice({ apps: [{ ...APP, trustedDomain: "board.example.com" }] });
  expect(await call(`/cgi-bin/menu/create?access_token=${token}&agentid=${APP.agentid}`, { button })).toMatchObject({ errcode });
});

test("a menu is read back as it was created, until it is deleted", async () => {
  const { call, token } = await anOffice();
  const menu = (verb: string, body?: Json) =>
    call(`/cgi-bin/menu/${verb}?access_token=${token}&agentid=${APP.agentid}`, body);
  expect(await menu("get")).toMatchObject({ errcode: 46003 });
  await menu("create", { button: [click] });
  expect(await menu("get")).toMatchObject({ errcode: 0, button: [click] });
  expect(await menu("delete")).toMatchObject({ errcode: 0 });
  expect(await menu("get")).toMatchObject({ errcode: 46003 });
});

test("the menu of another app is not one's own", async () => {
  const { call, token } = await anOffice({ apps: [APP, { ...APP, agentid: 3, secret: "other" }] });
  expect(await call(`/cgi-bin/menu/get?access_token=${token}&agentid=3`)).toMatchObject({ errcode: 301002 });
  expect(await call(`/cgi-bin/menu/get?access_token=${token}&agentid=9`)).toMatchObject({ errcode: 40056 });
});
