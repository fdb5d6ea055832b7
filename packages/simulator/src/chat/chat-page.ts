import type { Member } from "../state/directory.ts";
import type { Speaker } from "../state/timeline.ts";
import { escapeHtml } from "../wire/escape-html.ts";
import { PAGE_SCRIPT } from "./page-script.ts";
import { PAGE_STYLE } from "./page-style.ts";

type ChatOf = Readonly<{ member: Member; speaker: Speaker; name: string; corp: string; nonce: string }>;

/** One member's chat with one app: a whole page without outside resources. */
export function chatPage({ member, speaker, name, corp, nonce }: ChatOf): string {
  const [who, app] = [escapeHtml(member.name), escapeHtml(name)];
  const place = escapeHtml(
    JSON.stringify({ user: member.userid, [typeof speaker === "number" ? "agentid" : "bot"]: speaker }),
  );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${who} · ${app}</title>
<style nonce="${nonce}">${PAGE_STYLE}</style>
</head>
<body data-place="${place}" data-app="${app}" data-me="${who}">
<header>
<h1>${app}</h1>
<p>${escapeHtml(corp)} · ${who}</p>
</header>
<main>
<ol id="log" role="log" aria-label="聊天记录" tabindex="0"></ol>
<p id="empty">还没有消息，说一句试试。</p>
</main>
<footer>
<p id="trouble" role="alert"></p>
<nav id="menu" aria-label="应用菜单" hidden></nav>
<form id="say" autocomplete="off">
<label for="words" class="hidden">输入消息</label>
<textarea id="words" rows="1" placeholder="输入消息" enterkeyhint="send"></textarea>
<input id="picture" type="file" accept="image/png,image/jpeg" class="hidden" aria-label="选择图片" tabindex="-1">
<button type="button" id="pick" aria-label="发送图片" title="发送图片">＋</button>
<button type="submit">发送</button>
</form>
</footer>
<script nonce="${nonce}">${PAGE_SCRIPT}</script>
</body>
</html>`;
}
