import type { Course } from "./course.ts";

/** One sentence for the clerk, with the article it rests on. */
export type Remark = Readonly<{ article: string; says: string }>;

/** What a fact does to the course of an application. A refused step does not move the clock. */
export type Move =
  | Readonly<{ kind: "accepted"; course: Course; notes: readonly Remark[] }>
  | Readonly<{ kind: "refused" } & Remark>;

export const refused = (article: string, says: string): Move => ({ kind: "refused", article, says });

/** Accepted, with the remarks that hold; `false` where one does not. */
export const accepted = (course: Course, ...notes: readonly (Remark | false)[]): Move => ({
  kind: "accepted",
  course,
  notes: notes.filter((note) => note !== false),
});
