import type { Miss, MissKeeper, TalkKeeper } from "../talk-port.ts";
import { numberAt, textAt, textOrNullAt } from "./column.ts";
import { parseWords, storedText } from "./side-text.ts";
import type { SqlReader, SqlRow, SqlSession } from "./sql-driver.ts";
import { insertRow } from "./statement.ts";

export function talkKeeper(session: SqlSession): TalkKeeper {
  return {
    async talkOf(organ, member) {
      const [row] = await session.all("select state from talk where organ = ? and member = ?", [organ, member]);
      return row && textAt(row, "state");
    },

    async keepTalk(organ, member, state, now) {
      const changed = await session.run("update talk set state = ?, kept_at = ? where organ = ? and member = ?", [
        state,
        now,
        organ,
        member,
      ]);
      if (changed === 0) await insertRow(session, "talk", { organ, member, state, kept_at: now });
    },

    async dropTalk(organ, member) {
      await session.run("delete from talk where organ = ? and member = ?", [organ, member]);
    },
  };
}

export function missKeeper(session: SqlSession): MissKeeper {
  return {
    async keepMiss({ organ, key, at, kind, text, reading, became }) {
      const said = storedText(text);
      await insertRow(session, "miss", { organ, miss_key: key, happened_at: at, kind, said, reading, became });
    },

    async missBecame(organ, key, became) {
      await session.run("update miss set became = ? where organ = ? and miss_key = ?", [became, organ, key]);
    },

    ...missReader(session),
  };
}

export function missReader(sql: SqlReader): Pick<MissKeeper, "misses"> {
  return {
    async misses(organ, since, limit) {
      const rows = await sql.all(
        "select * from miss where organ = ? and happened_at >= ? order by happened_at, miss_key limit ?",
        [organ, since, limit],
      );
      return rows.map(missIn);
    },
  };
}

const KINDS = ["asked", "corrected", "carded"] as const;

function missIn(row: SqlRow): Miss {
  const kind = KINDS.find((known) => known === row.kind);
  if (!kind) throw new Error(`miss.kind holds ${row.kind}: only the kinds of the port are ever written`);
  const key = textAt(row, "miss_key");
  return {
    organ: textAt(row, "organ"),
    key,
    at: numberAt(row, "happened_at"),
    kind,
    text: parseWords(textAt(row, "said"), key),
    reading: textAt(row, "reading"),
    became: textOrNullAt(row, "became"),
  };
}
