import type { IncomingMessage } from "node:http";
import type { Platform } from "../platform.ts";
import type { Member } from "../state/directory.ts";
import { escapeHtml } from "../wire/escape-html.ts";
import { htmlReply, type Reply, redirectReply } from "../wire/http-reply.ts";

type Asked = Readonly<{ request: IncomingMessage; method: string; url: URL }>;

const COOKIE = "wecom_sim_user";

/** The pages around OAuth sign-in: who is asking, and the redirect back with a code. [91022] */
export function signInReply(platform: Platform, { request, method, url }: Asked): Reply | undefined {
  if (method !== "GET") return undefined;
  if (url.pathname === "/connect/oauth2/authorize") return authorize(platform, url, signedInAs(platform, request, url));
  if (url.pathname === "/open") return openAs(platform, url);
  return undefined;
}

/** A link pressed in a member's chat: the browser then acts as that member. */
function openAs(platform: Platform, url: URL): Reply {
  const member = platform.directory.member(url.searchParams.get("user") ?? "");
  const target = url.searchParams.get("url") ?? "";
  if (!member || !/^https?:\/\//i.test(target) || !URL.canParse(target)) return htmlReply(404, "没有这个地址。");
  const cookie = `${COOKIE}=${encodeURIComponent(member.userid)}; Path=/connect; HttpOnly; SameSite=Lax`;
  return redirectReply(new URL(target).href, { "set-cookie": cookie });
}

function signedInAs({ directory }: Platform, request: IncomingMessage, url: URL): Member | undefined {
  const chosen = url.searchParams.get("sim_user");
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? "")?.[1];
  return directory.member(chosen ?? (cookie === undefined ? "" : decodeURIComponent(cookie)));
}

const refused = (code: number, says: string) =>
  htmlReply(
    400,
    `<!DOCTYPE html><html lang="zh-CN"><title>无法登录</title><h1>无法登录</h1><p>${says}（${code}）</p></html>`,
  );

function authorize(platform: Platform, url: URL, member: Member | undefined): Reply {
  const { searchParams: query } = url;
  const redirect = query.get("redirect_uri") ?? "";
  const scope = query.get("scope");
  const state = query.get("state") ?? "";
  const agentid = query.get("agentid");
  if (query.get("appid") !== platform.corp.corpid) return refused(40013, "企业标识不对。");
  if (query.get("response_type") !== "code") return refused(40035, "参数 response_type 应为 code。");
  if (scope !== "snsapi_base" && scope !== "snsapi_privateinfo") return refused(40035, "参数 scope 不对。");
  if (scope === "snsapi_privateinfo" && agentid === null) return refused(40035, "缺少参数 agentid。");
  if (!/^[a-zA-Z0-9]{0,128}$/.test(state)) return refused(40035, "参数 state 只能是字母和数字，不超过一百二十八个。");
  if (!isTrusted(platform, redirect, agentid)) return refused(50001, "跳转地址的域名不是应用的可信域名。");
  if (!member) return chooseMember(platform, url);
  const back = new URL(redirect);
  back.searchParams.set("code", platform.oauth.mint({ userid: member.userid }, scope));
  back.searchParams.set("state", state);
  return redirectReply(back.href);
}

/** The host with its port must equal an app's trusted domain. [91022] */
function isTrusted({ apps }: Platform, redirect: string, agentid: string | null): boolean {
  if (!URL.canParse(redirect)) return false;
  const asking = agentid === null ? apps.all() : apps.all().filter((app) => String(app.agentid) === agentid);
  return asking.some(({ trustedDomain }) => trustedDomain === new URL(redirect).host);
}

/** In the client one is always somebody; in a bare browser one chooses. */
function chooseMember({ directory }: Platform, url: URL): Reply {
  const choices = directory.members().map(({ userid, name }) => {
    const target = new URL(url);
    target.searchParams.set("sim_user", userid);
    return `<li><a href="${escapeHtml(`${target.pathname}${target.search}`)}">${escapeHtml(name)}</a></li>`;
  });
  return htmlReply(
    200,
    `<!DOCTYPE html><html lang="zh-CN"><title>选择成员</title><h1>以谁的身份打开？</h1><ul>${choices.join("")}</ul></html>`,
  );
}
