import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { open, seal } from "./packet.ts";
import { jsApiSignatureOf, signatureOf } from "./signature.ts";

type Vector = {
  name: string;
  token: string;
  encodingAESKey: string;
  receiveId: string;
  timestamp: string;
  nonce: string;
  encrypted: string;
  /** Null where the source published the ciphertext alone. */
  signature: string | null;
};
type Positive = Vector & { expectedPlaintext: string; random16Ascii?: string };
type Negative = Vector & { why: string };
type JsApi = { name: string; ticket: string; nonceStr: string; timestamp: string; url: string; signature: string };

const vectors: { positive: Positive[]; negative: Negative[]; jsapi: JsApi[] } = JSON.parse(
  readFileSync(new URL("../../../../test/vectors/wecom-vectors.json", import.meta.url), "utf8"),
);

test("the vectors are all there, fourteen of them signed", () => {
  expect([vectors.positive.length, vectors.negative.length, vectors.jsapi.length]).toEqual([16, 5, 2]);
  expect(vectors.positive.filter(({ signature }) => signature !== null)).toHaveLength(14);
});

test.each(vectors.positive)("$name: signature and text match", (vector) => {
  const { token, timestamp, nonce, encrypted } = vector;
  if (vector.signature !== null) expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(vector.signature);
  expect(open(vector.encodingAESKey, encrypted)).toEqual({
    message: vector.expectedPlaintext,
    receiveId: vector.receiveId,
  });
});

test.each(vectors.positive.filter(({ random16Ascii }) => random16Ascii))(
  "$name: sealing gives the same bytes",
  (vector) => {
    const random = Buffer.from(vector.random16Ascii ?? "", "ascii");
    const { encodingAESKey: aesKey, expectedPlaintext: message, receiveId } = vector;
    expect(seal({ aesKey, message, receiveId, random })).toBe(vector.encrypted);
  },
);

test.each(vectors.negative)("$name is unreadable: $why", ({ encodingAESKey, encrypted }) => {
  expect(open(encodingAESKey, encrypted)).toHaveProperty("unreadable");
});

test.each(vectors.jsapi)("$name: the page's signature matches", ({ signature, ...page }) => {
  expect(jsApiSignatureOf(page)).toBe(signature);
  expect(jsApiSignatureOf({ ...page, url: `${page.url.split("#")[0]}#later` })).toBe(signature);
});

test("whatever is sealed opens again", () => {
  const aesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  const input = fc.record({
    message: fc.string({ unit: "grapheme", maxLength: 300 }),
    receiveId: fc.string({ maxLength: 20 }),
    random: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
  });
  fc.assert(
    fc.property(input, ({ message, receiveId, random }) => {
      expect(open(aesKey, seal({ aesKey, message, receiveId, random }))).toEqual({ message, receiveId });
    }),
  );
});

test("whatever arrives instead of a ciphertext is unreadable, and nothing is thrown", () => {
  const aesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  const bytes = fc.uint8Array({ maxLength: 400 }).map((some) => Buffer.from(some).toString("base64"));
  fc.assert(
    fc.property(fc.oneof(bytes, fc.string()), (encrypted) => {
      expect(typeof open(aesKey, encrypted)).toBe("object");
    }),
  );
});
