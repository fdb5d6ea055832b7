import type { NoteKeeper } from "../note-port.ts";
import { textAt } from "./column.ts";
import type { SqlSession } from "./sql-driver.ts";
import { insertRow, portions } from "./statement.ts";

export function noteKeeper(session: SqlSession): NoteKeeper {
  return {
    async notesOf(organ, keys) {
      const found = new Map<string, string>();
      for (const { marks, values } of portions(keys)) {
        const rows = await session.all(`select note_key, text from note where organ = ? and note_key in (${marks})`, [
          organ,
          ...values,
        ]);
        for (const row of rows) found.set(textAt(row, "note_key"), textAt(row, "text"));
      }
      return found;
    },

    async keepNotes(organ, notes, now) {
      for (const [key, text] of notes) {
        const kept = { organ, note_key: key, text, kept_at: now };
        if (await insertRow(session, "note", kept)) continue;
        await session.run("update note set text = ?, kept_at = ? where organ = ? and note_key = ?", [
          text,
          now,
          organ,
          key,
        ]);
      }
    },
  };
}
