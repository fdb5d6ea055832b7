/** The look of the chat: grey ground, white and blue-green bubbles, as staff know it. */
export const PAGE_STYLE = `
:root { --ground: #ededed; --ink: #191919; --soft: #6b6b6b; --line: #dcdcdc; --brand: #1a6fc4; --mine: #c9e7ff; }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body {
  display: flex; flex-direction: column; max-width: 560px; margin: 0 auto; background: var(--ground); color: var(--ink);
  font: 15px/1.55 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
button, textarea, select, input { font: inherit; color: inherit; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
header { padding: 10px 16px 8px; text-align: center; border-bottom: 1px solid var(--line); background: #f7f7f7; }
header h1 { margin: 0; font-size: 16px; font-weight: 600; }
header p { margin: 0; font-size: 12px; color: var(--soft); }
main { flex: 1; min-height: 0; position: relative; }
#log { height: 100%; margin: 0; padding: 12px; overflow-y: auto; list-style: none; }
#empty { position: absolute; inset: 40% 0 auto; margin: 0; text-align: center; color: var(--soft); pointer-events: none; }
#log > li { display: flex; flex-direction: column; align-items: flex-start; margin-bottom: 12px; }
#log > li.mine { align-items: flex-end; }
#log time { align-self: center; margin: 4px 0 8px; font-size: 12px; color: var(--soft); }
.row { display: flex; gap: 8px; max-width: 92%; align-items: flex-start; }
.mine .row { flex-direction: row-reverse; }
.face {
  flex: none; width: 36px; height: 36px; border-radius: 4px; background: var(--brand); color: #fff;
  display: grid; place-items: center; font-size: 14px;
}
.mine .face { background: #5b7a99; }
.stack { display: flex; flex-direction: column; gap: 6px; min-width: 0; }
.mine .stack { align-items: flex-end; }
.bubble { padding: 8px 12px; border-radius: 6px; background: #fff; overflow-wrap: anywhere; }
.mine .bubble { background: var(--mine); }
.bubble p, .bubble h2, .bubble blockquote { margin: 0; min-height: 1.55em; white-space: pre-wrap; }
.bubble h2 { font-size: 16px; }
.bubble h2.large { font-size: 18px; }
blockquote { padding-left: 8px; border-left: 3px solid var(--line); color: var(--soft); }
.bubble code { padding: 0 4px; border-radius: 3px; background: #f0f0f0; font-size: 14px; }
.info { color: #18794e; } .comment { color: var(--soft); } .warning { color: #b25000; }
a { color: var(--brand); }
.failed { color: #b3261e; font-size: 12px; }
.notice { align-self: center; margin: 0; padding: 2px 10px; border-radius: 4px; background: #dfdfdf; color: #555; font-size: 12px; }
.file { display: flex; gap: 12px; width: 250px; max-width: 100%; padding: 12px; border-radius: 6px; background: #fff; text-decoration: none; color: inherit; }
.file .name { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.file small { display: block; color: var(--soft); }
.file .mark { flex: none; width: 40px; height: 46px; border-radius: 4px; background: #3b82c4; color: #fff; display: grid; place-items: center; font-size: 11px; text-transform: uppercase; }
.file .docx, .file .doc { background: #2b5fb5; } .file .xlsx, .file .xls, .file .csv { background: #1c7a45; } .file .pdf { background: #c23b2e; }
.picture img { display: block; max-width: 220px; min-width: 48px; min-height: 48px; border-radius: 6px; background: #fff; }
.card { width: 300px; max-width: 100%; border-radius: 8px; background: #fff; overflow: hidden; }
.card > * { padding: 0 14px; }
.card header { padding: 10px 14px 0; text-align: left; border: 0; background: none; color: var(--soft); font-size: 12px; }
.card h2 { margin: 10px 0 0; font-size: 16px; line-height: 1.4; overflow-wrap: anywhere; }
.card h2 a { color: inherit; text-decoration: none; }
.card h2 a:hover { text-decoration: underline; }
.card .desc, .card .sub { margin: 4px 0 0; color: var(--soft); font-size: 13px; white-space: pre-wrap; overflow-wrap: anywhere; }
.card .emphasis { margin: 10px 0 0; font-size: 26px; line-height: 1.2; }
.card .emphasis small { display: block; font-size: 13px; color: var(--soft); }
.card blockquote { margin: 10px 14px 0; padding: 6px 10px; background: #f6f6f6; border: 0; border-radius: 4px; font-size: 13px; white-space: pre-line; }
.card .desc p { margin: 0; min-height: 1.55em; }
.card dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 10px 0 0; font-size: 14px; }
.card dt { color: var(--soft); } .card dd { margin: 0; overflow-wrap: anywhere; }
.card .more { display: block; margin-top: 12px; padding: 10px 14px; border-top: 1px solid #f0f0f0; color: inherit; text-decoration: none; }
.card fieldset { margin: 10px 14px 0; padding: 0; border: 0; }
.card legend { padding: 0; color: var(--soft); font-size: 13px; }
.card fieldset label { display: flex; gap: 8px; align-items: center; padding: 5px 0; }
.card select { width: 100%; padding: 7px; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
.card .presses { display: grid; grid-template-columns: repeat(auto-fit, minmax(112px, 1fr)); gap: 8px; padding: 14px; }
.card .presses button, .card .presses a {
  padding: 8px; border: 1px solid var(--line); border-radius: 4px; background: #fff; text-align: center; text-decoration: none; cursor: pointer;
}
.card .presses .primary { border-color: var(--brand); background: var(--brand); color: #fff; }
.card .presses .plain { color: var(--brand); border-color: var(--brand); }
.card .presses .danger { color: #b3261e; }
.card .presses button:disabled { border-color: var(--line); background: #f2f2f2; color: #767676; cursor: default; }
.card .menu { display: flex; gap: 12px; padding: 8px 14px; border-top: 1px solid #f0f0f0; }
.card .menu button { border: 0; background: none; color: var(--brand); padding: 2px 0; cursor: pointer; }
.card > :last-child:not(.presses, .more, .menu) { padding-bottom: 14px; }
footer { border-top: 1px solid var(--line); background: #f7f7f7; }
#trouble { margin: 0; padding: 0 12px; color: #b3261e; font-size: 13px; }
#menu { display: flex; border-bottom: 1px solid var(--line); }
#menu[hidden] { display: none; }
#menu > * { flex: 1; position: relative; }
#menu > * + * { border-left: 1px solid var(--line); }
#menu button { width: 100%; padding: 9px 4px; background: none; cursor: pointer; }
#menu > div > button, #menu li > button, #menu > button:first-child { border: 0; }
#menu > button + button { border-width: 0 0 0 1px; }
#menu button[aria-haspopup]::before { content: "≡ "; color: var(--soft); }
#menu ul { position: absolute; bottom: calc(100% + 6px); left: 4px; right: 4px; margin: 0; padding: 4px 0; list-style: none; border: 1px solid var(--line); border-radius: 6px; background: #fff; box-shadow: 0 2px 10px #0002; z-index: 1; }
#menu ul[hidden] { display: none; }
#say { display: flex; gap: 8px; padding: 8px 10px; align-items: flex-end; }
#words { flex: 1; min-width: 0; max-height: 120px; padding: 7px 10px; border: 1px solid var(--line); border-radius: 4px; background: #fff; resize: none; }
#say button { padding: 7px 14px; border: 1px solid var(--line); border-radius: 4px; background: #fff; cursor: pointer; }
#say button[type="submit"] { border-color: var(--brand); background: var(--brand); color: #fff; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }
`;
