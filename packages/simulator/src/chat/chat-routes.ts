import { randomBytes } from "node:crypto";
import type { Platform } from "../platform.ts";
import type { Media } from "../state/media-store.ts";
import type { Speaker } from "../state/timeline.ts";
import { escapeHtml } from "../wire/escape-html.ts";
import { htmlReply, jsonReply, type Reply } from "../wire/http-reply.ts";
import { chatPage } from "./chat-page.ts";
import { chatView } from "./chat-view.ts";

type Asked = Readonly<{ method: string; url: URL }>;

/** The chat in the browser: the page, what it shows, and its files. */
export function chatReply(platform: Platform, { method, url }: Asked): Reply | undefined {
  if (method !== "GET") return undefined;
  if (url.pathname === "/chat") return page(platform, url);
  if (url.pathname === "/chat/view") return view(platform, url);
  const file = /^\/chat\/files\/([A-Za-z0-9]+)$/.exec(url.pathname);
  return file ? fileReply(platform.media.shown(file[1] ?? "")) : undefined;
}

/** The app or bot named by the address; the first app otherwise. */
function speakerOf({ apps, bots }: Platform, url: URL): Readonly<{ speaker: Speaker; name: string }> | undefined {
  const bot = bots.get(url.searchParams.get("bot") ?? "");
  if (bot) return { speaker: bot.id, name: bot.name };
  const asked = url.searchParams.get("agentid");
  const app = asked === null ? apps.all()[0] : apps.get(Number(asked));
  return app && { speaker: app.agentid, name: app.name };
}

/** Our own script only, and only pages of this machine may frame it. */
function policy(nonce: string): string {
  const framers = "http://127.0.0.1:* http://localhost:*";
  return `default-src 'none'; connect-src 'self'; img-src 'self' data:; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' ${framers}`;
}

function page(platform: Platform, url: URL): Reply {
  const nonce = randomBytes(16).toString("base64");
  const chat = speakerOf(platform, url);
  const member = platform.directory.member(url.searchParams.get("user") ?? "");
  if (!chat || !member) return htmlReply(200, memberList(platform));
  const headers = { "content-security-policy": policy(nonce), "cache-control": "no-store" };
  return htmlReply(200, chatPage({ ...chat, member, corp: platform.corp.name, nonce }), headers);
}

function memberList({ directory }: Platform): string {
  const rows = directory
    .members()
    .map(({ userid, name }) => `<li><a href="/chat?user=${encodeURIComponent(userid)}">${escapeHtml(name)}</a></li>`);
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>选择成员</title><h1>打开谁的聊天？</h1><ul>${rows.join("")}</ul></html>`;
}

function view(platform: Platform, url: URL): Reply {
  const chat = speakerOf(platform, url);
  const member = platform.directory.member(url.searchParams.get("user") ?? "");
  if (!chat || !member) return jsonReply(404, { error: "没有这位成员。" });
  const shown = chatView(platform, member, chat.speaker);
  return jsonReply(200, url.searchParams.get("revision") === shown.revision ? { revision: shown.revision } : shown);
}

/** Pictures of these kinds are shown; everything else is downloaded. */
const PICTURES: readonly (readonly [magic: string, type: string])[] = [
  ["\x89PNG", "image/png"],
  ["\xff\xd8\xff", "image/jpeg"],
];

function fileReply(media: Media | undefined): Reply {
  if (!media) return htmlReply(404, "文件已过期。");
  const head = media.bytes.subarray(0, 4).toString("latin1");
  const picture = PICTURES.find(([magic]) => head.startsWith(magic))?.[1];
  const name = encodeURIComponent(media.filename || "file");
  return {
    status: 200,
    headers: {
      "content-type": picture ?? "application/octet-stream",
      "content-disposition": `${picture ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "x-content-type-options": "nosniff",
    },
    body: media.bytes,
  };
}
