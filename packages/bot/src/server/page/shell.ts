import { type Html, html } from "./html.ts";

/** One page: title, our one style sheet, the body. */
export function page(title: string, body: Html): string {
  const document = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
<script type="module" src="/assets/page.js"></script>
</head>
<body>
${body}
</body>
</html>
`;
  return document.text;
}

/** The strip on top of every page. */
export const topStrip = (office: string, note: string): Html =>
  html`<header class="top"><h1>公开台账</h1><p>${office}</p><p>${note}</p></header>`;
