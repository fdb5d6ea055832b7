/** Why a callback is refused, with the HTTP status it gets. Nobody outside learns more than the status. */
export const REFUSALS = {
  "query-malformed": 400,
  "body-broken": 400,
  "body-too-large": 413,
  "envelope-malformed": 400,
  "signature-wrong": 403,
  "timestamp-outside-window": 403,
  "ciphertext-refused": 403,
  "addressed-to-another": 403,
  "message-malformed": 400,
  "nonce-reused": 409,
  "method-unknown": 405,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** What became of one request at the callback, for counting. */
export type CallbackOutcome = RefusalCode | "verified" | "accepted" | "already";
