const CATALOGUE = {
  NOT_ALLOWED: "The member has no right to this deed",
  WRONG_STATEMENT: "The deed was given a statement of another kind",
  NO_SUCH_RECORD: "The record this deed is about is not in the ledger",
  MONTH_CLOSED: "The month is closed; reopen it with a reason first",
} as const;
export type DeedErrorCode = keyof typeof CATALOGUE;

/** A deed that may not be done. Callers branch on `code`; the dialogue asks before, so a talk never meets it. */
export class DeedError extends Error {
  override readonly name = "DeedError";
  readonly code: DeedErrorCode;

  constructor(code: DeedErrorCode, detail: string) {
    super(`${CATALOGUE[code]}: ${detail}`);
    this.code = code;
  }
}
