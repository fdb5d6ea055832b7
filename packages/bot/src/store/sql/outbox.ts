import type { OutboxQueue, OutboxRow, OutboxWriter } from "../outbox-port.ts";
import { numberAt, numberOrNullAt, textAt, textOrNullAt } from "./column.ts";
import type { SqlDriver, SqlRow, SqlSession } from "./sql-driver.ts";
import { insertRow } from "./statement.ts";

/** Due, not hidden, and nothing earlier for the same person that may already go. Takes: now, now, now, limit. */
const CLAIMABLE = `select m.* from outbox m
  where m.state = 'waiting' and m.not_before <= ? and m.due_at <= ? and m.hidden_until <= ? and not exists (
    select 1 from outbox e
    where e.state = 'waiting' and e.organ = m.organ and e.recipient = m.recipient
      and e.place < m.place and e.not_before <= ?)
  order by m.created_at, m.organ, m.place limit ?`;

/** Only for a session that holds the organ's lock: places then follow the order of commits. */
export function outboxWriter(session: SqlSession): OutboxWriter {
  return {
    async put(rows, now) {
      for (const { organ, key, to, body, notBefore } of rows) {
        const [last] = await session.all("select max(place) as place from outbox where organ = ?", [organ]);
        await insertRow(session, "outbox", {
          organ,
          place: ((last && numberOrNullAt(last, "place")) ?? 0) + 1,
          row_key: key,
          recipient: to,
          body,
          not_before: notBefore,
          created_at: now,
          state: "waiting",
          attempts: 0,
          due_at: 0,
          hidden_until: 0,
        });
      }
    },
  };
}

export function outboxQueue(driver: SqlDriver): OutboxQueue {
  const settle = (organ: string, key: string, set: string, values: readonly (string | number)[]) =>
    driver.write(null, async (session) => {
      await session.run(`update outbox set ${set} where organ = ? and row_key = ? and state = 'waiting'`, [
        ...values,
        organ,
        key,
      ]);
    });

  return {
    claim: (now, until, limit) =>
      driver.write(null, async (session) => {
        const rows = await session.all(`${CLAIMABLE}${session.dialect.claiming}`, [now, now, now, now, limit]);
        const claimed = rows.map(outboxRow);
        for (const { organ, place } of claimed) {
          await session.run(
            "update outbox set hidden_until = ?, attempts = attempts + 1 where organ = ? and place = ?",
            [until, organ, place],
          );
        }
        return claimed.map((row) => ({ ...row, attempts: row.attempts + 1 }));
      }),

    markSent: (organ, key, result, now) =>
      settle(organ, key, "state = 'sent', body = '', result = ?, settled_at = ?", [result, now]),
    retryAt: (organ, key, at, why) => settle(organ, key, "due_at = ?, hidden_until = 0, why = ?", [at, why]),
    giveUp: (organ, key, why, now) => settle(organ, key, "state = 'given-up', why = ?, settled_at = ?", [why, now]),

    async resultOf(organ, key) {
      const [row] = await driver.reading.all("select result from outbox where organ = ? and row_key = ?", [organ, key]);
      return (row && textOrNullAt(row, "result")) ?? undefined;
    },

    async outboxDepth() {
      const rows = await driver.reading.all(
        `select state, count(*) as things, min(created_at) as oldest from outbox
         where state in ('waiting', 'given-up') group by state`,
      );
      const waiting = rows.find((row) => row.state === "waiting");
      const givenUp = rows.find((row) => row.state === "given-up");
      return {
        waiting: waiting ? numberAt(waiting, "things") : 0,
        givenUp: givenUp ? numberAt(givenUp, "things") : 0,
        oldestCreatedAt: waiting ? numberAt(waiting, "oldest") : null,
      };
    },

    async givenUp(organ, limit) {
      const rows = await driver.reading.all(
        "select * from outbox where state = 'given-up' and organ = ? order by place desc limit ?",
        [organ, limit],
      );
      return rows.map(outboxRow);
    },
  };
}

const STATES = ["waiting", "sent", "given-up"] as const;

function outboxRow(row: SqlRow): OutboxRow {
  const state = STATES.find((known) => known === row.state);
  if (!state) throw new Error(`outbox.state holds ${row.state}: only the states of the port are ever written`);
  return {
    organ: textAt(row, "organ"),
    key: textAt(row, "row_key"),
    to: textAt(row, "recipient"),
    body: textAt(row, "body"),
    notBefore: numberAt(row, "not_before"),
    place: numberAt(row, "place"),
    attempts: numberAt(row, "attempts"),
    createdAt: numberAt(row, "created_at"),
    state,
  };
}
