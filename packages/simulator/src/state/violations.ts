import type { Clock } from "../clock.ts";

/** What the product did that the platform's documents call wrong, in the order it happened. */
export const VIOLATIONS = {
  "debug-parameter": "debug=1 is for the test tool; it is limited to five calls a minute.",
  "token-fetched-too-often": "gettoken was called again and again while the token was valid; keep it.",
  "secret-wrong": "gettoken was called with a wrong corpid or secret.",
  "escaped-unicode": "The body holds \\uXXXX escapes; send the characters themselves.",
  "field-of-wrong-type": "A field has the wrong JSON type and is ignored.",
  "text-cut": "A text is longer than its limit in bytes and was cut.",
  "limit-exceeded": "A documented limit was exceeded.",
  "message-dropped": "A member was sent more than 30 messages a minute or 1000 an hour; the rest were dropped.",
  "recipient-unknown": "A message names a receiver that does not exist or is outside the visible range.",
  "response-code-reused": "A response_code was used again, or after 72 hours.",
  "media-expired": "A media id is unknown or older than three days.",
  "file-nameless": 'An upload gave no filename the platform understands; use raw UTF-8 in filename="…".',
  "card-refused": "A template card does not satisfy the documented rules.",
  "answer-not-empty": "A callback was answered with text that is neither empty nor an encrypted reply.",
  "reply-unreadable": "A passive reply cannot be verified or decrypted.",
  "reply-not-allowed": "A reply of this type is not allowed for this message or event.",
  "echo-wrong": "The URL verification was not answered with the exact plain text.",
  "answer-late": "A callback was not answered in time.",
  "request-refused": "A call was refused for a reason the caller could have known.",
  "frame-refused": "A frame over the AI bot's socket does not follow the protocol.",
  "display-limit": "A text is longer than the client shows; it is folded or cut there.",
} as const;
export type ViolationKind = keyof typeof VIOLATIONS;

/** An advice is not wrong, only unwise: the platform accepts it, people see less than was sent. */
const ADVICE: ReadonlySet<ViolationKind> = new Set(["display-limit"]);

export type Violation = Readonly<{
  at: number;
  kind: ViolationKind;
  level: "breach" | "advice";
  says: string;
  detail: string;
}>;

export function createViolations(clock: Clock) {
  let noted: Violation[] = [];
  return {
    note(kind: ViolationKind, detail: string): void {
      const level = ADVICE.has(kind) ? "advice" : "breach";
      noted.push({ at: clock.now(), kind, level, says: VIOLATIONS[kind], detail });
    },
    list: (level: Violation["level"] = "breach") => noted.filter((violation) => violation.level === level),
    clear(): void {
      noted = [];
    },
  };
}

export type Violations = ReturnType<typeof createViolations>;
