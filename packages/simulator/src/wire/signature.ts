import { createHash } from "node:crypto";

/** SHA-1 hex of the four strings, sorted and joined. [90968] */
export function signatureOf(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return createHash("sha1").update([token, timestamp, nonce, encrypted].sort().join("")).digest("hex");
}

export type JsApiPage = Readonly<{ ticket: string; nonceStr: string; timestamp: string; url: string }>;

/** The page's url counts without its fragment, exactly as the browser shows it. [90506] */
export function jsApiSignatureOf({ ticket, nonceStr, timestamp, url }: JsApiPage): string {
  const page = url.split("#")[0];
  const signed = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${page}`;
  return createHash("sha1").update(signed).digest("hex");
}
