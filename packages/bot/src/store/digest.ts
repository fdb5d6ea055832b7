import { createHash } from "node:crypto";

/** The hash before the first record of a chain. */
export const CHAIN_START = "0".repeat(64);

/** SHA-256 over the previous hash (as its 64 hex characters) and the record's canonical JSON (as UTF-8), in hex. */
export function chainHash(previous: string, body: string): string {
  return createHash("sha256").update(previous).update(body).digest("hex");
}

/** SHA-256 over the salt's bytes and the text as UTF-8, in hex. Without the salt nobody can try out likely words. */
export function saltedDigest(salt: string, text: string): string {
  return createHash("sha256").update(Buffer.from(salt, "hex")).update(text).digest("hex");
}
