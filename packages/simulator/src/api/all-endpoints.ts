import { addressEndpoints } from "./addresses.ts";
import { appChatEndpoints } from "./app-chats.ts";
import { cardUpdateEndpoints } from "./card-update.ts";
import { departmentEndpoints } from "./departments.ts";
import type { Endpoint } from "./endpoint.ts";
import { tokenEndpoints } from "./get-token.ts";
import { mediaEndpoints } from "./media.ts";
import { memberEndpoints } from "./members.ts";
import { menuEndpoints } from "./menu.ts";
import { messageRecallEndpoints } from "./message-recall.ts";
import { messageSendEndpoints } from "./message-send.ts";
import { pageTicketEndpoints } from "./page-tickets.ts";
import { signInEndpoints } from "./sign-in.ts";
import { tagEndpoints } from "./tags.ts";
import { webhookEndpoints } from "./webhook.ts";

/** The server API, one family a file. A path missing here is a page not found, as on the platform. */
const ENDPOINTS: readonly Endpoint[] = [
  ...tokenEndpoints,
  ...messageSendEndpoints,
  ...cardUpdateEndpoints,
  ...messageRecallEndpoints,
  ...appChatEndpoints,
  ...mediaEndpoints,
  ...menuEndpoints,
  ...memberEndpoints,
  ...departmentEndpoints,
  ...tagEndpoints,
  ...signInEndpoints,
  ...pageTicketEndpoints,
  ...addressEndpoints,
  ...webhookEndpoints,
];

const byPath = new Map(ENDPOINTS.map((endpoint) => [endpoint.path, endpoint]));
export const endpointAt = (path: string): Endpoint | undefined => byPath.get(path);
