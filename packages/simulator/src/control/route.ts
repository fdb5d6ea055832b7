import type { z } from "zod";
import type { Platform } from "../platform.ts";
import { WrongUse } from "../wrong-use.ts";
import type { Control } from "./control.ts";

export type ControlRequest = Readonly<{ platform: Platform; control: Control; query: URLSearchParams; body: unknown }>;

export type Route = Readonly<{
  method: "GET" | "POST" | "DELETE";
  /** `:id` stands for one segment. */
  path: string;
  answer: (request: ControlRequest, id: string) => unknown;
}>;

/** The body as this shape, or one sentence that says what is wrong with it. */
export function readAs<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw new WrongUse(`The request cannot be used; ${wrong.join("; ")}.`);
}
