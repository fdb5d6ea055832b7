import { expect, test } from "vitest";
import { APP, anOffice, type Json, type Office } from "../testing/office.ts";

const MB = 1024 * 1024;
const jpg = (size: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(size - 3)]);

async function upload({ sim, token }: Office, type: string, form: FormData): Promise<Json> {
  const url = `${sim.baseUrl}/cgi-bin/media/upload?access_token=${token}&type=${type}`;
  return JSON.parse(await (await fetch(url, { method: "POST", body: form })).text());
}
function form(bytes: Buffer, filename = "名单.xlsx", part = "media"): FormData {
  const made = new FormData();
  made.append(part, new Blob([new Uint8Array(bytes)]), filename);
  return made;
}

// biome-ignore format: the columns are the test
test.each<[string, string, FormData, number]>([
  ["a file",                      "file",   form(Buffer.alloc(6)), 0],
  ["a file of 20 MB",             "file",   form(Buffer.alloc(20 * MB)), 0],
  ["a byte more",                 "file",   form(Buffer.alloc(20 * MB + 1)), 45001],
  ["five bytes",                  "file",   form(Buffer.alloc(5)), 40006],
  ["nothing",                     "file",   form(Buffer.alloc(0)), 44001],
  ["a part of another name",      "file",   form(Buffer.alloc(6), "a.txt", "file"), 44001],
  ["no such type",                "photo",  form(Buffer.alloc(6)), 40004],
  ["a picture",                   "image",  form(jpg(100)), 0],
  ["a picture over 10 MB",        "image",  form(jpg(10 * MB + 1)), 40009],
  ["a text called a picture",     "image",  form(Buffer.from("not a picture")), 40004],
  ["a voice over 2 MB",           "voice",  form(Buffer.alloc(2 * MB + 1)), 45001],
  ["a film that is none",         "video",  form(Buffer.alloc(100)), 40004],
])("uploading %s as %s → %o", async (_what, type, body, errcode) => {
  expect(await upload(await anOffice(), type, body)).toMatchObject({ errcode });
});

test("a Chinese name in raw UTF-8 survives the way there and back", async () => {
  const office = await anOffice();
  const { media_id, created_at } = await upload(
    office,
    "file",
    form(Buffer.from("年度报告正文"), "年度报告（2025）.docx"),
  );
  expect(created_at).toMatch(/^\d{10}$/);
  const got = await fetch(`${office.sim.baseUrl}/cgi-bin/media/get?access_token=${office.token}&media_id=${media_id}`);
  const disposition = Buffer.from(got.headers.get("content-disposition") ?? "", "latin1").toString("utf8");
  expect(disposition).toBe('attachment; filename="年度报告（2025）.docx"');
  expect(await got.text()).toBe("年度报告正文");
});

test("filename* is not understood: the file is stored without a name", async () => {
  const { sim, token } = await anOffice();
  const body = `--B\r\nContent-Disposition: form-data; name="media"; filename*=UTF-8''%E5%90%8D.txt\r\nContent-Type: text/plain\r\n\r\ncontent\r\n--B--\r\n`;
  const url = `${sim.baseUrl}/cgi-bin/media/upload?access_token=${token}&type=file`;
  const headers = { "content-type": "multipart/form-data; boundary=B" };
  const { media_id } = JSON.parse(await (await fetch(url, { method: "POST", headers, body })).text());
  expect(sim.control.media(media_id)).toMatchObject({ filename: "" });
  expect(sim.control.violations()).toMatchObject([{ kind: "file-nameless" }]);
});

test("media are served for three days", async () => {
  const office = await anOffice();
  const { media_id } = await upload(office, "file", form(Buffer.from("content")));
  await office.sim.control.advance(3 * 86_400_000);
  const { access_token } = await office.call(`/cgi-bin/gettoken?corpid=${office.sim.corpid}&corpsecret=${APP.secret}`);
  expect(await office.call(`/cgi-bin/media/get?access_token=${access_token}&media_id=${media_id}`)).toMatchObject({
    errcode: 40007,
  });
  expect(office.sim.control.media(String(media_id)).bytes.toString()).toBe("content");
});

test("a part of the bytes can be asked for", async () => {
  const office = await anOffice();
  const { media_id } = await upload(office, "file", form(Buffer.from("0123456789")));
  const url = `${office.sim.baseUrl}/cgi-bin/media/get?access_token=${office.token}&media_id=${media_id}`;
  const got = await fetch(url, { headers: { range: "bytes=2-4" } });
  expect([got.status, got.headers.get("content-range"), await got.text()]).toEqual([206, "bytes 2-4/10", "234"]);
});

test("a file is sent as what it was uploaded as", async () => {
  const office = await anOffice();
  const { media_id } = await upload(office, "file", form(Buffer.from("content"), "名单.xlsx"));
  expect(await office.send({ msgtype: "image", image: { media_id } })).toMatchObject({ errcode: 40004 });
  expect(await office.send({ msgtype: "file", file: { media_id } })).toMatchObject({ errcode: 0 });
  expect(office.sim.control.timeline("zhangsan")).toMatchObject([{ text: "名单.xlsx", body: { size: 7 } }]);
});
