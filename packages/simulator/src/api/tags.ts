import { type Endpoint, ok, refuse } from "./endpoint.ts";

const list: Endpoint = {
  method: "GET",
  path: "/cgi-bin/tag/list",
  access: "app",
  answer: ({ platform }) =>
    ok({ taglist: platform.directory.tags().map(({ tagid, name }) => ({ tagid, tagname: name })) }),
};

/** Members outside the app's visible range are left out. [90213] */
const get: Endpoint = {
  method: "GET",
  path: "/cgi-bin/tag/get",
  access: "app",
  answer({ platform, app, query }) {
    const tag = platform.directory.tag(Number(query.get("tagid")));
    if (!tag) return refuse(40068);
    const members = tag.users.flatMap((userid) => platform.directory.member(userid) ?? []);
    const visible = members.filter(({ userid }) => platform.apps.sees(app, userid));
    return ok({
      tagname: tag.name,
      userlist: visible.map(({ userid, name }) => ({ userid, name })),
      partylist: tag.parties,
    });
  },
};

export const tagEndpoints: readonly Endpoint[] = [list, get];
