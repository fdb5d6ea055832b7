import type { Platform } from "../platform.ts";
import type { App } from "../state/apps.ts";
import { type Member, userKey } from "../state/directory.ts";
import type { Errcode } from "./errcodes.ts";

/** Who is addressed, as ids still to be looked up. `everyone` is `@all`. */
export type Addressed = Readonly<{
  users: readonly string[];
  parties: readonly string[];
  tags: readonly string[];
  everyone: boolean;
}>;

export type Receivers = Readonly<{
  members: readonly Member[];
  invalidUsers: readonly string[];
  invalidParties: readonly string[];
  invalidTags: readonly string[];
  unlicensed: readonly string[];
}>;

const split = (joined: string | undefined) => (joined ?? "").split("|").filter((id) => id !== "");

export function addressedBy(touser?: string, toparty?: string, totag?: string): Addressed {
  const everyone = touser === "@all";
  if (everyone) return { users: [], parties: [], tags: [], everyone };
  return { users: split(touser), parties: split(toparty), tags: split(totag), everyone };
}

/** Counts before contents. [90236] */
export function refuseAddressed({ users, parties, tags, everyone }: Addressed): Errcode | undefined {
  if (!everyone && users.length + parties.length + tags.length === 0) return 82001;
  if (users.length > 1000) return 40032;
  if (parties.length > 100) return 82002;
  if (tags.length > 100) return 82003;
  return undefined;
}

/** Looks everyone up inside the app's visible range; unknown ids come back in lower case. [90236] */
export function findReceivers({ apps, directory }: Platform, app: App, addressed: Addressed): Receivers {
  const visible = new Map(apps.visibleMembers(app).map((member) => [userKey(member.userid), member]));
  const seen = (members: readonly Member[]) => members.filter(({ userid }) => visible.has(userKey(userid)));

  const known = (id: string) => visible.get(userKey(id));
  const partyKnown = (id: string) => /^\d+$/.test(id) && apps.seesDepartment(app, Number(id));
  const tagKnown = (id: string) => /^\d+$/.test(id) && directory.tag(Number(id)) !== undefined;
  const all = addressed.everyone
    ? [...visible.values()]
    : [
        ...addressed.users.flatMap((id) => known(id) ?? []),
        ...addressed.parties.filter(partyKnown).flatMap((id) => seen(directory.membersUnder(Number(id)))),
        ...addressed.tags.filter(tagKnown).flatMap((id) => seen(directory.membersTagged(Number(id)))),
      ];
  const addressees = [...new Set(all)].filter(({ status }) => status === 1 || status === 4);
  return {
    members: addressees.filter(({ licensed }) => licensed),
    unlicensed: addressees.filter(({ licensed }) => !licensed).map(({ userid }) => userKey(userid)),
    invalidUsers: addressed.users
      .filter((id) => !addressees.some(({ userid }) => userKey(userid) === userKey(id)))
      .map(userKey),
    invalidParties: addressed.parties.filter((id) => !partyKnown(id)),
    invalidTags: addressed.tags.filter((id) => !tagKnown(id)),
  };
}
