import { expect, test } from "vitest";
import { WecomMessage } from "./message.ts";
import { readMessage } from "./read-message.ts";
import { readXml } from "./xml.ts";

const base = `<ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[ZhangSan]]></FromUserName><CreateTime>1348831860</CreateTime>`;
const read = (inside: string) => {
  const xml = readXml(`<xml>${base}${inside}</xml>`);
  return xml && readMessage(xml, "1");
};
const said = (type: string, inside: string) =>
  `<MsgType><![CDATA[${type}]]></MsgType>${inside}<MsgId>1234567890123456789</MsgId><AgentID>1</AgentID>`;
const event = (name: string, inside = "") =>
  `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event>${inside}<AgentID>1</AgentID>`;
const contact = (change: string, inside: string) =>
  event("change_contact", `<ChangeType>${change}</ChangeType>${inside}`);
const pressed =
  "<EventKey>btn_done</EventKey><TaskId>task-1</TaskId><CardType>button_interaction</CardType><ResponseCode>RC</ResponseCode>";
const pressedFields = { key: "btn_done", taskId: "task-1", cardType: "button_interaction", responseCode: "RC" };
const item = (key: string, ...options: string[]) =>
  `<SelectedItem><QuestionKey>${key}</QuestionKey><OptionIds>${options.map((id) => `<OptionId>${id}</OptionId>`).join("")}</OptionIds></SelectedItem>`;

