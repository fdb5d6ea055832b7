/** Runs in the browser. Everything is built as nodes with text, never as markup. */
export const PAGE_SCRIPT = String.raw`
"use strict";
const { user, ...chat } = JSON.parse(document.body.dataset.place);
const { app: appName, me } = document.body.dataset;
const find = (id) => document.getElementById(id);
const [log, menu, words, trouble, picture] = ["log", "menu", "words", "trouble", "picture"].map(find);
let revision = "";

function node(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name === "onclick") made.addEventListener("click", value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
}
const link = (text, url, props = {}) => node("a", { href: url, target: "_blank", rel: "noopener", ...props }, text);

async function act(verb, body) {
  trouble.textContent = "";
  try {
    const path = "/_sim/users/" + encodeURIComponent(user) + "/" + verb;
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...chat, ...body }),
    });
    if (!response.ok) throw new Error(String(response.status));
  } catch {
    trouble.textContent = "没有送出去，请再试一次。";
  }
  await look();
}

const runs = {
  text: (run) => run.text,
  bold: (run) => node("strong", {}, run.text),
  code: (run) => node("code", {}, run.text),
  tint: (run) => node("span", { class: run.tint }, run.text),
  link: (run) => link(run.text, run.url),
};
const tags = { line: "p", heading: "h2", quote: "blockquote" };
const block = ({ kind, level, inlines }) =>
  node(tags[kind], { class: level === 1 && "large" }, ...inlines.map((run) => runs[run.kind](run)));

const looks = {
  words: ({ blocks }) => node("div", { class: "bubble" }, ...blocks.map(block)),
  notice: ({ text }) => node("p", { class: "notice" }, text),
  picture: ({ name, url }) => link(node("img", { src: url, alt: name }), url, { class: "picture" }),
  file({ name, size, url }) {
    const kind = /\.([A-Za-z0-9]{1,4})$/.exec(name)?.[1]?.toLowerCase() ?? "";
    const mark = node("span", { class: "mark " + kind, "aria-hidden": "true" }, kind || "文件");
    return node("a", { class: "file", href: url, download: name, "aria-label": "下载 " + name },
      node("span", { class: "name" }, name, node("small", {}, size)), mark);
  },
  link: ({ title, blocks, url, action }) =>
    node("section", { class: "card", "aria-label": title },
      node("h2", {}, title),
      node("div", { class: "desc" }, ...blocks.map(block)),
      url ? link(action, url, { class: "more" }) : undefined),
  card: ({ card }) => cardNode(card),
};

function cardNode(card) {
  const closed = card.closed !== undefined;
  const part = (text, tag, name) => (text ? node(tag, { class: name }, text) : undefined);
  const made = node("section", { class: "card", "aria-label": card.title || card.subTitle },
    part(card.source, "header"),
    card.url ? node("h2", {}, link(card.title, card.url)) : part(card.title, "h2"),
    part(card.desc, "p", "desc"),
    card.emphasis && node("p", { class: "emphasis" }, card.emphasis.title, node("small", {}, card.emphasis.desc)),
    card.quote && node("blockquote", {}, [card.quote.title, card.quote.text].filter(Boolean).join("\n")),
    part(card.subTitle, "p", "sub"),
    ...card.paragraphs.map(({ title, desc }) => node("p", { class: "desc" }, node("strong", {}, title), "\n" + desc)),
    card.rows.length > 0 ? node("dl", {}, ...card.rows.flatMap(row)) : undefined,
    ...card.questions.map((question) => questionNode(card, question, closed)),
    ...card.jumps.map(({ title, url }) => (url ? link(title, url, { class: "more" }) : node("p", { class: "more" }, title))),
    card.buttons.length > 0 ? node("div", { class: "presses" }, ...pressesOf(card, closed)) : undefined,
    card.menu.length > 0 && !closed
      ? node("div", { class: "menu" }, ...card.menu.map(({ text, key }) =>
          node("button", { type: "button", onclick: () => press(card, key, made) }, text)))
      : undefined);
  function pressesOf({ buttons }) {
    if (closed) return [node("button", { type: "button", disabled: true }, card.closed)];
    return buttons.map(({ text, key, url, look }) => url
      ? link(text, url, { class: look })
      : node("button", { type: "button", class: look, onclick: () => press(card, key, made) }, text));
  }
  return made;
}
const row = ({ name, value, url }) => [node("dt", {}, name), node("dd", {}, url ? link(value, url) : value)];

function questionNode(card, { key, title, many, open, disabled, options }, closed) {
  const off = disabled || closed;
  const legend = title ? node("legend", {}, title) : undefined;
  if (!open) {
    const list = node("select", { "data-question": key, "aria-label": title || "请选择", disabled: off },
      ...options.map(({ id, text, chosen }) => node("option", { value: id, selected: chosen }, text)));
    return node("fieldset", {}, legend, list);
  }
  const group = card.taskId + "/" + key;
  return node("fieldset", {}, legend, ...options.map(({ id, text, chosen }) =>
    node("label", {}, node("input", {
      type: many ? "checkbox" : "radio", name: group, value: id, checked: chosen, disabled: off, "data-question": key,
    }), text)));
}

function press(card, key, made) {
  const selected = {};
  for (const { key: question } of card.questions) {
    const inputs = [...made.querySelectorAll("[data-question]")].filter((input) => input.dataset.question === question);
    selected[question] = inputs.filter((input) => input.tagName === "SELECT" || input.checked).map((input) => input.value);
  }
  for (const button of made.querySelectorAll("button")) button.disabled = true;
  revision = "";
  return act("click", { taskId: card.taskId, key, selected });
}

function itemNode(item, previous) {
  const who = item.mine ? me : appName;
  const shown = item.bubbles.map((bubble) => looks[bubble.look](bubble));
  const notice = item.bubbles.every(({ look }) => look === "notice");
  return node("li", { class: item.mine && "mine" },
    item.time !== previous?.time ? node("time", {}, item.time) : undefined,
    notice ? shown[0] : node("article", { class: "row", "aria-label": who + "说" },
      node("span", { class: "face", "aria-hidden": "true" }, [...who].slice(item.mine ? -2 : 0, item.mine ? undefined : 2).join("")),
      node("div", { class: "stack" }, ...shown, item.failed ? node("span", { class: "failed" }, "没有送达") : undefined)));
}

function menuNode({ name, key, url, entries }) {
  if (entries) {
    const list = node("ul", { hidden: true }, ...entries.map((entry) => node("li", {}, menuNode(entry))));
    const button = node("button", { type: "button", "aria-haspopup": "true", "aria-expanded": "false", onclick: () => toggle(list, button) }, name);
    return node("div", {}, button, list);
  }
  return node("button", { type: "button", onclick: () => {
    closeMenus();
    if (url) window.open(url, "_blank", "noopener");
    return act("menu", { key });
  } }, name);
}
function closeMenus() {
  for (const list of menu.querySelectorAll("ul")) list.hidden = true;
  for (const button of menu.querySelectorAll("[aria-expanded]")) button.setAttribute("aria-expanded", "false");
}
function toggle(list, button) {
  const opening = list.hidden;
  closeMenus();
  list.hidden = !opening;
  button.setAttribute("aria-expanded", String(opening));
}

function render(view) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  log.replaceChildren(...view.items.map((item, at) => itemNode(item, view.items[at - 1])));
  find("empty").hidden = view.items.length > 0;
  menu.replaceChildren(...view.menu.map(menuNode));
  menu.hidden = view.menu.length === 0;
  if (atEnd) log.scrollTop = log.scrollHeight;
}

async function look() {
  try {
    const query = new URLSearchParams({ user, ...chat, revision });
    const response = await fetch("/chat/view?" + query);
    if (!response.ok) return;
    const view = await response.json();
    if (!view.items) return;
    revision = view.revision;
    render(view);
  } catch {
    // the simulator is restarting; the next look will tell
  }
}
async function keepLooking() {
  await look();
  setTimeout(keepLooking, document.hidden ? 3000 : 700);
}

find("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const content = words.value.trim();
  if (content === "") return words.focus();
  words.value = "";
  log.scrollTop = log.scrollHeight;
  void act("say", { content });
});
words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  find("say").requestSubmit();
});
find("pick").addEventListener("click", () => picture.click());
picture.addEventListener("change", () => {
  const file = picture.files[0];
  if (!file) return;
  const reader = new FileReader();
  reader.addEventListener("load", () =>
    act("say", { msgtype: "image", filename: file.name, base64: reader.result.split(",")[1] }));
  reader.readAsDataURL(file);
  picture.value = "";
});
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) closeMenus();
});
void keepLooking();
`;
