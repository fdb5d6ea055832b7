import type { Member, Role } from "@gongkai/schema";

/** How far a right reaches: what one said oneself, one's own section, the whole office, or not at all. */
export type Reach = "none" | "own" | "section" | "office";

export const RIGHTS = [
  "report", // a figure, a case, a stated zero of one indicator; also for another section (代某科报)
  "attest-nil", // 本月无: everything still open of a section
  "mend", // correct, withdraw, restore a record
  "name-applicants", // see who applied and for what
  "store-text", // texts of the report
  "close-month", // and reopen it
  "ask", // figures, lists, progress
  "read-summaries", // weekly and monthly, on days of one's own choice
  "export-month",
  "export-annual",
  "export-ledger",
] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * Who may do what. One row a right, one column a role; a person with several roles has the widest reach of them.
 * The administrator keeps the program running and writes no figures.
 */
// biome-ignore format: the columns are the table
const REACH: Readonly<Record<Right, Readonly<Record<Role, Reach>>>> = {
  //                   经办人            科室负责人          政务公开办         局领导             管理员
  "report":          { staff: "office",  head: "office",  clerk: "office", leader: "office", admin: "none" },
  "attest-nil":      { staff: "section", head: "section", clerk: "office", leader: "none",   admin: "none" },
  "mend":            { staff: "own",     head: "section", clerk: "office", leader: "own",    admin: "none" },
  "name-applicants": { staff: "own",     head: "section", clerk: "office", leader: "none",   admin: "none" },
  "store-text":      { staff: "none",    head: "none",    clerk: "office", leader: "none",   admin: "none" },
  "close-month":     { staff: "none",    head: "none",    clerk: "office", leader: "none",   admin: "none" },
  "ask":             { staff: "office",  head: "office",  clerk: "office", leader: "office", admin: "office" },
  "read-summaries":  { staff: "none",    head: "none",    clerk: "office", leader: "office", admin: "none" },
  "export-month":    { staff: "office",  head: "office",  clerk: "office", leader: "office", admin: "none" },
  "export-annual":   { staff: "none",    head: "office",  clerk: "office", leader: "office", admin: "none" },
  "export-ledger":   { staff: "none",    head: "none",    clerk: "office", leader: "none",   admin: "office" },
};

const WIDTH: readonly Reach[] = ["none", "own", "section", "office"];

/** The widest reach a member has; nobody who has left has any. */
export function reachOf(member: Member, right: Right): Reach {
  if (!member.active) return "none";
  const widths = member.roles.map((role) => WIDTH.indexOf(REACH[right][role]));
  return WIDTH[Math.max(0, ...widths)] ?? "none";
}

/** `about`: whose record or which section it is about; left out where it is about the office. */
export function may(member: Member, right: Right, about: Readonly<{ by?: string; section?: string }> = {}): boolean {
  switch (reachOf(member, right)) {
    case "none":
      return false;
    case "office":
      return true;
    case "section":
      return about.by === member.id || (about.section !== undefined && about.section === member.section);
    case "own":
      return about.by === member.id;
  }
}
