import type { Job, JobQueue, JobWriter } from "../job-port.ts";
import { numberAt, textAt } from "./column.ts";
import type { SqlDriver, SqlRow, SqlSession } from "./sql-driver.ts";
import { insertRow } from "./statement.ts";

export function jobWriter(session: SqlSession): JobWriter {
  return {
    async schedule({ organ, key, kind, runAt, payload }) {
      const waiting = { due_at: runAt, hidden_until: 0, attempts: 0 };
      await insertRow(session, "job", { organ, job_key: key, kind, payload, ...waiting });
    },

    async cancelJob(organ, key) {
      await session.run("delete from job where organ = ? and job_key = ? and done_at is null", [organ, key]);
    },
  };
}

export function jobQueue(driver: SqlDriver): JobQueue {
  return {
    claimJobs: (now, until, limit) =>
      driver.write(null, async (session) => {
        const rows = await session.all(
          `select * from job where done_at is null and due_at <= ? and hidden_until <= ?
           order by due_at, organ, job_key limit ?${session.dialect.claiming}`,
          [now, now, limit],
        );
        const jobs = rows.map(jobIn);
        for (const { organ, key } of jobs) {
          await session.run(
            "update job set hidden_until = ?, attempts = attempts + 1 where organ = ? and job_key = ?",
            [until, organ, key],
          );
        }
        return jobs.map((job) => ({ ...job, attempts: job.attempts + 1 }));
      }),

    finishJob: (organ, key, now) =>
      driver.write(null, async (session) => {
        await session.run("update job set done_at = ? where organ = ? and job_key = ? and done_at is null", [
          now,
          organ,
          key,
        ]);
      }),

    retryJobAt: (organ, key, at, why) =>
      driver.write(null, async (session) => {
        await session.run(
          "update job set due_at = ?, hidden_until = 0, why = ? where organ = ? and job_key = ? and done_at is null",
          [at, why, organ, key],
        );
      }),
  };
}

function jobIn(row: SqlRow): Job {
  return {
    organ: textAt(row, "organ"),
    key: textAt(row, "job_key"),
    kind: textAt(row, "kind"),
    runAt: numberAt(row, "due_at"),
    payload: textAt(row, "payload"),
    attempts: numberAt(row, "attempts"),
  };
}
