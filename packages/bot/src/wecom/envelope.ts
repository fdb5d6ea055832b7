import { readFlatXml } from "./flat-xml.ts";

/** The outside of an encrypted callback (document/path/90238); only `encrypted` is covered by the signature. */
export type Envelope = Readonly<{ encrypted: string; body: string }>;

const ENCRYPTED = /<Encrypt>\s*(?:<!\[CDATA\[([A-Za-z0-9+/=]+)\]\]>|([A-Za-z0-9+/=]+))\s*<\/Encrypt>/g;

/** Finds the ciphertext without parsing: nothing a stranger sends reaches the XML parser before its signature is proved. */
export function readEnvelope(body: string): Envelope | undefined {
  const found = [...body.matchAll(ENCRYPTED)];
  const encrypted = found[0]?.[1] ?? found[0]?.[2];
  return found.length === 1 && encrypted !== undefined ? { encrypted, body } : undefined;
}

/**
 * Whether the outside, now that its ciphertext is proved, is flat XML that names this corp and app. It may leave the app
 * out: the contacts callback has none (document/path/90930).
 */
export function isAddressedTo(envelope: Envelope, corpId: string, agentId: string): boolean {
  const fields = readFlatXml(envelope.body.replaceAll("\r\n", "\n"));
  const textIn = (name: string) => fields?.get(name)?.trim() ?? "";
  const agent = textIn("AgentID");
  return (
    textIn("Encrypt") === envelope.encrypted && textIn("ToUserName") === corpId && (agent === "" || agent === agentId)
  );
}
