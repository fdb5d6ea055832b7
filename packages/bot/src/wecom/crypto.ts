import { isUtf8 } from "node:buffer";
import { createDecipheriv, timingSafeEqual } from "node:crypto";
import { encrypt, getSignature } from "@wecom/crypto";

/**
 * EncodingAESKey as the console gives it. Canonical base64 is not demanded: five of the platform's six published
 * sample keys have trailing bits set.
 */
export const AES_KEY = /^[A-Za-z0-9]{43}$/;
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
 * The message inside a ciphertext, or `undefined` when it is not exactly what the platform writes: canonical base64,
 * whole padding, a length that fits, valid UTF-8, our receiver. The library's own decryption checks none of these.
 */
export function unseal(aesKey: string, encrypted: string, receiveId: string): string | undefined {
  const plain = decrypted(aesKey, encrypted);
  if (!plain || plain.length < HEAD) return undefined;
  const end = HEAD + plain.readUInt32BE(RANDOM);
  if (end > plain.length || !plain.subarray(end).equals(Buffer.from(receiveId))) return undefined;
  const message = plain.subarray(HEAD, end);
  return isUtf8(message) ? message.toString() : undefined;
}

/** Sixteen random bytes, then the message's length in four. */
const [RANDOM, HEAD] = [16, 20];
/** PKCS#7 to twice the cipher's own block. */
const PADDED_TO = 32;

function decrypted(aesKey: string, encrypted: string): Buffer | undefined {
  if (!AES_KEY.test(aesKey))
    throw new Error("An EncodingAESKey is 43 letters and digits; check it when reading the settings.");
  const sealed = Buffer.from(encrypted, "base64");
  if (sealed.length === 0 || sealed.length % PADDED_TO !== 0 || sealed.toString("base64") !== encrypted)
    return undefined;
  const key = Buffer.from(aesKey, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const padding = padded[padded.length - 1] ?? 0;
  if (padding < 1 || padding > PADDED_TO) return undefined;
  const end = padded.length - padding;
  return padded.subarray(end).every((byte) => byte === padding) ? padded.subarray(0, end) : undefined;
}
