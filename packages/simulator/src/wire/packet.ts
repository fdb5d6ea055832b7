import { createCipheriv, createDecipheriv } from "node:crypto";

const BLOCK = 32; // PKCS#7 pads to 32 bytes here, twice the cipher's own block
const HEADER = 20; // 16 random bytes and a 4-byte length

/** The sample keys of the documents have non-zero trailing bits: never ask that they encode back. [90968] */
export function keyOf(encodingAesKey: string): Buffer {
  return Buffer.from(`${encodingAesKey}=`, "base64");
}

export type Sealing = Readonly<{ aesKey: string; message: string; receiveId: string; random: Buffer }>;

/** AES-256-CBC of `random(16) | length(4, big-endian) | message | receiveid`, in base64. [90968] */
export function seal({ aesKey, message, receiveId, random }: Sealing): string {
  const body = Buffer.from(message, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return sealBytes(keyOf(aesKey), Buffer.concat([random, length, body, Buffer.from(receiveId, "utf8")]));
}

function sealBytes(key: Buffer, plain: Buffer): string {
  return encryptBytes(key, plain).toString("base64");
}

/** The bare cipher, as an AI bot's files travel: no random head, no length. [100719] */
export function encryptBytes(key: Buffer, plain: Buffer): Buffer {
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]);
}

export type Opened = Readonly<{ message: string; receiveId: string }>;
const unreadable = (why: string) => ({ unreadable: why }) as const;

/** What the other side sealed, or the reason why the platform could not read it. */
export function open(aesKey: string, encrypted: string): Opened | Readonly<{ unreadable: string }> {
  const bytes = Buffer.from(encrypted, "base64");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypted)) return unreadable("the text is not base64");
  if (bytes.length % 16 !== 0) return unreadable("the length is no multiple of the cipher's block");
  const key = keyOf(aesKey);
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || pad > padded.length) return unreadable("the padding is not 1 to 32");
  if (!padded.subarray(-pad).every((byte) => byte === pad)) return unreadable("the padding bytes disagree");
  const plain = padded.subarray(0, -pad);
  if (plain.length < HEADER) return unreadable("the packet is shorter than its header");
  const end = HEADER + plain.readUInt32BE(16);
  if (end > plain.length) return unreadable("the stated length exceeds the packet");
  try {
    const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { message: utf8.decode(plain.subarray(HEADER, end)), receiveId: utf8.decode(plain.subarray(end)) };
  } catch {
    return unreadable("the message is not UTF-8");
  }
}
