import { expect, test } from "vitest";
import { APP, anOffice, aProduct, type Office } from "../testing/office.ts";
import { seal } from "../wire/packet.ts";
import { signatureOf } from "../wire/signature.ts";
import { type Element, writeXml } from "../wire/xml.ts";

type Twist = Readonly<{ token?: string; receiveId?: string; toUser?: string }>;

/** What a product answers, sealed by its own hand. */
function reply(
  { sim }: Office,
  fields: readonly Element[],
  { token = APP.token, receiveId = sim.corpid, toUser = "ZhangSan" }: Twist = {},
): string {
  const head: Element[] = [
    ["ToUserName", toUser],
    ["FromUserName", sim.corpid],
    ["CreateTime", 1],
  ];
  const message = writeXml(["xml", [...head, ...fields]]);
  const encrypted = seal({ aesKey: APP.aesKey, message, receiveId, random: Buffer.alloc(16, 7) });
  return writeXml([
    "xml",
    [
      ["Encrypt", encrypted],
      ["MsgSignature", signatureOf(token, "12", "34", encrypted)],
      ["TimeStamp", 12],
      ["Nonce", "34"],
    ],
  ]);
}
const text: Element[] = [
  ["MsgType", "text"],
  ["Content", "收到"],
];

async function answered(make: (office: Office) => string, options = {}) {
  const office = await anOffice(options);
  await aProduct(office, (_heard, response) => void response.writeHead(200).end(make(office)));
  return office;
}
const shown = ({ sim }: Office) => sim.control.timeline("zhangsan").filter(({ from }) => from === "product");

test("a sealed text reaches the member's chat", async () => {
  const office = await answered((office) => reply(office, text));
  expect(await office.sim.control.say("zhangsan", "报").settled).toMatchObject({ answer: "reply" });
  expect(shown(office)).toMatchObject([{ text: "收到", via: "passive" }]);
  expect(office.sim.control.violations()).toEqual([]);
});

test("a long passive text is cut at 2048 bytes", async () => {
  const office = await answered((office) =>
    reply(office, [
      ["MsgType", "text"],
      ["Content", "字".repeat(1000)],
    ]),
  );
  await office.sim.control.say("zhangsan", "报").settled;
  expect(shown(office)[0]?.text).toBe("字".repeat(682));
});

test("a news reply shows its articles", async () => {
  const articles: Element = [
    "Articles",
    [
      [
        "item",
        [
          ["Title", "一"],
          ["Description", "文"],
          ["Url", "https://example.com"],
          ["PicUrl", ""],
        ],
      ],
      ["item", [["Title", "二"]]],
    ],
  ];
  const office = await answered((office) => reply(office, [["MsgType", "news"], ["ArticleCount", 2], articles]));
  await office.sim.control.say("zhangsan", "报").settled;
  expect(shown(office)[0]?.body).toMatchObject({ articles: [{ title: "一" }, { title: "二" }] });
});

// biome-ignore format: the columns are the test
test.each<[string, (office: Office) => string, string]>([
  ["the word success",             () => "success",                                                  "answer-not-empty"],
  ["a page",                       () => "<html><body>ok</body></html>",                             "answer-not-empty"],
  ["an unsealed reply",            () => writeXml(["xml", text]),                                    "answer-not-empty"],
  ["a wrong signature",            (office) => reply(office, text, { token: "other" }),              "reply-unreadable"],
  ["another receiveid",            (office) => reply(office, text, { receiveId: "wwother" }),        "reply-unreadable"],
  ["a reply to someone else",      (office) => reply(office, text, { toUser: "lisi" }),              "reply-not-allowed"],
  ["a type that does not exist",   (office) => reply(office, [["MsgType", "hologram"]]),             "reply-not-allowed"],
  ["media nobody uploaded",        (office) => reply(office, [["MsgType", "image"], ["Image", [["MediaId", "x"]]]]), "reply-not-allowed"],
  ["news with a wrong count",      (office) => reply(office, [["MsgType", "news"], ["ArticleCount", 2], ["Articles", [["item", [["Title", "一"]]]]]]), "reply-not-allowed"],
])("%s shows nothing and is noted", async (_what, make, kind) => {
  const office = await answered(make);
  await office.sim.control.say("zhangsan", "报").settled;
  expect(shown(office)).toEqual([]);
  expect(office.sim.control.violations()).toMatchObject([{ kind }]);
});

test("entering takes a passive reply, a location report of a batch does not", async () => {
  const office = await answered((office) => reply(office, text));
  await office.sim.control.enter("zhangsan").settled;
  await office.sim.control.event("zhangsan", "batch_job_result", []).settled;
  expect(shown(office)).toHaveLength(1);
  expect(office.sim.control.violations()).toMatchObject([{ kind: "reply-not-allowed" }]);
});

test.each([
  ["ignore", undefined],
  ["apply", "已处理"],
] as const)("a passive update in answer to a card click: %s", async (passiveCardReply, greyed) => {
  const update: Element[] = [
    ["MsgType", "update_button"],
    ["Button", [["ReplaceName", "已处理"]]],
  ];
  const office = await answered((office) => reply(office, update), { switches: { passiveCardReply } });
  const card = {
    card_type: "button_interaction",
    task_id: "t1",
    main_title: { title: "题" },
    button_list: [{ text: "好", key: "ok" }],
  };
  await office.send({ msgtype: "template_card", template_card: card });
  await office.sim.control.click("zhangsan", { taskId: "t1", key: "ok" }).settled;
  expect(shown(office)[0]?.card?.greyed).toBe(greyed);
});

test("a whole card in XML becomes the card of the API, for the clicker only", async () => {
  const card: Element = [
    "TemplateCard",
    [
      ["CardType", "button_interaction"],
      ["MainTitle", [["Title", "已记入"]]],
      [
        "HorizontalContentList",
        [
          ["KeyName", "科室"],
          ["Value", "办公室"],
          ["Type", 0],
        ],
      ],
      [
        "ButtonList",
        [
          ["Text", "撤销"],
          ["Style", 1],
          ["Key", "undo"],
        ],
      ],
      [
        "ButtonList",
        [
          ["Text", "改"],
          ["Style", 2],
          ["Key", "fix"],
        ],
      ],
    ],
  ];
  const office = await answered(
    (office) => reply(office, [["MsgType", "update_template_card"], card], { toUser: "lisi" }),
    { switches: { passiveCardReply: "apply" } },
  );
  const sent = {
    card_type: "button_interaction",
    task_id: "t1",
    main_title: { title: "题" },
    button_list: [{ text: "好", key: "ok" }],
  };
  await office.send({ touser: "ZhangSan|lisi", msgtype: "template_card", template_card: sent });
  await office.sim.control.click("lisi", { taskId: "t1", key: "ok" }).settled;
  expect(office.sim.control.timeline("lisi")[0]?.card).toMatchObject({
    taskId: "t1",
    card: {
      card_type: "button_interaction",
      horizontal_content_list: [{ keyname: "科室", value: "办公室", type: 0 }],
      button_list: [
        { text: "撤销", style: 1, key: "undo" },
        { text: "改", style: 2, key: "fix" },
      ],
    },
  });
  expect(shown(office)[0]?.card?.card).toEqual(sent);
});
