import type { InboxReader, InboxWorker, WaitingMessage } from "../inbox-port.ts";
import { numberAt, textAt } from "./column.ts";
import type { SqlReader, SqlRow, SqlSession } from "./sql-driver.ts";

/** A due message of nobody whose earlier message still waits. Takes one value: now. */
const READY = `m.state = 'waiting' and m.due_at <= ? and not exists (
  select 1 from inbox e
  where e.state = 'waiting' and e.organ = m.organ and e.sender = m.sender and e.place < m.place)`;

export function inboxWorker(session: SqlSession): InboxWorker {
  return {
    async oldestWaiting(organ, now) {
      const [row] = await session.all(
        `select m.* from inbox m where m.organ = ? and ${READY} order by m.place limit 1`,
        [organ, now],
      );
      return row && waitingMessage(row);
    },

    async markDone(organ, key, outcome) {
      await session.run(
        "update inbox set state = 'done', outcome = ?, payload = '' where organ = ? and message_key = ?",
        [outcome, organ, key],
      );
    },

    async markFailed(organ, key, retryAt, why) {
      await session.run(
        `update inbox set attempts = attempts + 1, state = ?, due_at = ?, outcome = ?
         where organ = ? and message_key = ? and state = 'waiting'`,
        [retryAt === null ? "failed" : "waiting", retryAt ?? 0, why, organ, key],
      );
    },
  };
}

export function inboxReader(sql: SqlReader): InboxReader {
  return {
    async organsWaiting(now) {
      const rows = await sql.all(`select distinct m.organ from inbox m where ${READY}`, [now]);
      return rows.map((row) => textAt(row, "organ")).sort();
    },

    async inboxDepth() {
      const rows = await sql.all(
        `select state, count(*) as messages, min(received_at) as oldest from inbox
         where state in ('waiting', 'failed') group by state`,
      );
      const of = (state: string) => rows.find((row) => row.state === state);
      const waiting = of("waiting");
      const failed = of("failed");
      return {
        waiting: waiting ? numberAt(waiting, "messages") : 0,
        failed: failed ? numberAt(failed, "messages") : 0,
        oldestReceivedAt: waiting ? numberAt(waiting, "oldest") : null,
      };
    },
  };
}

function waitingMessage(row: SqlRow): WaitingMessage {
  return {
    organ: textAt(row, "organ"),
    key: textAt(row, "message_key"),
    from: textAt(row, "sender"),
    sentAt: numberAt(row, "sent_at"),
    receivedAt: numberAt(row, "received_at"),
    payload: textAt(row, "payload"),
    nonce: textAt(row, "nonce"),
    bodyDigest: textAt(row, "body_digest"),
    place: numberAt(row, "place"),
    attempts: numberAt(row, "attempts"),
  };
}
