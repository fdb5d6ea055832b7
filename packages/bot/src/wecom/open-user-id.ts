import { z } from "zod";
import type { Caller } from "./api-call.ts";

const Answer = z.looseObject({
  userid_list: z.array(z.looseObject({ userid: z.string(), open_userid: z.string() })).default([]),
});

/** At most 1 000 at once; the members must be in the app's visible range (document/path/101521). */
export async function plainMemberIds(call: Caller, openIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const json = { open_userid_list: openIds };
  const { userid_list } = await call({ api: "/cgi-bin/batch/openuserid_to_userid", json, answer: Answer });
  return new Map(userid_list.map(({ userid, open_userid }) => [open_userid, userid]));
}
