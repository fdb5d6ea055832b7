import { timingSafeEqual } from "node:crypto";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";

/**
 * EncodingAESKey as the console gives it. Canonical base64 is not demanded: five of the platform's six published
 * sample keys have trailing bits set.
 */
export const AES_KEY = /^[A-Za-z0-9]{43}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SHA1_HEX = /^[0-9a-f]{40}$/;

/** What a signed request says of itself in its query. */
export type Signed = Readonly<{ timestamp: string; nonce: string; signature: string }>;

/** SHA-1 of the sorted token, timestamp, nonce and ciphertext (developer.work.weixin.qq.com/document/path/90968). */
export function signatureOf(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return getSignature(token, timestamp, nonce, encrypted);
}

/** Constant-time: the time taken tells nothing about how much of a forged signature was right. */
export function signatureMatches(token: string, signed: Signed, encrypted: string): boolean {
  if (!SHA1_HEX.test(signed.signature)) return false;
  const expected = signatureOf(token, signed.timestamp, signed.nonce, encrypted);
  return timingSafeEqual(Buffer.from(expected, "hex"), Buffer.from(signed.signature, "hex"));
}

/** AES-256-CBC, padded to 32 bytes. `random` is 16 bytes, fresh for every message. Returns base64. */
export function seal(aesKey: string, message: string, receiveId: string, random?: Buffer): string {
  return encrypt(aesKey, message, receiveId, random);
}

/**
 * The message inside a ciphertext, or `undefined` when it is not exactly what the platform writes.
 * The library decrypts leniently, so what it read is encrypted again: for a fixed key, vector and random the cipher is
 * a bijection, hence wrong padding, a false length or invalid UTF-8 cannot come out as the same ciphertext.
 */
export function unseal(aesKey: string, encrypted: string, receiveId: string): string | undefined {
  if (!BASE64.test(encrypted)) return undefined;
  const opened = decryptLeniently(aesKey, encrypted);
  if (!opened || opened.id !== receiveId) return undefined;
  return encrypt(aesKey, opened.message, opened.id, opened.random) === encrypted ? opened.message : undefined;
}

function decryptLeniently(aesKey: string, encrypted: string): ReturnType<typeof decrypt> | undefined {
  if (!AES_KEY.test(aesKey))
    throw new Error("An EncodingAESKey is 43 letters and digits; check it when reading the settings.");
  try {
    return decrypt(aesKey, encrypted);
  } catch {
    return undefined; // not a whole number of blocks, or shorter than its own header: ciphertext nobody sealed
  }
}
