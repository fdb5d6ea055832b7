import { z } from "zod";
import { LocalDate } from "../calendar/local-date.ts";
import { APPLICANT_KINDS } from "../form/applicant-kinds.ts";
import { RESULT_ROWS } from "../form/result-rows.ts";
import { CaseId } from "./case-id.ts";

/** How an application reached the organ; art. 31 ties the receipt day to it. */
export const VIAS = ["in_person", "mail", "online", "fax", "other"] as const;
export type Via = (typeof VIAS)[number];

/** One application = one 件, whatever number of matters it asks for. */
export const ApplicationOpened = z.strictObject({
  kind: z.literal("application-opened"),
  case: CaseId,
  applicant: z.enum(APPLICANT_KINDS).nullable(), // null: not said yet; asked, and a finding until known
  via: z.enum(VIAS).nullable(),
  receivedOn: LocalDate, // the legal day of art. 31, not the day it was typed
});

/** The steps between receipt and answer that move the clock of art. 33. */
export const CASE_STEPS = [
  "correction-asked", // art. 30, once, within 7 working days
  "correction-received", // the 20 days start anew
  "consultation-sent", // arts 32, 34: third party or co-producing body
  "consultation-returned",
  "extended", // art. 33: approved by the head of the disclosure office, applicant told
  "fee-noticed", // art. 42
  "fee-paid",
  "served",
  "reopened",
] as const;
export const ApplicationStep = z.strictObject({
  kind: z.literal("application-step"),
  case: CaseId,
  step: z.enum(CASE_STEPS),
  on: LocalDate,
  days: z.int().min(1).max(20).nullable(), // working days added by an extension; null for every other step
});

/** The answer. A group said without its exact row is kept at once and asked; until placed it is a 必改 finding. */
export const ApplicationAnswered = z.strictObject({
  kind: z.literal("application-answered"),
  case: CaseId,
  outcome: z.union([
    z.enum(RESULT_ROWS as [string, ...string[]]),
    z.enum(["denied", "unavailable", "not_processed", "other"]),
  ]),
  on: LocalDate,
});

export const ReviewOpened = z.strictObject({
  kind: z.literal("review-opened"),
  case: CaseId,
  against: CaseId.nullable(),
  receivedOn: LocalDate,
});

/** Which side of table 四 a lawsuit stands on, and 国办公开办函〔2016〕201号: only the original body counts it. */
export const LitigationOpened = z.strictObject({
  kind: z.literal("litigation-opened"),
  case: CaseId,
  against: CaseId.nullable(),
  receivedOn: LocalDate,
  route: z.enum(["direct", "after"]).nullable(),
  original: z.boolean().nullable(),
});

export const DisputeDecided = z.strictObject({
  kind: z.literal("dispute-decided"),
  case: CaseId,
  result: z.enum(["upheld", "corrected", "other"]),
  on: LocalDate,
});
