import type { Platform } from "../platform.ts";
import type { Element } from "../wire/xml.ts";
import type { Delivery } from "./delivery.ts";
import type { Driver } from "./driver.ts";
import { eventOf } from "./inner-event.ts";

/** A change of the address book, told to the contacts-sync callback; ids only. [90970] */
export function tellContactChange(
  platform: Platform,
  driver: Driver,
  changeType: string,
  fields: readonly Element[],
): Delivery | undefined {
  const { contactSync } = platform.settings;
  if (!contactSync) return undefined;
  const { callbackUrl: url, token, aesKey } = contactSync;
  const { corpid } = platform.corp;
  return driver.send({
    agentid: 0,
    door: url === undefined ? undefined : { url, token, aesKey, receiveId: corpid, form: { as: "xml", corpid } },
    inner: eventOf({
      platform,
      userid: "sys",
      event: "change_contact",
      fields: [["ChangeType", changeType], ...fields],
    }),
    accept: (body) => (body === "" ? "empty" : "other-text"),
    gaveUp: () => undefined,
  });
}
