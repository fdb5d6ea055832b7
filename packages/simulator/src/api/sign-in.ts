import { type Endpoint, ok, refuse } from "./endpoint.ts";

/** A member, or an outsider's openid, which an internal app must turn away. [91023] */
const getUserInfo: Endpoint = {
  method: "GET",
  path: "/cgi-bin/auth/getuserinfo",
  access: "app",
  uncounted: true,
  answer({ platform, query }) {
    const value = query.get("code");
    if (!value) return refuse(41008);
    const code = platform.oauth.spend(value);
    if (!code) return refuse(40029);
    if ("openid" in code.who) return ok({ openid: code.who.openid });
    const { userid } = code.who;
    return ok({
      userid,
      ...(code.scope === "snsapi_privateinfo"
        ? { user_ticket: platform.oauth.mintTicket(userid), expires_in: 1800 }
        : {}),
    });
  },
};

const getUserDetail: Endpoint = {
  method: "POST",
  path: "/cgi-bin/auth/getuserdetail",
  access: "app",
  answer({ platform, fields }) {
    const member = platform.directory.member(platform.oauth.ticketHolder(fields.text("user_ticket") ?? "") ?? "");
    if (!member) return refuse(40029);
    const { userid, mobile, email } = member;
    return ok({ userid, gender: "0", avatar: "", qr_code: "", mobile, email, biz_mail: email, address: "" });
  },
};

export const signInEndpoints: readonly Endpoint[] = [getUserInfo, getUserDetail];
