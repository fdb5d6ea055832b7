import { DISTURBANCES, FORGERIES } from "@gongkai/simulator";
import { afterEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { provoked } from "../../../../test/support/provoked.ts";
import { outboxRows } from "../outbox/body.ts";
import { APP, connectToSimulator, ORGAN, type Rig, type RigOptions } from "../outbox/on-simulator.contract.ts";
import { WecomMessage } from "../wecom/message.ts";
import type { Handle } from "./work-off.ts";

let rig: Rig;
let worked: WecomMessage[] = [];
/** Notes the message and answers it, in its own transaction. */
const answering: Handle = async (tx, { organ, key, from, payload, receivedAt }) => {
  const message = WecomMessage.parse(JSON.parse(payload));
  worked.push(message);
  const content = message.kind === "text" ? `收到：${message.content}` : `收到：${message.kind}`;
  await tx.put(outboxRows({ organ, key: `reply:${key}`, to: from, body: { kind: "text", content } }), receivedAt);
  return "answered";
};
const open = async (options: RigOptions = {}) => {
  worked = [];
  rig = await connectToSimulator({ handle: answering, ...options });
};
afterEach(async () => {
  await rig.close();
});
const work = async () => {
  await rig.workOff.drain();
  await rig.sender.drain();
};

test("the console accepts our address, and what a member says is answered through message/send", async () => {
  await open();
  expect(await rig.control.verifyUrl()).toMatchObject({ verified: true });
  const delivery = rig.control.say("ZhangSan", "今天门户网站发了3条政策解读");
  expect(await delivery.settled).toMatchObject({ outcome: "accepted", answer: "empty" });
  await work();
  expect(rig.shown("zhangsan")).toEqual(["收到：今天门户网站发了3条政策解读"]);
  expect(rig.control.violations()).toEqual([]);
});

test.each(FORGERIES.filter((name) => !name.startsWith("unknown-")))(
  "%s is refused, logged once, and leaves nothing",
  async (name) => {
    await open();
    const { status } = await rig.control.forge(name, "zhangsan");
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(rig.lines).toHaveLength(1);
    expect(rig.lines[0]).not.toMatch(new RegExp(`${APP.token}|${APP.aesKey}|zhangsan|forged`));
    expect(await rig.home.inboxDepth()).toMatchObject({ waiting: 0 });
  },
);

test.each(["unknown-msgtype", "unknown-event"] as const)(
  "%s is kept as something unknown, to be answered politely",
  async (name) => {
    await open();
    expect(await rig.control.forge(name, "zhangsan")).toMatchObject({ status: 200, body: "" });
    await work();
    expect(worked).toMatchObject([{ kind: "unknown" }]);
  },
);

test("duplicated, reordered, late and repeated deliveries: each message is worked off and answered once", async () => {
  await open();
  rig.control.chaos(Object.fromEntries(DISTURBANCES.map((name) => [name, 0.3])));
  const said = Array.from({ length: 60 }, (_, at) => `第${at}条`);
  const settled = said.map(
    (words, at) => rig.control.say(["ZhangSan", "lisi", "wangwu"][at % 3] ?? "lisi", words).settled,
  );
  await rig.control.advance(60_000);
  await rig.control.idle();
  for (const report of await Promise.all(settled)) expect(report.outcome).toBe("accepted");
  for (let minute = 0; minute < 5; minute += 1) {
    await work();
    await rig.control.advance(60_000);
  }
  const answers = ["ZhangSan", "lisi", "wangwu"].flatMap((userid) => rig.shown(userid));
  expect(answers.toSorted()).toEqual(said.map((words) => `收到：${words}`).toSorted());
  expect(worked).toHaveLength(60);
  expect(provoked(rig.control).filter((kind) => kind !== "answer-late")).toEqual([]);
}, 120_000);

test("a message that fails once is worked off at the next try, before anything else of that person", async () => {
  let failures = 1;
  await open({
    handle: async (tx, message) => {
      await answering(tx, message);
      if (failures-- > 0) throw new Error("a passing fault, after the answer was written");
      return "answered";
    },
  });
  for (const words of ["一", "二"]) await rig.control.say("zhangsan", words).settled;
  await work();
  expect(rig.shown("zhangsan")).toEqual(["收到：一", "收到：二"]);
  expect(await rig.home.inboxDepth()).toMatchObject({ waiting: 0, failed: 0 });
});

test("a message that always fails is given up after five tries, politely, and holds up nobody", async () => {
  let tries = 0;
  await open({
    handle: async (tx, message) => {
      if (message.payload.includes("毒")) {
        tries += 1;
        throw new Error("a fault of ours");
      }
      return answering(tx, message);
    },
  });
  for (const words of ["毒", "后来"]) await rig.control.say("zhangsan", words).settled;
  await rig.control.say("lisi", "旁人").settled;
  await work();
  expect(rig.shown("lisi")).toEqual(["收到：旁人"]);
  for (let step = 0; step < 4; step += 1) {
    await rig.control.advance(30_000);
    await work();
  }
  expect(tries).toBe(5);
  expect(rig.shown("zhangsan")).toEqual(["抱歉，这条没有处理成功，请再发一次。", "收到：后来"]);
  expect(await rig.home.inboxDepth()).toMatchObject({ waiting: 0, failed: 1 });
  expect(rig.lines.join()).not.toContain("毒");
});

test("between two messages the process turns to its callers: a backlog does not keep a callback waiting", async () => {
  let turns = 0;
  const turnsBefore: number[] = [];
  await open({
    handle: async () => {
      turnsBefore.push(turns);
      setImmediate(() => {
        turns += 1;
      });
      return "nothing";
    },
  });
  for (const words of ["一", "二", "三", "四"]) await rig.control.say("zhangsan", words).settled;
  await rig.workOff.drain();
  expect(turnsBefore).toEqual([0, 1, 2, 3]);
});

test("started, it works off what comes in without being asked, and stops between two messages", async () => {
  await open();
  rig.workOff.start();
  rig.sender.start();
  const delivery = rig.control.say("zhangsan", "开始");
  expect(await rig.control.reply(delivery)).toMatchObject({ text: "收到：开始" });
  await rig.workOff.stop();
  await rig.control.say("zhangsan", "停止之后").settled;
  expect(await rig.home.inboxDepth()).toMatchObject({ waiting: 1 });
});

test("a click on a card comes back typed, with what was chosen", async () => {
  await open();
  const options = [
    { id: "a", text: "许可科" },
    { id: "b", text: "法规科" },
  ];
  const selections = [{ key: "section", title: "科室", options }];
  const card = {
    kind: "multiple",
    taskId: "m-1",
    title: "归到哪个科室",
    selections,
    submit: { text: "提交", key: "go" },
  } as const;
  await rig.say((tx) =>
    tx.put(outboxRows({ organ: ORGAN, key: "c", to: "zhangsan", body: { kind: "card", card } }), rig.now()),
  );
  await rig.sender.drain();
  await rig.control.click("ZhangSan", { taskId: "m-1", key: "go", selected: { section: ["b"] } }).settled;
  await rig.workOff.drain();
  expect(worked).toMatchObject([
    { kind: "card-click", key: "go", taskId: "m-1", chosen: [{ question: "section", options: ["b"] }] },
  ]);
});
