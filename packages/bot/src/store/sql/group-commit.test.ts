import { expect, test } from "vitest";
import { StoreError } from "../store-error.ts";
import { GroupCommit } from "./group-commit.ts";

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

test("what arrives while a commit runs goes into the next one, and nobody hears before their own commit", async () => {
  const commits: number[][] = [];
  const gates: (() => void)[] = [];
  const group = new GroupCommit<number, number>(async (items) => {
    commits.push([...items]);
    await new Promise<void>((resolve) => gates.push(resolve));
    return items.map((item) => item * 10);
  });
  const heard: number[] = [];
  const add = (item: number) => group.add(item).then((answer) => void heard.push(answer));
  const first = [add(1), add(2)];
  await turns(3);
  const second = [add(3), add(4)];
  await turns(3);
  expect([commits, heard]).toEqual([[[1, 2]], []]);
  gates[0]?.();
  await Promise.all(first);
  await turns(3);
  expect([commits, heard]).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
    [10, 20],
  ]);
  gates[1]?.();
  await Promise.all(second);
  expect(heard).toEqual([10, 20, 30, 40]);
});

test("callers join for as long as every turn of the event loop brings one, and no longer", async () => {
  const commits: string[][] = [];
  const group = new GroupCommit<string, string>(async (items) => {
    commits.push([...items]);
    return [...items];
  });
  const answers: Promise<string>[] = [];
  const arrive = ([next, ...others]: readonly string[]): void => {
    if (next === undefined) return;
    setImmediate(() => arrive(others)); // before the group's own look, as the network comes before it in every turn
    answers.push(group.add(next));
  };
  arrive(["a", "b", "c"]);
  await turns(6);
  arrive(["later"]);
  await Promise.all(answers);
  expect(commits).toEqual([["a", "b", "c"], ["later"]]);
});

test("a stream of callers that never pauses does not keep the first of them waiting", async () => {
  const commits: number[] = [];
  const group = new GroupCommit<number, number>(async (items) => {
    commits.push(items.length);
    return [...items];
  });
  const answers: Promise<number>[] = [];
  for (let caller = 0; caller < 200; caller += 1) {
    answers.push(group.add(caller));
    await turns(1);
  }
  expect(await Promise.all(answers)).toHaveLength(200);
  expect(Math.max(...commits)).toBeLessThanOrEqual(65);
});

test("one bad item fails alone", async () => {
  const kept: string[] = [];
  const group = new GroupCommit<string, string>(async (items) => {
    if (items.includes("bad")) throw new RangeError("bad item");
    kept.push(...items);
    return [...items];
  });
  const answers = await Promise.allSettled(["a", "bad", "b"].map((item) => group.add(item)));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(kept).toEqual(["a", "b"]);
});

test("when the world is broken all hear of it at once, and later items are tried again", async () => {
  let attempts = 0;
  let broken = true;
  const group = new GroupCommit<string, string>(async (items) => {
    attempts += 1;
    if (broken) throw new StoreError("DATABASE_LOST", "db");
    return [...items];
  });
  const answers = await Promise.allSettled(["a", "b", "c"].map((item) => group.add(item)));
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(attempts).toBe(1);
  broken = false;
  await expect(group.add("d")).resolves.toBe("d");
});

test("more than fit one batch are all answered in their order", async () => {
  const sizes: number[] = [];
  const group = new GroupCommit<number, number>(async (items) => {
    sizes.push(items.length);
    return [...items];
  });
  const items = Array.from({ length: 1200 }, (_, at) => at);
  expect(await Promise.all(items.map((item) => group.add(item)))).toEqual(items);
  expect(sizes).toEqual([500, 500, 200]);
  await group.settled();
});
