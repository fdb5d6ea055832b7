import type { Platform } from "../platform.ts";
import type { MediaType } from "../state/media-store.ts";
import type { Fields } from "../state/timeline.ts";
import { byteLength, cutToBytes } from "../wire/byte-limit.ts";
import type { Errcode } from "./errcodes.ts";
import { type JsonFields, jsonFields } from "./json-fields.ts";

/** What a message shows once the platform has cut it to size, or why it is refused. */
export type Shaped = Readonly<{ body: Fields }> | Readonly<{ refused: Errcode; detail?: string }>;
export type Shaping = Readonly<{ platform: Platform; content: JsonFields }>;
type Shape = (shaping: Shaping) => Shaped;

const refused = (errcode: Errcode, detail?: string): Shaped =>
  detail === undefined ? { refused: errcode } : { refused: errcode, detail };

function cut({ violations }: Platform, text: string, bytes: number, what: string): string {
  if (byteLength(text) <= bytes) return text;
  violations.note("text-cut", `${what}: ${byteLength(text)} of ${bytes} bytes`);
  return cutToBytes(text, bytes);
}

function cutCharacters({ violations }: Platform, text: string, characters: number, what: string): string {
  const all = [...text];
  if (all.length <= characters) return text;
  violations.note("text-cut", `${what}: ${all.length} of ${characters} characters`);
  return all.slice(0, characters).join("");
}

/** Text is cut at 2048 bytes, without an error. */
const text: Shape = ({ platform, content }) => {
  const said = content.text("content");
  if (!said) return refused(44004);
  return { body: { content: cut(platform, said, 2048, "text.content") } };
};

const markdown: Shape = ({ platform, content }) => {
  const said = content.text("content");
  if (!said) return refused(44004);
  if (byteLength(said) > 2048 && platform.switches.longMarkdown === "refuse") return refused(45002);
  return { body: { content: cut(platform, said, 2048, "markdown.content") } };
};

const textcard: Shape = ({ platform, content }) => {
  const [title, description, url] = [content.text("title"), content.text("description"), content.text("url")];
  if (!title) return refused(41016);
  if (!description) return refused(41033);
  if (!url) return refused(41010);
  if (!/^https?:\/\//i.test(url)) return refused(45034);
  if (byteLength(url) > 2048) return refused(45002, "textcard.url");
  return {
    body: {
      title: cutCharacters(platform, title, 128, "textcard.title"),
      description: cutCharacters(platform, description, 512, "textcard.description"),
      url,
      btntxt: cutCharacters(platform, content.text("btntxt") ?? "详情", 4, "textcard.btntxt"),
    },
  };
};

const news: Shape = ({ platform, content }) => {
  const articles = content.objects("articles") ?? [];
  if (articles.length < 1 || articles.length > 8) return refused(45008);
  if (articles.some((article) => !article.text("title"))) return refused(41016);
  if (articles.some((article) => !article.text("url") && !article.text("appid"))) return refused(41010);
  return {
    body: {
      articles: articles.map((article) => ({
        ...article.tree,
        title: cut(platform, article.text("title") ?? "", 128, "news.title"),
        description: cut(platform, article.text("description") ?? "", 512, "news.description"),
      })),
    },
  };
};

const mpnews: Shape = ({ platform, content }) => {
  const articles = content.objects("articles") ?? [];
  if (articles.length < 1 || articles.length > 8) return refused(45008);
  for (const article of articles) {
    if (!article.text("title")) return refused(41016);
    if (!article.text("content")) return refused(44004);
    if (byteLength(article.text("content") ?? "") > 666 * 1024) return refused(45002);
    const thumb = platform.media.get(article.text("thumb_media_id") ?? "");
    if (thumb?.type !== "image") return refused(40007);
  }
  return { body: content.tree };
};

const media =
  (type: MediaType): Shape =>
  ({ platform, content }) => {
    const mediaId = content.text("media_id");
    if (!mediaId) return refused(41006);
    const kept = platform.media.get(mediaId);
    if (!kept || kept.webhookKey !== undefined) {
      platform.violations.note("media-expired", `${type} ${mediaId}`);
      return refused(40007);
    }
    if (kept.type !== type) return refused(40004, `uploaded as ${kept.type}`);
    const title = cut(platform, content.text("title") ?? "", 128, "title");
    const description = cut(platform, content.text("description") ?? "", 512, "description");
    const file = { media_id: mediaId, filename: kept.filename, size: kept.bytes.length };
    return { body: type === "video" ? { ...file, title, description } : file };
  };

const miniprogramNotice: Shape = ({ content }) => {
  if (!content.text("appid")) return refused(42030);
  if (!content.text("title")) return refused(41016);
  return { body: content.tree };
};

/** Every msgtype but the card; `template_card` has a life of its own. [90236] */
export const MESSAGE_KINDS: ReadonlyMap<string, Shape> = new Map([
  ["text", text],
  ["markdown", markdown],
  ["textcard", textcard],
  ["news", news],
  ["mpnews", mpnews],
  ["image", media("image")],
  ["voice", media("voice")],
  ["file", media("file")],
  ["video", media("video")],
  ["miniprogram_notice", miniprogramNotice],
]);

/** The content object of a message; an absent one is read as empty. */
export const contentOf = (fields: JsonFields, msgtype: string): JsonFields =>
  fields.object(msgtype) ?? jsonFields({}, msgtype, fields.ignored);
