import { type Acceptance, type AcceptedMessage, NONCE_MEMORY_MS } from "../inbox-port.ts";
import { numberAt, numberOrNullAt, textAt } from "./column.ts";
import type { SqlRow, SqlSession } from "./sql-driver.ts";
import { addRows, portions } from "./statement.ts";

/** What a message is held against: messages kept before it, in the home or earlier in the same batch. */
type Known = Readonly<{
  keys: Set<string>;
  /** Nonce → the bodies it came with. */
  bodies: Map<string, Pick<AcceptedMessage, "bodyDigest" | "receivedAt">[]>;
}>;

/**
 * Answers in the order of the messages. What is known of them is read once for all and what is new is written at once: a batch costs a few
 * statements. Only for a session that holds the inbox's lock: places then follow the order of commits.
 */
export async function acceptInto(session: SqlSession, messages: readonly AcceptedMessage[]): Promise<Acceptance[]> {
  const known = new Map<string, Known>();
  for (const organ of new Set(messages.map((message) => message.organ))) {
    const ofOrgan = messages.filter((message) => message.organ === organ);
    known.set(organ, await knownOf(session, organ, ofOrgan));
  }
  const [last] = await session.all("select max(place) as place from inbox");
  let place = (last && numberOrNullAt(last, "place")) ?? 0;
  const answers: Acceptance[] = [];
  const kept: SqlRow[] = [];
  for (const message of messages) {
    const before = known.get(message.organ);
    if (!before) throw new Error("acceptInto reads what is known of every organ first");
    const answer = judge(message, before);
    answers.push(answer);
    if (answer !== "accepted") continue;
    place += 1;
    kept.push(rowOf(message, place));
    remember(message, before);
  }
  await addRows(session, "inbox", kept);
  return answers;
}

function judge({ key, nonce, bodyDigest, receivedAt }: AcceptedMessage, { keys, bodies }: Known): Acceptance {
  const isOther = (body: Pick<AcceptedMessage, "bodyDigest" | "receivedAt">) =>
    body.bodyDigest !== bodyDigest && body.receivedAt > receivedAt - NONCE_MEMORY_MS;
  if (bodies.get(nonce)?.some(isOther)) return "nonce-reused";
  return keys.has(key) ? "already" : "accepted";
}

function remember({ key, nonce, bodyDigest, receivedAt }: AcceptedMessage, { keys, bodies }: Known): void {
  keys.add(key);
  bodies.set(nonce, [...(bodies.get(nonce) ?? []), { bodyDigest, receivedAt }]);
}

async function knownOf(session: SqlSession, organ: string, messages: readonly AcceptedMessage[]): Promise<Known> {
  const known: Known = { keys: new Set(), bodies: new Map() };
  for (const { marks, values } of portions(messages.map(({ key }) => key))) {
    const sql = `select message_key from inbox where organ = ? and message_key in (${marks})`;
    for (const row of await session.all(sql, [organ, ...values])) known.keys.add(textAt(row, "message_key"));
  }
  for (const { marks, values } of portions(messages.map(({ nonce }) => nonce))) {
    const sql = `select nonce, body_digest, received_at from inbox where organ = ? and nonce in (${marks})`;
    for (const row of await session.all(sql, [organ, ...values])) {
      const nonce = textAt(row, "nonce");
      const body = { bodyDigest: textAt(row, "body_digest"), receivedAt: numberAt(row, "received_at") };
      known.bodies.set(nonce, [...(known.bodies.get(nonce) ?? []), body]);
    }
  }
  return known;
}

function rowOf({ organ, key, from, ...message }: AcceptedMessage, place: number): SqlRow {
  return {
    place,
    organ,
    message_key: key,
    sender: from,
    sent_at: message.sentAt,
    received_at: message.receivedAt,
    payload: message.payload,
    nonce: message.nonce,
    body_digest: message.bodyDigest,
    state: "waiting",
    attempts: 0,
    due_at: 0,
  };
}
