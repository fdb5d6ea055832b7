/** A run of words in a bubble. Only http links are followed. */
export type Inline = Readonly<
  | { kind: "text" | "bold" | "code"; text: string }
  | { kind: "tint"; text: string; tint: "info" | "comment" | "warning" }
  | { kind: "link"; text: string; url: string }
>;

/** A line or block of a bubble. */
export type Block = Readonly<{ kind: "line" | "heading" | "quote"; level?: number; inlines: readonly Inline[] }>;

export const isHttp = (url: unknown): url is string => typeof url === "string" && /^https?:\/\//i.test(url);

type Pattern = Readonly<{ form: RegExp; read: (match: RegExpExecArray) => Inline }>;

/** Splits a line into runs: the earliest match wins, then the earlier pattern. */
export function readInlines(line: string, patterns: readonly Pattern[]): Inline[] {
  const runs: Inline[] = [];
  let rest = line;
  while (rest !== "") {
    const found = patterns
      .flatMap(({ form, read }) => {
        const match = form.exec(rest);
        return match ? [{ match, read }] : [];
      })
      .sort((a, b) => a.match.index - b.match.index)[0];
    if (!found) return [...runs, { kind: "text", text: rest }];
    const { match, read } = found;
    if (match.index > 0) runs.push({ kind: "text", text: rest.slice(0, match.index) });
    runs.push(read(match));
    rest = rest.slice(match.index + match[0].length);
  }
  return runs;
}

const link = (text: string, url: string): Inline =>
  isHttp(url) ? { kind: "link", text, url } : { kind: "text", text };

/** `<a href="…">…</a>`, the only tag a text message knows. [90236] */
const ANCHOR: Pattern = {
  form: /<a\s+href=["']([^"']*)["'][^>]*>(.*?)<\/a>/i,
  read: ([, url = "", text = ""]) => link(text, url),
};

const MARKDOWN: readonly Pattern[] = [
  { form: /\[([^\]]+)\]\(([^)\s]+)\)/, read: ([, text = "", url = ""]) => link(text, url) },
  { form: /\*\*(.+?)\*\*/, read: ([, text = ""]) => ({ kind: "bold", text }) },
  { form: /`([^`]+)`/, read: ([, text = ""]) => ({ kind: "code", text }) },
  {
    form: /<font\s+color=["'](info|comment|warning)["']>(.*?)<\/font>/i,
    read: ([, tint = "comment", text = ""]) => ({
      kind: "tint",
      text,
      tint: tint === "info" || tint === "warning" ? tint : "comment",
    }),
  },
];

/** A text message: line breaks and links, nothing else. */
export function textBlocks(text: string): Block[] {
  return text.split("\n").map((line) => ({ kind: "line", inlines: readInlines(line, [ANCHOR]) }));
}

/** The subset of markdown the client knows: headings, quotes, bold, code, links, three colours. [90236] */
export function markdownBlocks(text: string): Block[] {
  return text.split("\n").map((line) => {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) {
      return { kind: "heading", level: heading[1]?.length ?? 1, inlines: readInlines(heading[2] ?? "", MARKDOWN) };
    }
    const quote = /^>\s?(.*)$/.exec(line);
    if (quote) return { kind: "quote", inlines: readInlines(quote[1] ?? "", MARKDOWN) };
    return { kind: "line", inlines: readInlines(line, MARKDOWN) };
  });
}

/** A text card's description: three tints in `<div>`s, and line breaks. [90236] */
export function textcardBlocks(text: string): Block[] {
  return text
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/div>(?!\n|$)/gi, "</div>\n")
    .split("\n")
    .map((line) => ({ kind: "line", inlines: readInlines(line, [DIVISION]) }));
}

const TINTS: Readonly<Record<string, "info" | "comment" | "warning">> = { gray: "comment", highlight: "warning" };
const DIVISION: Pattern = {
  form: /<div\s+class=["'](gray|highlight|normal)["']>(.*?)<\/div>/i,
  read([, name = "", text = ""]) {
    const tint = TINTS[name.toLowerCase()];
    return tint ? { kind: "tint", text, tint } : { kind: "text", text };
  },
};
