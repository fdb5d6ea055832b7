import type { Fields } from "./timeline.ts";

export type MenuButton = Readonly<{
  name: string;
  type?: string;
  key?: string;
  url?: string;
  sub_button?: readonly MenuButton[];
  raw: Fields;
}>;

/** Each app's menu, as last created. */
export function createMenus() {
  const byAgent = new Map<number, readonly MenuButton[]>();
  return {
    set: (agentid: number, buttons: readonly MenuButton[]) => void byAgent.set(agentid, buttons),
    get: (agentid: number) => byAgent.get(agentid),
    remove: (agentid: number) => byAgent.delete(agentid),
    /** The buttons a member can press, without the ones that only open a submenu. */
    leaves: (agentid: number) => (byAgent.get(agentid) ?? []).flatMap((button) => button.sub_button ?? [button]),
  };
}
