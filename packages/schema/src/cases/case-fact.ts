import { z } from "zod";
import { CONSULTED } from "../calendar/consultation.ts";
import { LocalDate } from "../calendar/local-date.ts";
import { APPLICANT_KINDS } from "../form/applicant-kinds.ts";
import { RESULT_ROWS, type ResultRow } from "../form/result-rows.ts";
import { CaseId } from "./case-id.ts";
import { RECEIPT_WAYS } from "./receipt.ts";
import { SERVICE_WAYS } from "./service.ts";

/** How an application reached the organ; art. 31 ties the receipt day to it. */
export const VIAS = ["in_person", "mail", "online", "fax", "other"] as const;
export type Via = (typeof VIAS)[number];

/** One application = one 件, whatever number of matters it asks for. Names and contacts live in a side table. */
export const ApplicationOpened = z.strictObject({
  kind: z.literal("application-opened"),
  case: CaseId,
  applicant: z.enum(APPLICANT_KINDS).nullable(), // null: not said yet; asked, and a finding until known
  via: z.enum(VIAS).nullable(),
  receivedOn: LocalDate, // the legal day of art. 31, not the day it was typed
  /** The item of art. 31 that made `receivedOn` the legal day. */
  receipt: z.enum(RECEIPT_WAYS).optional(),
});
export type ApplicationOpened = z.infer<typeof ApplicationOpened>;

/** 按件 or 按量: one application is charged in one way, never both. */
export const FEE_MODES = ["per-item", "per-page"] as const;
export type FeeMode = (typeof FEE_MODES)[number];
const Fen = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const OPINIONS = ["agrees", "objects", "silent"] as const;
export type Opinion = (typeof OPINIONS)[number];

/** `days`: working days added by an extension; null for every other step. */
const step = <Name extends string>(name: Name) => ({
  kind: z.literal("application-step"),
  case: CaseId,
  step: z.literal(name),
  on: LocalDate,
  days: z.null(),
});
/** Which of the letters of one application, from 1; left out where only one can be meant. */
const letter = { number: z.int().min(1).max(99).optional() };

/** The steps between receipt and answer that move the clock of art. 33, and what follows the answer. */
export const ApplicationStep = z.discriminatedUnion("step", [
  /** Art. 30, once, within 7 working days. `until`: last day of the period the notice grants. */
  z.strictObject({ ...step("correction-asked"), until: LocalDate.optional() }),
  z.strictObject(step("correction-received")),
  /** Arts 32, 34. Left out, `with` is a third party. */
  z.strictObject({ ...step("consultation-sent"), ...letter, with: z.enum(CONSULTED).optional() }),
  /** The one asked has the letter: its 15 working days begin. */
  z.strictObject({ ...step("consultation-received"), ...letter }),
  /** `silent` states that the 15 working days passed without a reply. */
  z.strictObject({ ...step("consultation-returned"), ...letter, opinion: z.enum(OPINIONS).optional() }),
  /** Art. 33: `on` is the day the applicant was told, `approvedOn` the day the head of the disclosure office agreed. */
  z.strictObject({
    ...step("extended"),
    days: z.int().min(1).max(20).nullable(),
    approvedOn: LocalDate.optional(),
  }),
  /** Art. 42. `count`: applications of the month for 按件, pages for 按量. `reachedOn`: the applicant has the notice. */
  z.strictObject({
    ...step("fee-noticed"),
    mode: z.enum(FEE_MODES).optional(),
    amount: Fen.optional(),
    count: z.int().min(1).optional(),
    reachedOn: LocalDate.optional(),
  }),
  /** Left out, `amount` is the whole sum of the notice. */
  z.strictObject({ ...step("fee-paid"), amount: Fen.optional() }),
  /** `on` is the day that decides whether the answer was in time. */
  z.strictObject({ ...step("served"), how: z.enum(SERVICE_WAYS).optional() }),
  /** The answer does not stand (a review or a court undid it): the application is handled anew. */
  z.strictObject({ ...step("reopened"), because: CaseId.optional() }),
]);
export type ApplicationStep = z.infer<typeof ApplicationStep>;
export type CaseStep = ApplicationStep["step"];
export const CASE_STEPS: readonly CaseStep[] = ApplicationStep.options.map(({ shape }) => shape.step.value);

/** A group of outcomes said without its exact row. */
export const ROUGH_OUTCOMES = ["denied", "unavailable", "not_processed", "other"] as const;
export type RoughOutcome = (typeof ROUGH_OUTCOMES)[number];
const Row = z.enum(RESULT_ROWS as [ResultRow, ...ResultRow[]]); // the list is never empty

/** The answer. A group said without its exact row is kept at once and asked; until placed it is a 必改 finding. */
export const ApplicationAnswered = z.strictObject({
  kind: z.literal("application-answered"),
  case: CaseId,
  outcome: z.union([Row, z.enum(ROUGH_OUTCOMES)]),
  on: LocalDate,
  /** 区分处理 (art. 37): why the rest was withheld, as far as said. Only with `partial`, and counted nowhere else. */
  withheld: z.array(Row).optional(),
  /** The applicant took it back; only with `other_misc`. */
  withdrawn: z.literal(true).optional(),
});
export type ApplicationAnswered = z.infer<typeof ApplicationAnswered>;

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
  /** The decision in its own words (责令重新答复), from the office's table of results. */
  decision: z.string().min(1).max(30).optional(),
});
