import type { Simulator, TimelineItem } from "@gongkai/simulator";
import { afterEach, describe, expect, test } from "vitest";
import { SwitchOptions } from "../../packages/simulator/src/switches.ts";
import { type ConnectedOffice, connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { AGENT } from "../support/office-keys.ts";
import { provoked } from "../support/provoked.ts";

type Switches = Parameters<Simulator["control"]["setSwitches"]>[0];
type Buttons = Readonly<{ text: string; key: string }>[];

let connected: ConnectedOffice;
const open = async (switches: Switches = {}, yaml = OFFICE_YAML) => {
  connected = await connectOffice({ yaml });
  opened = true;
  connected.simulator.control.setSwitches(switches);
};
let opened = false;
afterEach(async () => {
  if (opened) await connected.close();
});

const HEKAI = "HeKai";
const control = () => connected.simulator.control;
const say = (text: string, member = HEKAI): Promise<TimelineItem> => control().reply(control().say(member, text));

function cardOf({ card }: TimelineItem): Readonly<{ taskId: string; buttons: Buttons }> {
  if (!card) throw new Error("this message is no card");
  return { taskId: card.taskId, buttons: (card.card.button_list ?? []) as Buttons };
}

const keyOf = (item: TimelineItem, label: string): string => {
  const button = cardOf(item).buttons.find(({ text }) => text === label);
  if (!button) throw new Error(`the card has no button ${label}: ${item.text}`);
  return button.key;
};
const press = (item: TimelineItem, label: string, options = {}) =>
  control().click(HEKAI, { taskId: cardOf(item).taskId, key: keyOf(item, label) }, options);
const pressed = (item: TimelineItem, label: string) => control().reply(press(item, label));
/** The card as it stands in the chat now. */
const now = ({ seq }: TimelineItem): TimelineItem | undefined =>
  control()
    .timeline(HEKAI)
    .find((each) => each.seq === seq);
const greyed = (item: TimelineItem) => now(item)?.card?.greyed;
const total = async () => /行政许可\D*?(\d+)件/.exec((await say("3月行政许可多少件", "GuoJing")).text)?.[1] ?? "0";

describe("an echo", () => {
  test("is a card whose 撤销 takes the record back, and the card says so", async () => {
    await open();
    const echo = await say("3月行政许可26件");
    expect(echo.text).toContain("已记：行政许可26件，3月");
    expect(cardOf(echo).buttons.map(({ text }) => text)).toEqual(["撤销", "修改"]);
    expect(await total()).toBe("26");
    const answer = await pressed(echo, "撤销");
    expect(answer.text).toContain("已撤销：行政许可26件");
    expect(greyed(echo)).toBe("已撤销");
    expect(await total()).toBe("0");
  });

  test("its 修改 asks for the figure, and what was mended can be taken back by a tap", async () => {
    await open();
    const echo = await say("3月行政许可26件");
    expect((await pressed(echo, "修改")).text).toContain("要改成什么");
    expect(greyed(echo)).toBe("请说新的数");
    const mended = await say("27件");
    expect(mended.text).toMatch(/已改.*26件[\s\S]*27件/);
    expect(await total()).toBe("27");
    await pressed(mended, "撤销");
    expect(await total()).toBe("26");
  });

  test("pressed twice before it could be updated it is one deed, and delivered twice it is one press", async () => {
    await open();
    const echo = await say("3月行政许可26件");
    const first = press(echo, "撤销", { chaos: ["duplicate", "retry-after-success"] });
    const second = press(echo, "撤销");
    await Promise.all([first.settled, second.settled]);
    await control().reply(second);
    await expect.poll(() => says("已撤销：")).toBe(1);
    await expect.poll(() => says("这张卡片已经处理过了")).toBe(1);
    expect(await total()).toBe("0");
    await say("恢复");
    expect(await total()).toBe("26");
  });

  test("an old one is answered from the record: a figure mended since is not taken back", async () => {
    await open();
    const echo = await say("3月行政许可26件");
    await say("改成30件");
    const answer = await pressed(echo, "撤销");
    expect(answer.text).toContain("后来又被改成：行政许可30件");
    expect(greyed(echo)).toBe("没有改动");
    expect(await total()).toBe("30");
  });

  test("somebody else's press does nothing", async () => {
    await open();
    const echo = await say("3月行政许可26件");
    const forwarded = control().event("SunYan", "template_card_event", [
      ["EventKey", keyOf(echo, "撤销")],
      ["TaskId", cardOf(echo).taskId],
      ["CardType", "button_interaction"],
      ["ResponseCode", ""],
    ]);
    expect((await control().reply(forwarded)).text).toContain("已经处理过了");
    expect(await total()).toBe("26");
  });

  const says = (words: string) =>
    control()
      .timeline(HEKAI)
      .filter(({ from, text }) => from === "product" && text.includes(words)).length;
});

describe("a question", () => {
  test("has its choices as buttons; the tapped one settles it and stands on the card", async () => {
    await open();
    await say("3月行政许可26件");
    const question = await say("3月行政许可共28件");
    expect(cardOf(question).buttons.map(({ text }) => text)).toEqual(["替换", "另外再加", "就是这些"]);
    expect(question.text).not.toContain("1. 替换");
    const answer = await pressed(question, "替换");
    expect(answer.text).toContain("已记：行政许可28件");
    expect(greyed(question)).toBe("已选：替换");
    expect(await total()).toBe("28");
  });

  test("answered in words, its card is stale: a tap writes nothing more", async () => {
    await open();
    await say("3月行政许可26件");
    const question = await say("3月行政许可共28件");
    await say("替换");
    expect((await pressed(question, "另外再加")).text).toContain("已经处理过了");
    expect(greyed(question)).toBe("已处理过");
    expect(await total()).toBe("28");
  });

  test("a card read back is dropped or confirmed by a tap", async () => {
    await open();
    await pressed(await say("3月行政处罚5件5件"), "不记");
    const again = await say("3月行政处罚5件5件");
    expect(cardOf(again).buttons.map(({ text }) => text)).toEqual(["确认", "不记"]);
    expect((await pressed(again, "确认")).text).toContain("已记：行政处罚5件");
  });
});

describe("without cards everything is said in words", () => {
  test.each([
    ["the administrator switched them off", {}, `${OFFICE_YAML}\nwecom: { cards: false }\n`],
    ["the installation refuses them", { cards: false }, OFFICE_YAML],
  ])("%s", async (_, switches, yaml) => {
    await open(switches, yaml);
    expect((await say("3月行政许可26件")).msgtype).toBe("text");
    const question = await say("3月行政许可共28件");
    expect(question.text).toContain("1. 替换\n2. 另外再加\n3. 就是这些");
    expect((await say("1")).text).toContain("已记：行政许可28件");
    if ("cards" in switches) expect(provoked(control())).toEqual(["request-refused"]);
  });
});

/** Every point the platform leaves open, in both readings. */
const OPEN_POINTS = [
  { expiredAs: 42001 },
  { expiredAs: 40014 },
  { agentMismatch: 301002 },
  { agentMismatch: 40014 },
  { tokenLifeShown: "full" },
  { tokenLifeShown: "remaining" },
  { duplicateTaskId: "refuse" },
  { duplicateTaskId: "accept" },
  { longMarkdown: "refuse" },
  { longMarkdown: "cut" },
  { clickCodeReaches: "clicker" },
  { clickCodeReaches: "receivers" },
  { duplicateSend: "same-msgid" },
  { duplicateSend: "new-msgid" },
  { retryOnNon200: true },
  { retryOnNon200: false },
  { resend: "fresh" },
  { resend: "identical" },
  { passiveCardReply: "ignore" },
  { passiveCardReply: "apply" },
  { recall: true },
  { recall: false },
  { webhookOverLimit: 45009 },
  { webhookOverLimit: 45033 },
] as const satisfies readonly Switches[];
/** Those of the AI bot's socket are turned in its own story; no cards at all is a story above. */
const ELSEWHERE = ["cards", "chunkIndexBase", "streamLifeMs", "expiredStream", "replyWindowMs"];

test("no open point is left out", () => {
  const here = OPEN_POINTS.flatMap((point) => Object.keys(point));
  expect(new Set([...here, ...ELSEWHERE])).toEqual(new Set(Object.keys(SwitchOptions.shape)));
  opened = false;
});

describe.each(OPEN_POINTS)("with %j", (switches) => {
  test("a tap is one deed, answered at once, and the card is updated once", async () => {
    await open(switches);
    control().invalidateTokens();
    const echo = await say("3月行政许可26件");
    const tap = press(echo, "撤销");
    const { attempts, answer } = await tap.settled;
    expect(attempts).toHaveLength(1);
    expect(answer).toBe("empty");
    expect((await control().reply(tap)).text).toContain("已撤销");
    expect(greyed(echo)).toBe("已撤销");
    expect(control().calls("/cgi-bin/message/update_template_card")).toHaveLength(1);
    expect(AGENT).toBe(tap.agentid);
  });
});
