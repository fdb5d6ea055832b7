import type { Platform } from "../platform.ts";
import type { Member } from "../state/directory.ts";
import type { MenuButton } from "../state/menus.ts";
import type { Message, Speaker } from "../state/timeline.ts";
import { type CardView, cardView } from "./card-view.ts";
import { type Block, isHttp, markdownBlocks, textBlocks, textcardBlocks } from "./inline.ts";

/** What one message looks like. */
export type Bubble = Readonly<
  | { look: "words"; blocks: readonly Block[] }
  | { look: "file"; name: string; size: string; url: string }
  | { look: "picture"; name: string; url: string }
  | { look: "notice"; text: string }
  | { look: "link"; title: string; blocks: readonly Block[]; url?: string; action: string }
  | { look: "card"; card: CardView }
>;
export type ChatItem = Readonly<{
  seq: number;
  time: string;
  mine: boolean;
  failed: boolean;
  bubbles: readonly Bubble[];
}>;
export type MenuEntry = Readonly<{ name: string; key?: string; url?: string; entries?: readonly MenuEntry[] }>;
/** Everything the page shows; a new `revision` for every change. */
export type ChatView = Readonly<{ revision: string; items: readonly ChatItem[]; menu: readonly MenuEntry[] }>;

export function chatView(platform: Platform, { userid }: Member, speaker: Speaker): ChatView {
  const menu = typeof speaker === "number" ? (platform.menus.get(speaker) ?? []) : [];
  const items = platform.timelines
    .of(userid)
    .filter((message) => message.speaker === speaker && message.state !== "dropped")
    .map((message) => itemOf(platform, message));
  const revision = `${platform.timelines.revision(userid)}.${menu.map(({ name }) => name).join(",")}`;
  return { revision, items, menu: menu.map((button) => entryOf(userid, button)) };
}

const asTime = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});

function itemOf(platform: Platform, message: Message): ChatItem {
  const mine = message.from === "member";
  return {
    seq: message.seq,
    time: asTime.format(message.at),
    mine,
    failed: message.state === "undelivered",
    bubbles:
      message.state === "recalled" ? [{ look: "notice", text: "对方撤回了一条消息" }] : bubblesOf(platform, message),
  };
}

export const fileUrl = (mediaId: string): string => `/chat/files/${encodeURIComponent(mediaId)}`;
/** Links open as the member whose chat it is. */
const openUrl = (userid: string, url: string) => `/open?${new URLSearchParams({ user: userid, url })}`;

function bubblesOf(platform: Platform, { msgtype, body, card, userid }: Message): readonly Bubble[] {
  const word = (name: string) => (typeof body[name] === "string" ? body[name] : "");
  const linked = (url: unknown) => (isHttp(url) ? { url: openUrl(userid, url) } : {});
  const through = (blocks: readonly Block[]): Block[] =>
    blocks.map((block) => ({
      ...block,
      inlines: block.inlines.map((run) => (run.kind === "link" ? { ...run, url: openUrl(userid, run.url) } : run)),
    }));
  const media = platform.media.shown(word("media_id"));
  const file = { name: media?.filename || "未命名文件", url: fileUrl(word("media_id")) };
  switch (msgtype) {
    case "text":
      return [{ look: "words", blocks: through(textBlocks(word("content"))) }];
    case "markdown":
    case "markdown_v2":
    case "stream":
      return [{ look: "words", blocks: through(markdownBlocks(word("content"))) }];
    case "template_card":
      return card ? [{ look: "card", card: linkedCard(cardView(card, fileUrl), userid) }] : [];
    case "textcard":
      return [
        {
          look: "link",
          title: word("title"),
          blocks: textcardBlocks(word("description")),
          action: word("btntxt"),
          ...linked(body.url),
        },
      ];
    case "news":
      return listOf(body.articles).map((article) => ({
        look: "link",
        title: String(article.title ?? ""),
        blocks: textBlocks(String(article.description ?? "")),
        action: "阅读全文",
        ...linked(article.url),
      }));
    case "image":
      return [{ look: "picture", ...file }];
    case "file":
    case "voice":
    case "video":
      return [{ look: "file", ...file, size: sizeInWords(media?.bytes.length ?? 0) }];
    case "location":
      return [{ look: "words", blocks: textBlocks(`位置：${word("label")}`) }];
    default:
      return [{ look: "notice", text: "这条消息请在手机上查看" }];
  }
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);

function linkedCard(card: CardView, userid: string): CardView {
  const through = <T extends Readonly<{ url?: string }>>(place: T): T =>
    isHttp(place.url) ? { ...place, url: openUrl(userid, place.url) } : place;
  return {
    ...through(card),
    rows: card.rows.map(through),
    jumps: card.jumps.map(through),
    buttons: card.buttons.map(through),
  };
}

function entryOf(userid: string, button: MenuButton): MenuEntry {
  if (button.sub_button)
    return { name: button.name, entries: button.sub_button.map((below) => entryOf(userid, below)) };
  if (button.type === "view" && isHttp(button.url)) {
    return { name: button.name, key: button.url, url: openUrl(userid, button.url) };
  }
  return { name: button.name, ...(button.key === undefined ? {} : { key: button.key }) };
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
