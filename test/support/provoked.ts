import type { Control, ViolationKind } from "@gongkai/simulator";

/** What a test provoked on purpose, by kind, once each; forgotten afterwards, so that only surprises are left at the end. */
export function provoked(control: Control): ViolationKind[] {
  const kinds = new Set(control.violations("breach").map(({ kind }) => kind));
  control.clearViolations();
  return [...kinds];
}
