import { createHash } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Every id, token and random byte of one run, the same for the same seed. A kind has its own
 * sequence, so that one more message does not change the next token.
 */
export function createIds(seed: string) {
  const used = new Map<string, number>();

  function bytes(kind: string, length: number): Buffer {
    const turn = (used.get(kind) ?? 0) + 1;
    used.set(kind, turn);
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      createHash("sha256")
        .update(JSON.stringify([seed, kind, turn, block]))
        .digest(),
    );
    return Buffer.concat(blocks).subarray(0, length);
  }

  return {
    bytes,
    /** Letters and digits. */
    text: (kind: string, length: number) =>
      [...bytes(kind, length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(""),
    /** Decimal digits without a leading zero, as the platform numbers its messages. */
    digits: (kind: string, length: number) =>
      [...bytes(kind, length)].map((byte, place) => (place === 0 ? 1 + (byte % 9) : byte % 10)).join(""),
    /** A number in [0, 1). */
    chance: (kind: string) => bytes(kind, 4).readUInt32BE() / 2 ** 32,
  };
}

export type Ids = ReturnType<typeof createIds>;
