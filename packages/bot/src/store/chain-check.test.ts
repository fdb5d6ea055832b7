import { expect, test } from "vitest";
import { ChainCheck } from "./chain-check.ts";
import { CHAIN_START, chainHash } from "./digest.ts";

test("a line written by an older version of the program holds as it lies there", () => {
  const id = "r:demo:m1:0";
  const body =
    `{"by":"zhang","id":"${id}","line":0,"organ":"demo","periodImplied":false,"saidAt":"2025-04-02T09:00:00+08:00",` +
    '"section":"","source":"m1","states":{"kind":"month-reopened","month":"2025-03","reason":"少报一件"},"v":1,' +
    '"wordsDigest":null,"writtenAt":"2025-04-02T09:00:00+08:00"}';
  const hash = chainHash(CHAIN_START, body);
  const check = new ChainCheck("demo");
  expect(check.next({ organ: "demo", seq: 1, id, body, previous: CHAIN_START, hash })).toBeUndefined();
  expect(check.head).toEqual({ seq: 1, hash });
});
