import type { TicketUse } from "../state/tickets.ts";
import { type AppCall, type Endpoint, ok, refuse } from "./endpoint.ts";

const HOUR = 3_600_000;

/** 400 an hour for a corporation, 100 for an app. [90506] */
function ticketFor({ platform, app }: AppCall, use: TicketUse) {
  const { rates } = platform;
  const [corpCounter, appCounter] = ["tickets", `tickets:${app.agentid}`];
  if (!rates.allows(corpCounter, [[400, HOUR]]) || !rates.allows(appCounter, [[100, HOUR]])) return refuse(45009);
  rates.add(corpCounter);
  rates.add(appCounter);
  return ok({ ticket: platform.tickets.fetch(app.agentid, use), expires_in: 7200 });
}

const forPages: Endpoint = {
  method: "GET",
  path: "/cgi-bin/get_jsapi_ticket",
  access: "app",
  answer: (call) => ticketFor(call, "jsapi"),
};

const forAgents: Endpoint = {
  method: "GET",
  path: "/cgi-bin/ticket/get",
  access: "app",
  answer: (call) =>
    call.query.get("type") === "agent_config" ? ticketFor(call, "agent_config") : refuse(40035, "type"),
};

export const pageTicketEndpoints: readonly Endpoint[] = [forPages, forAgents];
