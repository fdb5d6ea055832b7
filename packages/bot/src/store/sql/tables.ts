export type Table = Readonly<{ name: string; key: readonly string[]; columns: readonly string[] }>;

/**
 * What a copy of a home holds, in the order it is written. `migration` and `probe` are the home's own business.
 * A test holds this list against the schema the migrations make.
 */
export const TABLES: readonly Table[] = [
  { name: "ledger", key: ["organ", "seq"], columns: ["organ", "seq", "id", "body", "previous", "hash"] },
  { name: "words", key: ["organ", "record"], columns: ["organ", "record", "salt", "text"] },
  { name: "person", key: ["organ", "case_id"], columns: ["organ", "case_id", "salt", "digest", "detail"] },
  {
    name: "inbox",
    key: ["place"],
    columns: [
      ...["place", "organ", "message_key", "sender", "sent_at", "received_at", "payload", "nonce", "body_digest"],
      ...["state", "attempts", "due_at", "outcome"],
    ],
  },
  {
    name: "outbox",
    key: ["organ", "place"],
    columns: [
      ...["organ", "place", "row_key", "recipient", "body", "not_before", "created_at"],
      ...["state", "attempts", "due_at", "hidden_until", "settled_at", "result", "why"],
    ],
  },
  { name: "talk", key: ["organ", "member"], columns: ["organ", "member", "state", "kept_at"] },
  {
    name: "miss",
    key: ["organ", "miss_key"],
    columns: ["organ", "miss_key", "happened_at", "kind", "said", "reading", "became"],
  },
  {
    name: "job",
    key: ["organ", "job_key"],
    columns: ["organ", "job_key", "kind", "payload", "due_at", "hidden_until", "attempts", "done_at", "why"],
  },
  { name: "note", key: ["organ", "note_key"], columns: ["organ", "note_key", "text", "kept_at"] },
];
