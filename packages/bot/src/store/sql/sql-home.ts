import type { Home, Transaction } from "../home.ts";
import type { AcceptedMessage } from "../inbox-port.ts";
import { chainReader } from "./chain-reader.ts";
import { copyIn, copyOut, isEmpty } from "./copy.ts";
import { GroupCommit } from "./group-commit.ts";
import { inboxReader, inboxWorker } from "./inbox.ts";
import { acceptInto } from "./inbox-door.ts";
import { jobQueue, jobWriter } from "./jobs.ts";
import { ledgerReader } from "./ledger-reader.ts";
import { ledgerWriter } from "./ledger-writer.ts";
import { noteKeeper } from "./notes.ts";
import { outboxQueue, outboxWriter } from "./outbox.ts";
import type { SqlDriver, SqlSession } from "./sql-driver.ts";
import { missKeeper, missReader, talkKeeper } from "./talk.ts";
import { asTransaction, refuseInsideTransaction } from "./transaction-guard.ts";

/** The one home, over either driver. `where` names it in errors: a path or a server, without credentials. */
export function sqlHome(engine: SqlDriver, where: string): Home {
  const driver = guarded(engine);
  const door = new GroupCommit((messages: readonly AcceptedMessage[]) =>
    engine.write("inbox", (session) => acceptInto(session, messages)),
  );

  return {
    ...ledgerReader(driver.reading),
    ...chainReader(driver.reading),
    ...inboxReader(driver.reading),
    ...missReader(driver.reading),
    ...outboxQueue(driver),
    ...jobQueue(driver),

    async accept(message) {
      refuseInsideTransaction();
      return door.add(message);
    },

    transact: (organ, work) =>
      driver.write(`organ ${organ}`, (session) => asTransaction(() => work(transactionOver(session)))),

    copyOut: (take) => copyOut(driver, take),
    isEmpty: () => isEmpty(driver.reading),
    copyIn: (rows, check) => copyIn(driver, where, rows, check),

    probe: () =>
      driver.write(null, async (session) => {
        const changed = await session.run("update probe set writes = writes + 1 where id = 1");
        if (changed !== 1) throw new Error("The probe row is missing: the first migrations write it");
      }),

    async close() {
      await door.settled();
      await engine.close();
    },
  };
}

const transactionOver = (session: SqlSession): Transaction => ({
  ...ledgerWriter(session),
  ...inboxWorker(session),
  ...outboxWriter(session),
  ...talkKeeper(session),
  ...missKeeper(session),
  ...jobWriter(session),
  ...noteKeeper(session),
});

function guarded(engine: SqlDriver): SqlDriver {
  return {
    reading: {
      async all(sql, values) {
        refuseInsideTransaction();
        return engine.reading.all(sql, values);
      },
    },
    async write(lock, work) {
      refuseInsideTransaction();
      return engine.write(lock, work);
    },
    async snapshot(work) {
      refuseInsideTransaction();
      return engine.snapshot(work);
    },
    close: () => engine.close(),
  };
}
