import type { Endpoint } from "./endpoint.ts";
import { ok, refuse } from "./endpoint.ts";

/** So many wrong secrets from one address in an hour block it for an hour (45009). [90313] */
const WRONG_SECRETS = 20;
/** So many fetches of one valid token are a client that does not keep it. */
const FETCHES = 20;
const HOUR = 3_600_000;

/** GET gettoken: one token per corporation and secret, the same while it is valid. [91039] */
const getToken: Endpoint = {
  method: "GET",
  path: "/cgi-bin/gettoken",
  access: "anyone",
  answer({ platform, query, fromIp }) {
    const { apps, tokens, rates, violations, settings, switches, clock } = platform;
    const corpid = query.get("corpid");
    const secret = query.get("corpsecret");
    if (!corpid) return refuse(41002);
    if (!secret) return refuse(41004);
    const wrongFrom = `wrong-secret:${fromIp}`;
    if (rates.within(wrongFrom, HOUR) >= WRONG_SECRETS) return refuse(45009);
    const bearer = secret === settings.contactSync?.secret ? "contact-sync" : apps.bySecret(secret)?.agentid;
    const wrongCorp = corpid !== platform.corp.corpid;
    if (wrongCorp || bearer === undefined) {
      rates.add(wrongFrom);
      violations.note("secret-wrong", `corpid ${corpid}`);
      return refuse(wrongCorp ? 40013 : 40001);
    }
    const token = tokens.fetch(bearer);
    if (token.fetches > FETCHES) violations.note("token-fetched-too-often", `${token.fetches} times for ${bearer}`);
    const left = Math.floor((token.expiresAt - clock.now()) / 1000);
    return ok({ access_token: token.value, expires_in: switches.tokenLifeShown === "full" ? 7200 : left });
  },
};

export const tokenEndpoints: readonly Endpoint[] = [getToken];
