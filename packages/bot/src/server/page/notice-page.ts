import { html } from "./html.ts";
import { page } from "./shell.ts";

/** One sentence and nothing else: for somebody who sees no page. */
export const noticePage = (words: string): string =>
  page("公开台账", html`<main class="single"><section class="panel"><p>${words}</p></section></main>`);
