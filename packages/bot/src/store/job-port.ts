/** Something to do at a time: reminders, digests, clean-up. One per `key`. */
export type Job = Readonly<{
  organ: string;
  key: string;
  kind: string;
  runAt: number;
  payload: string;
  attempts: number;
}>;

export interface JobWriter {
  /** Does nothing when a job with this key exists, done or not: a reminder is given once. */
  schedule(job: Omit<Job, "attempts">): Promise<void>;
  /** Forgets a job that is not done, so that its key may be scheduled again; a done one stays done. */
  cancelJob(organ: string, key: string): Promise<void>;
}

/** The ticker's side; each call is its own short transaction. */
export interface JobQueue {
  /** Due jobs, earliest first, hidden from other processes until `until`; `attempts` counts this claim. */
  claimJobs(now: number, until: number, limit: number): Promise<Job[]>;
  finishJob(organ: string, key: string, now: number): Promise<void>;
  retryJobAt(organ: string, key: string, at: number, why: string): Promise<void>;
}
