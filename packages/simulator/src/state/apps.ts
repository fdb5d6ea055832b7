import type { z } from "zod";
import type { AppOptions } from "../simulator-options.ts";
import { type Directory, type Member, userKey } from "./directory.ts";

export type App = z.output<typeof AppOptions>;

/** The self-built apps and who may see them (可见范围). */
export function createApps(settings: readonly App[], directory: Directory) {
  const byAgent = new Map(settings.map((app) => [app.agentid, app]));

  /** Members the app reaches: active ones inside its visible range. */
  const visibleMembers = ({ visible }: App): Member[] => {
    const reached = [
      ...visible.users.flatMap((userid) => directory.member(userid) ?? []),
      ...visible.parties.flatMap(directory.membersUnder),
      ...visible.tags.flatMap(directory.membersTagged),
    ];
    return [...new Set(reached)];
  };

  return {
    all: () => [...byAgent.values()],
    get: (agentid: number) => byAgent.get(agentid),
    bySecret: (secret: string) => [...byAgent.values()].find((app) => app.secret === secret),
    put: (app: App) => void byAgent.set(app.agentid, app),
    visibleMembers,
    sees: (app: App, userid: string) =>
      visibleMembers(app).some((member) => userKey(member.userid) === userKey(userid)),
    seesDepartment: (app: App, id: number) => app.visible.parties.some((party) => directory.under(party).includes(id)),
    seesRoot: (app: App) => app.visible.parties.includes(1),
  };
}

export type Apps = ReturnType<typeof createApps>;