// biome-ignore format: the columns are the test
const MESSAGES: [string, string, object][] = [
  ["text", said("text", "<Content><![CDATA[007 许可<b>3件]]></Content>"), { kind: "text", content: "007 许可<b>3件", id: "1234567890123456789" }],
  ["text without CDATA", said("text", "<Content>1 &lt; 2 &amp; 3</Content>"), { kind: "text", content: "1 < 2 & 3" }],
  ["image", said("image", "<PicUrl>http://p</PicUrl><MediaId>M</MediaId>"), { kind: "image", mediaId: "M", url: "http://p" }],
  ["voice", said("voice", "<MediaId>M</MediaId><Format>amr</Format>"), { kind: "voice", mediaId: "M", format: "amr", transcript: null }],
  ["video", said("video", "<MediaId>M</MediaId><ThumbMediaId>T</ThumbMediaId>"), { kind: "video", mediaId: "M", thumbMediaId: "T" }],
  ["location", said("location", "<Location_X>23.134</Location_X><Location_Y>113.358</Location_Y><Scale>20</Scale><Label>广州</Label><AppType>wxwork</AppType>"), { kind: "location", latitude: "23.134", longitude: "113.358", scale: "20", label: "广州", appType: "wxwork" }],
  ["link", said("link", "<Title>标题</Title><Description>说明</Description><Url>http://u</Url><PicUrl>http://p</PicUrl>"), { kind: "link", title: "标题", description: "说明", url: "http://u", pictureUrl: "http://p" }],
  ["file, though undocumented", said("file", "<MediaId>M</MediaId><FileName>名单.xlsx</FileName>"), { kind: "file", mediaId: "M", name: "名单.xlsx" }],
  ["subscribe", event("subscribe"), { kind: "subscribe" }],
  ["unsubscribe", event("unsubscribe"), { kind: "unsubscribe" }],
  ["enter_agent", event("enter_agent", "<EventKey></EventKey>"), { kind: "enter-agent" }],
  ["LOCATION", event("LOCATION", "<Latitude>23.1</Latitude><Longitude>113.3</Longitude><Precision>119</Precision><AppType>wxwork</AppType>"), { kind: "location-report", latitude: "23.1", longitude: "113.3", precision: "119", appType: "wxwork" }],
  ["batch_job_result", event("batch_job_result", "<BatchJob><JobId>J</JobId><JobType>sync_user</JobType><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg></BatchJob>"), { kind: "batch-job", jobId: "J", jobType: "sync_user", errCode: "0", errMessage: "ok" }],
  ["create_user", contact("create_user", "<UserID>00123</UserID><Department>1,2</Department>"), { kind: "member-change", change: "create_user", member: "00123", newMember: "", departments: ["1", "2"] }],
  ["update_user renames", contact("update_user", "<UserID>a</UserID><NewUserID>b</NewUserID>"), { kind: "member-change", change: "update_user", member: "a", newMember: "b", departments: [] }],
  ["delete_user", contact("delete_user", "<UserID>a</UserID>"), { kind: "member-change", change: "delete_user", member: "a" }],
  ["create_party", contact("create_party", "<Id>2</Id><Name>法规科</Name><ParentId>1</ParentId><Order>9</Order>"), { kind: "department-change", change: "create_party", department: "2", name: "法规科", parent: "1", order: "9" }],
  ["update_party", contact("update_party", "<Id>2</Id><Name>政策法规科</Name>"), { kind: "department-change", change: "update_party", name: "政策法规科", parent: "" }],
  ["delete_party", contact("delete_party", "<Id>2</Id>"), { kind: "department-change", change: "delete_party", department: "2" }],
  ["update_tag", contact("update_tag", "<TagId>1</TagId><AddUserItems>a,b</AddUserItems><DelUserItems></DelUserItems><AddPartyItems>2</AddPartyItems>"), { kind: "tag-change", tag: "1", addedMembers: ["a", "b"], removedMembers: [], addedDepartments: ["2"], removedDepartments: [] }],
  ["click", event("click", "<EventKey>report</EventKey>"), { kind: "menu-click", key: "report" }],
  ["view", event("view", "<EventKey>https://g</EventKey>"), { kind: "menu-view", url: "https://g" }],
  ["view_miniprogram", event("view_miniprogram", "<EventKey>pages/a</EventKey>"), { kind: "menu-miniprogram", path: "pages/a" }],
  ["scancode_push", event("scancode_push", "<EventKey>k</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>"), { kind: "scan", key: "k", waits: false, scanType: "qrcode", result: "1" }],
  ["scancode_waitmsg", event("scancode_waitmsg", "<EventKey>k</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>"), { kind: "scan", waits: true }],
  ["pic_sysphoto, one picture", event("pic_sysphoto", "<EventKey>k</EventKey><SendPicsInfo><Count>1</Count><PicList><item><PicMd5Sum>m1</PicMd5Sum></item></PicList></SendPicsInfo>"), { kind: "pictures-picked", how: "pic_sysphoto", digests: ["m1"] }],
  ["pic_photo_or_album, two", event("pic_photo_or_album", "<SendPicsInfo><PicList><item><PicMd5Sum>m1</PicMd5Sum></item><item><PicMd5Sum>m2</PicMd5Sum></item></PicList></SendPicsInfo>"), { kind: "pictures-picked", digests: ["m1", "m2"] }],
  ["pic_weixin, none", event("pic_weixin", "<SendPicsInfo><Count>0</Count><PicList></PicList></SendPicsInfo>"), { kind: "pictures-picked", digests: [] }],
  ["location_select", event("location_select", "<EventKey>k</EventKey><SendLocationInfo><Location_X>23</Location_X><Location_Y>113</Location_Y><Scale>15</Scale><Label>路</Label><Poiname>局</Poiname></SendLocationInfo>"), { kind: "place-picked", latitude: "23", longitude: "113", place: "局", appType: "" }],
  ["open_approval_change", event("open_approval_change", "<ApprovalInfo><ThirdNo>9</ThirdNo><OpenSpName>审批</OpenSpName><OpenTemplateId>T</OpenTemplateId><OpenSpStatus>1</OpenSpStatus><ApplyUserId>a</ApplyUserId></ApprovalInfo>"), { kind: "approval-change", number: "9", name: "审批", template: "T", status: "1", applicant: "a" }],
  ["share_agent_change", event("share_agent_change"), { kind: "sharing-change", how: "share_agent_change" }],
  ["share_chain_change", event("share_chain_change"), { kind: "sharing-change", how: "share_chain_change" }],
  ["template_card_event, a button", event("template_card_event", pressed), { kind: "card-click", ...pressedFields, chosen: [] }],
  ["template_card_event, one list, one option", event("template_card_event", `${pressed}<SelectedItems>${item("q1", "o1")}</SelectedItems>`), { kind: "card-click", chosen: [{ question: "q1", options: ["o1"] }] }],
  ["template_card_event, two lists, many options", event("template_card_event", `${pressed}<SelectedItems>${item("q1", "o1", "o2")}${item("q2")}</SelectedItems>`), { kind: "card-click", chosen: [{ question: "q1", options: ["o1", "o2"] }, { question: "q2", options: [] }] }],
  ["template_card_menu_event", event("template_card_menu_event", pressed), { kind: "card-menu", ...pressedFields }],
  ["upload_media_job_finish", event("upload_media_job_finish", "<JobId>J</JobId>"), { kind: "media-job-finished", jobId: "J" }],
  ["inactive_alert", event("inactive_alert", "<EffectTime>1700000000</EffectTime>"), { kind: "app-notice", notice: "inactive_alert", effectTime: "1700000000" }],
  ["active_restored", event("active_restored"), { kind: "app-notice", notice: "active_restored", effectTime: "" }],
  ["a MsgType of tomorrow", said("hologram", ""), { kind: "unknown", type: "hologram", event: "" }],
  ["an Event of tomorrow", event("telepathy"), { kind: "unknown", type: "event", event: "telepathy" }],
  ["a ChangeType of tomorrow", contact("merge_user", ""), { kind: "unknown", type: "event", event: "merge_user" }],
  ["an Event named like a method", event("constructor"), { kind: "unknown", event: "constructor" }],
  ["a MsgType named like a method", said("toString", ""), { kind: "unknown", type: "toString" }],
  ["a text without an id", said("text", "<Content>a</Content>").replace(/<MsgId>.*<\/MsgId>/, ""), { kind: "unknown", type: "text" }],
];
test.each(MESSAGES)("%s becomes a typed value that survives storage", (_name, inside, expected) => {
  const message = read(inside);
  expect(message).toMatchObject(expected);
  expect(message).toMatchObject({
    corp: "ww1",
    from: "ZhangSan",
    sentAt: 1_348_831_860_000,
    door: { kind: "app", agent: "1" },
  });
  expect(WecomMessage.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
});

test("every kind of the union has its row here, but for the AI bot's own", () => {
  const kinds = WecomMessage.options.map((option) => option.shape.kind.value).filter((kind) => kind !== "feedback");
  expect(new Set(MESSAGES.map(([, , expected]) => Reflect.get(expected, "kind")))).toEqual(new Set(kinds));
});

// biome-ignore format: the columns are the test
test.each([
  // XML                                                                                          why this row exists
  ["<xml><ToUserName>c</ToUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>",      "nobody sent it"],
  ["<xml><ToUserName>c</ToUserName><FromUserName>a</FromUserName><MsgType>text</MsgType></xml>",  "no time"],
  ["<xml><FromUserName>a</FromUserName><FromUserName>b</FromUserName><ToUserName>c</ToUserName><CreateTime>1</CreateTime></xml>", "two senders"],
])("%s is no message: %s", (document) => {
  const xml = readXml(document);
  expect(xml && readMessage(xml, "1")).toBeUndefined();
});
