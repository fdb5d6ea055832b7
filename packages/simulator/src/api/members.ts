import { createHash } from "node:crypto";
import type { Platform } from "../platform.ts";
import type { App } from "../state/apps.ts";
import type { Member } from "../state/directory.ts";
import { type AppCall, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";

/** The id under which a member is known to bots whose creator is no super admin. [101521] */
export const openUserId = ({ corpid }: Readonly<{ corpid: string }>, userid: string): string =>
  `wo${createHash("sha256").update(`${corpid}:${userid.toLowerCase()}`).digest("base64url").slice(0, 30)}`;

/** What user/get shows; the sensitive fields only to apps created before 2022-06-20. [90196] */
function shown(platform: Platform, app: App, member: Member) {
  const { userid, name, department, position, alias, status, directLeader, mobile, email } = member;
  return {
    userid,
    name,
    department,
    order: department.map(() => 0),
    position,
    is_leader_in_dept: department.map((id) => (member.leaderOf.includes(id) ? 1 : 0)),
    direct_leader: directLeader,
    telephone: "",
    alias,
    status,
    open_userid: openUserId(platform.corp, userid),
    main_department: department[0],
    extattr: { attrs: [] },
    ...(app.legacy
      ? { mobile, email, biz_mail: email, gender: "0", avatar: "", thumb_avatar: "", address: "", qr_code: "" }
      : {}),
  };
}

const getMember: Endpoint = {
  method: "GET",
  path: "/cgi-bin/user/get",
  access: "app",
  answer({ platform, app, query }) {
    const member = platform.directory.member(query.get("userid") ?? "");
    if (!member) return refuse(60111);
    return platform.apps.sees(app, member.userid) ? ok(shown(platform, app, member)) : refuse(60011);
  },
};

/** The department named by the query, or why its members may not be read. */
function departmentAsked({ platform, app, query }: AppCall): number | Readonly<{ refused: Errcode }> {
  const id = Number(query.get("department_id"));
  if (!platform.directory.department(id)) return { refused: 60123 };
  return platform.apps.seesDepartment(app, id) ? id : { refused: 60011 };
}

/** Direct members only: who wants all walks the departments. [90200] */
const simpleList: Endpoint = {
  method: "GET",
  path: "/cgi-bin/user/simplelist",
  access: "app",
  answer(call) {
    const asked = departmentAsked(call);
    if (typeof asked !== "number") return refuse(asked.refused, undefined, { userlist: [] });
    const members = call.platform.directory.membersIn(asked);
    return ok({ userlist: members.map(({ userid, name, department }) => ({ userid, name, department })) });
  },
};

const detailedList: Endpoint = {
  method: "GET",
  path: "/cgi-bin/user/list",
  access: "app",
  answer(call) {
    const asked = departmentAsked(call);
    if (typeof asked !== "number") return refuse(asked.refused, undefined, { userlist: [] });
    const members = call.platform.directory.membersIn(asked);
    return ok({ userlist: members.map((member) => shown(call.platform, call.app, member)) });
  },
};

/** One row for every member and department of his; for the contacts-sync secret only. [96067] */
const listIds: Endpoint = {
  method: "POST",
  path: "/cgi-bin/user/list_id",
  access: "app-or-contact-sync",
  answer({ platform, bearer, fields }) {
    if (bearer !== "contact-sync") return refuse(48002);
    const limit = fields.integer("limit") ?? 10_000;
    if (limit < 1 || limit > 10_000) return refuse(40035, "limit");
    const from = Number(fields.text("cursor") || "0");
    const rows = platform.directory
      .members()
      .flatMap(({ userid, department }) => department.map((id) => ({ userid, department: id })));
    const next = from + limit < rows.length ? String(from + limit) : "";
    return ok({ next_cursor: next, dept_user: rows.slice(from, from + limit) });
  },
};

const openToPlain: Endpoint = {
  method: "POST",
  path: "/cgi-bin/batch/openuserid_to_userid",
  access: "app",
  answer({ platform, app, fields }) {
    const asked = fields.texts("open_userid_list") ?? [];
    if (asked.length < 1 || asked.length > 1000) return refuse(40035, "open_userid_list");
    const visible = platform.apps.visibleMembers(app);
    const found = asked.flatMap((open) => {
      const member = visible.find(({ userid }) => openUserId(platform.corp, userid) === open);
      return member ? [{ userid: member.userid, open_userid: open }] : [];
    });
    const known = new Set(found.map(({ open_userid }) => open_userid));
    return ok({ userid_list: found, invalid_open_userid_list: asked.filter((open) => !known.has(open)) });
  },
};

export const memberEndpoints: readonly Endpoint[] = [getMember, simpleList, detailedList, listIds, openToPlain];
