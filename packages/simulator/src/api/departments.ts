import type { Department } from "../state/directory.ts";
import { type BearerCall, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";

/** The department asked for with everything below it, or all the caller may see. [90208] */
function departmentsAsked({ platform, app, query }: BearerCall): readonly Department[] | Errcode {
  const { directory, apps } = platform;
  const visible = directory.departments().filter(({ id }) => !app || apps.seesDepartment(app, id));
  const asked = query.get("id");
  if (asked === null || asked === "") return visible;
  const id = Number(asked);
  if (!directory.department(id)) return 60123;
  if (!visible.some((department) => department.id === id)) return 60011;
  const under = new Set(directory.under(id));
  return visible.filter((department) => under.has(department.id));
}

const list: Endpoint = {
  method: "GET",
  path: "/cgi-bin/department/list",
  access: "app",
  answer(call) {
    const found = departmentsAsked({ ...call, bearer: call.app.agentid });
    if (typeof found === "number") return refuse(found, undefined, { department: [] });
    return ok({
      department: found.map(({ id, name, parentid, order, leaders }) => ({
        id,
        name,
        name_en: "",
        department_leader: leaders,
        parentid,
        order,
      })),
    });
  },
};

const simpleList: Endpoint = {
  method: "GET",
  path: "/cgi-bin/department/simplelist",
  access: "app-or-contact-sync",
  answer(call) {
    const found = departmentsAsked(call);
    if (typeof found === "number") return refuse(found, undefined, { department_id: [] });
    return ok({ department_id: found.map(({ id, parentid, order }) => ({ id, parentid, order })) });
  },
};

export const departmentEndpoints: readonly Endpoint[] = [list, simpleList];
