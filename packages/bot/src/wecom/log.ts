/** One line of log: fields that hold no secret and no person's words, and what happened. Pino fits. */
export type LogLine = (fields: Readonly<Record<string, unknown>>, happened: string) => void;

export type Log = Readonly<{ info: LogLine; warn: LogLine; error: LogLine }>;
