/**
 * Small things an office's bot remembers beside the ledger: what was told, what somebody chose. No facts: losing a note
 * costs a reminder said twice, never a figure. `key` names its kind first: `told/…`, `digest/zhang`.
 */
export interface NoteKeeper {
  /** The texts kept under these keys; keys without one are left out. */
  notesOf(organ: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A key kept before is kept anew. */
  keepNotes(organ: string, notes: ReadonlyMap<string, string>, now: number): Promise<void>;
}
