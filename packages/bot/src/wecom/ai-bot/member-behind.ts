import type { SharedCache } from "../../store/lease-port.ts";
import type { WecomClient } from "../api-client.ts";

const DAY = 86_400_000;

/**
 * The plain id behind an id the AI bot was told: encrypted where the bot's creator is no super administrator
 * (document/path/101521). An id that cannot be read is passed on as it is, and is then nobody we know.
 */
export function createMemberBehind(client: Pick<WecomClient, "plainMemberIds">, cache: SharedCache) {
  return async function memberIdOf(id: string): Promise<string> {
    const name = `member-behind:${id}`;
    const kept = await cache.get(name).catch(() => undefined);
    if (kept !== undefined) return kept;
    const plain = await client.plainMemberIds([id]).catch(() => undefined);
    if (!plain) return id;
    const member = plain.get(id) ?? id; // plain ids come back as invalid: they need no reading
    await cache.set(name, member, DAY).catch(() => undefined);
    return member;
  };
}
