import { createSimulator, type Simulator } from "@gongkai/simulator";
import type { Credentials } from "../config/environment.ts";
import { fixedMembers, type Organ } from "../config/organ.ts";

/** The platform on loopback, with the office's people in it. */
export type DemoPlatform = Readonly<{ simulator: Simulator; credentials: Credentials }>;

const AGENT = 1_000_002;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Keys of one run, as the platform would hand them out. `random` is cryptographic: the callback is a real door. */
function freshCredentials(random: (below: number) => number): Credentials {
  const word = (length: number) => Array.from({ length }, () => LETTERS[random(LETTERS.length)] ?? "A").join("");
  return {
    corpId: `ww${word(16).toLowerCase()}`,
    agentId: String(AGENT),
    secret: word(43),
    token: word(32),
    aesKey: word(43),
  };
}

/** Starts the simulated platform; its callback is set once the bot's own address is known. */
export async function startPlatform(organ: Organ, random: (below: number) => number): Promise<DemoPlatform> {
  const credentials = freshCredentials(random);
  const { office, settings } = organ;
  const departments = office.sections.map(({ label, key }, at) => ({
    id: at + 2,
    name: label,
    parentid: 1,
    order: at,
    leaders: settings.members
      .filter(({ section, roles }) => section === key && roles.includes("head"))
      .map(({ id }) => id),
  }));
  const simulator = await createSimulator({
    clock: { mode: "real" },
    corp: { corpid: credentials.corpId, name: office.name },
    departments: [{ id: 1, name: office.name, parentid: 0, order: 0, leaders: [] }, ...departments],
    users: fixedMembers(settings).map(({ id, name, section }) => ({
      userid: id,
      name,
      department: [departments.find(({ name }) => name === labelOf(organ, section))?.id ?? 1],
    })),
    apps: [
      {
        agentid: AGENT,
        name: "公开台账",
        secret: credentials.secret,
        token: credentials.token,
        aesKey: credentials.aesKey,
      },
    ],
  });
  return { simulator, credentials };
}

const labelOf = ({ office }: Organ, key: string): string | undefined =>
  office.sections.find((section) => section.key === key)?.label;
