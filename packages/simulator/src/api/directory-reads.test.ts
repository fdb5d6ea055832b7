import { expect, test } from "vitest";
import { APP, anOffice, type Json } from "../testing/office.ts";
import { openUserId } from "./members.ts";

const get = async (path: string, app: Json = {}) => {
  const office = await anOffice({ apps: [{ ...APP, ...app }] });
  return office.call(`/cgi-bin/${path}${path.includes("?") ? "&" : "?"}access_token=${office.token}`);
};

// biome-ignore format: the columns are the test
test.each<[string, number, Json, string]>([
  ["user/get?userid=zhangsan",            0,     {}, "in any case"],
  ["user/get?userid=0012",                0,     {}, "digits with leading zeros are an id"],
  ["user/get?userid=12",                  60111, {}, "and are not a number"],
  ["user/get?userid=lisi",                60011, { visible: { parties: [], users: ["0012"] } }, "outside the visible range"],
  ["user/simplelist?department_id=9",     60123, {}, "no such department"],
  ["user/simplelist?department_id=1",     60011, { visible: { parties: [3] } }, "a department above what the app sees"],
  ["department/list?id=9",                60123, {}, "no such department"],
  ["tag/get?tagid=9",                     40068, {}, "no such tag"],
  ["department/simplelist?id=2",          0,     {}, "ids only"],
  ["tag/list",                            0,     {}, "all tags"],
  ["getcallbackip",                       0,     {}, "where callbacks come from"],
  ["get_api_domain_ip",                   0,     {}, "where the API lives"],
])("%s → %i: %s", async (path, errcode, app) => {
  expect(await get(path, app)).toMatchObject({ errcode });
});

test("a member comes with his departments, where he leads, and no sensitive fields", async () => {
  const member = await get("user/get?userid=ZhangSan");
  expect(member).toMatchObject({
    userid: "ZhangSan",
    name: "张三",
    department: [2],
    is_leader_in_dept: [1],
    main_department: 2,
  });
  expect(member).not.toHaveProperty("mobile");
  expect(await get("user/get?userid=ZhangSan", { legacy: true })).toMatchObject({ mobile: "13800000000" });
});

test("a department's list holds its direct members only", async () => {
  expect(await get("user/simplelist?department_id=2")).toMatchObject({ userlist: [{ userid: "ZhangSan" }] });
  expect(await get("user/list?department_id=3")).toMatchObject({
    userlist: [{ userid: "lisi", direct_leader: ["ZhangSan"] }, { userid: "0012" }],
  });
});

test("departments come with all below them", async () => {
  const { department } = await get("department/list?id=2");
  expect(department).toMatchObject([
    { id: 2, parentid: 1 },
    { id: 3, parentid: 2, name: "法规科" },
  ]);
});

test("a tag names its members", async () => {
  expect(await get("tag/get?tagid=7")).toMatchObject({
    tagname: "联络员",
    userlist: [{ userid: "lisi", name: "李四" }],
    partylist: [],
  });
});

test("the contacts-sync secret reads ids in pages, and nothing else", async () => {
  const office = await anOffice({ contactSync: { secret: "sync", token: APP.token, aesKey: APP.aesKey } });
  const { access_token } = await office.call(`/cgi-bin/gettoken?corpid=${office.sim.corpid}&corpsecret=sync`);
  const page = (cursor: unknown) =>
    office.call(`/cgi-bin/user/list_id?access_token=${access_token}`, { cursor, limit: 2 });
  const first = await page("");
  expect(first).toMatchObject({ dept_user: [{ userid: "ZhangSan", department: 2 }, { userid: "lisi" }] });
  expect(await page(first.next_cursor)).toMatchObject({ dept_user: [{ userid: "0012" }], next_cursor: "" });
  expect(await office.call(`/cgi-bin/user/get?access_token=${access_token}&userid=lisi`)).toMatchObject({
    errcode: 48009,
  });
  expect(await office.call(`/cgi-bin/user/list_id?access_token=${office.token}`, {})).toMatchObject({ errcode: 48002 });
});

test("an encrypted id is turned back, a plain one is invalid", async () => {
  const office = await anOffice();
  const { open_userid } = await office.call(`/cgi-bin/user/get?access_token=${office.token}&userid=lisi`);
  const list = { open_userid_list: [open_userid, "lisi"] };
  expect(await office.call(`/cgi-bin/batch/openuserid_to_userid?access_token=${office.token}`, list)).toMatchObject({
    userid_list: [{ userid: "lisi", open_userid }],
    invalid_open_userid_list: ["lisi"],
  });
  expect(openUserId({ corpid: office.sim.corpid }, "LISI")).toBe(open_userid);
});
