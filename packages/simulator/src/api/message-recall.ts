import { type Endpoint, ok, refuse } from "./endpoint.ts";

/** 24 hours. [94867] */
const WINDOW_MS = 86_400_000;

const recall: Endpoint = {
  method: "POST",
  path: "/cgi-bin/message/recall",
  access: "app",
  answer({ platform, app, fields }) {
    if (!platform.switches.recall) return refuse(40008);
    const msgid = fields.text("msgid");
    const copies = platform.timelines.copies(msgid ?? "").filter(({ speaker }) => speaker === app.agentid);
    const sent = copies[0];
    if (sent?.from !== "product") return refuse(40058);
    if (platform.clock.now() - sent.at > WINDOW_MS) return refuse(42052);
    for (const copy of copies) {
      if (copy.state === "shown") copy.state = "recalled";
      platform.timelines.touch(copy.userid);
    }
    return ok();
  },
};

export const messageRecallEndpoints: readonly Endpoint[] = [recall];
