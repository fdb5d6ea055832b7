import { createCipheriv } from "node:crypto";
import { readFileSync } from "node:fs";
import { decrypt, encrypt } from "@wecom/crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AES_KEY, seal, signatureMatches, signatureOf, unseal } from "./crypto.ts";

type Vector = {
  name: string;
  token: string;
  encodingAESKey: string;
  receiveId: string;
  timestamp: string | null;
  nonce: string | null;
  encrypted: string;
  signature: string | null;
  expectedPlaintext: string;
  random16Ascii?: string;
};
const vectors: { positive: Vector[]; negative: (Vector & { why: string })[] } = JSON.parse(
  readFileSync(new URL("../../../../test/vectors/wecom-vectors.json", import.meta.url), "utf8"),
);
const signed = vectors.positive.flatMap(({ timestamp, nonce, signature, ...vector }) =>
  timestamp && nonce && signature ? [{ ...vector, signed: { timestamp, nonce, signature } }] : [],
);
const named = <T extends { name: string }>(rows: readonly T[]) => rows.map((row) => [row.name, row] as const);

test("the published vectors are all here", () => {
  expect([vectors.positive.length, signed.length, vectors.negative.length]).toEqual([16, 14, 5]);
});

test.each(named(vectors.positive))("%s: decrypts to the published text", (_name, vector) => {
  expect(vector.encodingAESKey).toMatch(AES_KEY);
  expect(unseal(vector.encodingAESKey, vector.encrypted, vector.receiveId)).toBe(vector.expectedPlaintext);
});

test.each(named(signed))("%s: signature holds, and for nothing else", (_name, vector) => {
  expect(signatureMatches(vector.token, vector.signed, vector.encrypted)).toBe(true);
  expect(signatureMatches(`${vector.token}x`, vector.signed, vector.encrypted)).toBe(false);
  expect(signatureMatches(vector.token, vector.signed, `${vector.encrypted}A`)).toBe(false);
  expect(signatureMatches(vector.token, { ...vector.signed, nonce: "1" }, vector.encrypted)).toBe(false);
});

test.each(named(vectors.positive.filter((vector) => vector.random16Ascii)))(
  "%s: encrypts to the published bytes",
  (_name, vector) => {
    const random = Buffer.from(vector.random16Ascii ?? "", "ascii");
    expect(seal(vector.encodingAESKey, vector.expectedPlaintext, vector.receiveId, random)).toBe(vector.encrypted);
  },
);

test.each(vectors.negative.map((vector) => [vector.name, vector.why, vector] as const))(
  "%s is refused though its signature holds: %s",
  (_name, _why, vector) => {
    const { timestamp, nonce, signature } = vector;
    expect(signatureOf(vector.token, timestamp ?? "", nonce ?? "", vector.encrypted)).toBe(signature);
    expect(unseal(vector.encodingAESKey, vector.encrypted, vector.receiveId)).toBeUndefined();
  },
);

const KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

test("what is sealed opens for its own receiver and for no other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (message, receiver, other) => {
      const encrypted = seal(KEY, message, receiver);
      expect(unseal(KEY, encrypted, receiver)).toBe(message);
      if (other !== receiver) expect(unseal(KEY, encrypted, other)).toBeUndefined();
    }),
  );
});

test("any changed byte of a ciphertext is refused or read as another message, never thrown", () => {
  fc.assert(
    fc.property(fc.nat({ max: 95 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(seal(KEY, "今天发了3条政策解读", "wx5823bf96d3bd56c7"), "base64");
      bytes[at % bytes.length]! ^= flip;
      expect(unseal(KEY, bytes.toString("base64"), "wx5823bf96d3bd56c7")).not.toBe("今天发了3条政策解读");
    }),
  );
});

/** What the library reads leniently, if sealing it again gives the very same ciphertext: the cipher is a bijection. */
function byTheLibrary(encrypted: string, receiveId: string): string | undefined {
  try {
    const { message, id, random } = decrypt(KEY, encrypted);
    return id === receiveId && encrypt(KEY, message, id, random) === encrypted ? message : undefined;
  } catch {
    return undefined;
  }
}

test("it opens what the library would have sealed just so, and nothing else", () => {
  const key = Buffer.from(KEY, "base64");
  const sealedRaw = (plain: Uint8Array) => {
    const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(plain), cipher.final()]).toString("base64");
  };
  const length = fc.oneof(fc.nat({ max: 40 }), fc.constant(0xffffffff));
  const bytes = (max: number) => fc.uint8Array({ maxLength: max });
  const tail = fc.oneof(fc.nat({ max: 64 }), fc.constantFrom(16, 32));
  let opened = 0;
  fc.assert(
    fc.property(length, bytes(40), fc.constantFrom("", "wx58"), tail, (said, message, receiver, padding) => {
      const lengths = [said, message.length].map((count) =>
        Buffer.from([count >>> 24, count >>> 16, count >>> 8, count]),
      );
      for (const counted of lengths) {
        const plain = Buffer.concat([Buffer.alloc(16, 7), counted, message, Buffer.from(receiver)]);
        const right = 32 - (plain.length % 32);
        for (const count of [padding, right]) {
          const padded = Buffer.concat([plain, Buffer.alloc(count, count)]);
          const encrypted = sealedRaw(padded.subarray(0, padded.length - (padded.length % 16)));
          const found = unseal(KEY, encrypted, receiver);
          expect(found).toBe(byTheLibrary(encrypted, receiver));
          if (found !== undefined) opened += 1;
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(opened).toBeGreaterThan(50);
});

// biome-ignore format: the columns are the test
test.each([
  // ciphertext           why this row exists
  ["",                    "nothing"],
  ["AAAA",                "shorter than a block"],
  ["not base64!",         "letters that base64 does not have"],
  ["A B",                 "a plus that a gateway turned into a space"],
  ["A".repeat(64),        "whole blocks nobody sealed"],
  [`${"A".repeat(42)}B=`, "a last letter with bits that mean nothing"],
])("%j is refused: %s", (encrypted) => {
  expect(unseal(KEY, encrypted, "")).toBeUndefined();
});

// biome-ignore format: the columns are the test
test.each([
  // signature            why this row exists
  ["",                    "nothing"],
  ["zz",                  "no hex"],
  ["ABCDEF".repeat(7).slice(0, 40), "capitals are not what the platform writes"],
  ["0".repeat(39),        "one digit short"],
])("signature %j is refused without comparing: %s", (signature) => {
  expect(signatureMatches("token", { timestamp: "1", nonce: "1", signature }, "e")).toBe(false);
});
