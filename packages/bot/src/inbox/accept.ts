import type { Acceptance, InboxDoor } from "../store/inbox-port.ts";
import type { ProvedCallback } from "../wecom/callback-route.ts";

/**
 * Puts proved callbacks of one organ into its inbox, once each; durable when the promise resolves.
 * `wake` is told of a new message so that it need not wait for the next poll.
 */
export function createAccept(organ: string, door: InboxDoor, wake: () => void) {
  return async function accept(proved: ProvedCallback): Promise<Acceptance> {
    const acceptance = await door.accept({
      organ,
      key: proved.key,
      from: proved.message.from.toLowerCase(), // ids compare without regard to case
      sentAt: proved.message.sentAt,
      receivedAt: proved.receivedAt,
      payload: JSON.stringify(proved.message),
      nonce: proved.nonce,
      bodyDigest: proved.bodyDigest,
    });
    if (acceptance === "accepted") wake();
    return acceptance;
  };
}
