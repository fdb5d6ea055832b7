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
 * Whether the outside, now that its ciphertext is proved, is plain XML that names this corp and app. It may leave the app
 * out: the contacts callback has none (document/path/90930).
 */
export function isAddressedTo(envelope: Envelope, corpId: string, agentId: string): boolean {
  const fields = flatFields(envelope.body);
  if (!fields || fields.get("Encrypt") !== envelope.encrypted) return false;
  const agent = fields.get("AgentID") ?? "";
  return fields.get("ToUserName") === corpId && (agent === "" || agent === agentId);
}

const OPENING = /\s*(?:<\?xml[^<>]*\?>\s*)?<xml>\s*/y;
const FIELD = /<([A-Za-z]+)>(?:\s*<!\[CDATA\[((?:[^\]]|\](?!\]>))*)\]\]>\s*|([^<&]*))<\/\1>\s*/y;
const CLOSING = /<\/xml>\s*$/y;

/**
 * The texts of the fields right below `<xml>`, trimmed; `undefined` for anything else, a field given twice included. The
 * envelope is flat, so its few characters of markup are checked as they stand: the parser is for what is inside.
 */
function flatFields(body: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  OPENING.lastIndex = 0;
  if (!OPENING.test(body)) return undefined;
  FIELD.lastIndex = OPENING.lastIndex;
  let end = OPENING.lastIndex;
  for (let field = FIELD.exec(body); field; field = FIELD.exec(body)) {
    const [, name = "", literal, plain = ""] = field;
    if (fields.has(name)) return undefined;
    fields.set(name, (literal ?? plain).trim());
    end = FIELD.lastIndex;
  }
  CLOSING.lastIndex = end;
  return CLOSING.test(body) ? fields : undefined;
}
