import {
  type FigureId,
  isFigureId,
  type LocalDate,
  type Member,
  shanghaiDay,
  shanghaiTime,
  yearOf,
} from "@gongkai/schema";
import Router from "@koa/router";
import type { Context, Middleware } from "koa";
import type { Right } from "../office/rights.ts";
import { FORMATS, fileName } from "../publishing/formats.ts";
import type { FoldedLedger, OrganDesk } from "../publishing/organ-desk.ts";
import { withReasonWords } from "../publishing/reasons.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import { pageAsset } from "./assets.ts";
import { figurePage } from "./page/figure-page.ts";
import { findingsPage } from "./page/findings-page.ts";
import type { Shown } from "./page/record-row.ts";
import { reportPage } from "./page/report-page.ts";
import { type Bench, livePart, workbenchPage } from "./page/workbench-page.ts";
import { loopbackOnly, securePages } from "./secure-pages.ts";

/** Who looks at which organ's pages, and what they may see. */
export type Viewing = Readonly<{
  desk: OrganDesk;
  reader: LedgerReader;
  members: readonly Member[];
  viewer: Member;
  /** Address of the chat beside the ledger; null where one talks in WeCom itself. */
  chat: string | null;
  allows: (right: Right) => boolean;
  /** What of a record's words is shown to this viewer. */
  shows: (folded: FoldedLedger, words: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;
  now: () => number;
}>;

type Page = (viewing: Viewing, ctx: Context) => Promise<void>;

/** Pages only read; everything is written through the chat. `viewingOf` throws or ends the request for who may not look. */
export function readingPages(viewingOf: (ctx: Context) => Promise<Viewing>): Router {
  const as = (right: Right, show: Page) => async (ctx: Context) => {
    const viewing = await viewingOf(ctx);
    if (!viewing.allows(right)) ctx.throw(403);
    await show(viewing, ctx);
  };
  return new Router()
    .get("/", as("ask", workbench))
    .get("/live", as("ask", live))
    .get("/figure/:id", as("ask", figure))
    .get("/findings", as("ask", findings))
    .get("/report", as("export-annual", report))
    .get("/report.docx", as("export-annual", word));
}

export type DemoPagesWorld = Readonly<{
  desk: OrganDesk;
  reader: LedgerReader;
  /** At least one. */
  members: readonly [Member, ...Member[]];
  /** Address of a member's chat, to be framed. */
  chatOf: (member: Member) => string;
  /** Origin of the chat. */
  frame: string;
  now: () => number;
}>;

/** The demo's pages: on this machine only, and everybody sees everything. */
export function demoPages({ desk, reader, members, chatOf, frame, now }: DemoPagesWorld): Middleware {
  const pages = readingPages(async (ctx) => {
    const viewer = members.find(({ id }) => id === ctx.query.as) ?? members[0];
    const chat = chatOf(viewer);
    return { desk, reader, members, viewer, chat, allows: () => true, shows: async (_, words) => words, now };
  });
  const router = new Router()
    .use(loopbackOnly, securePages(frame))
    .use(pages.routes() as Middleware)
    .get("/assets/:name", pageAsset());
  return router.routes() as Middleware; // the router's context is a wider one
}

async function workbench(viewing: Viewing, ctx: Context): Promise<void> {
  const { members, viewer, chat } = viewing;
  ctx.body = workbenchPage(await bench(viewing, ctx), members, viewer, chat);
}

/** The right-hand side alone, and only when the ledger has grown since. */
async function live(world: Viewing, ctx: Context): Promise<void> {
  const now = await bench(world, ctx);
  ctx.status = 200;
  ctx.set("ETag", `"${now.records.at(-1)?.seq ?? 0}"`);
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.body = livePart(now, world.viewer).text;
}

async function figure(world: Viewing, ctx: Context): Promise<void> {
  const id: string = ctx.params.id;
  if (!isFigureId(id)) ctx.throw(404);
  const folded = await world.desk.look();
  const figures = folded.figures(chosenYear(world, ctx, folded));
  const counted = figures.at(id as FigureId).contributions.map(({ record }) => record); // proved above
  const mended = counted.flatMap((record) => folded.standing.find(record)?.correctedBy ?? []);
  ctx.body = figurePage(id as FigureId, figures, folded.byId, await shownOf(world, folded, [...counted, ...mended]));
}

async function findings(world: Viewing, ctx: Context): Promise<void> {
  const folded = await world.desk.look();
  const year = chosenYear(world, ctx, folded);
  const { office } = world.desk.organ;
  const recordOf = (id: string) => folded.byId.get(id)?.record;
  const told = { organ: office.key, reader: world.reader, recordOf };
  const names = new Map(world.members.map(({ id, name }) => [id, name]));
  ctx.body = findingsPage(await withReasonWords(folded.report(year, today(world)).findings, told), {
    office,
    names,
    year,
  });
}

async function report(world: Viewing, ctx: Context): Promise<void> {
  const folded = await world.desk.look();
  const year = chosenYear(world, ctx, folded);
  ctx.body = reportPage(folded.document(year, today(world)), world.desk.organ.office.name, year);
}

async function word(world: Viewing, ctx: Context): Promise<void> {
  const folded = await world.desk.look();
  const tree = folded.document(chosenYear(world, ctx, folded), today(world));
  ctx.attachment(fileName(tree, "docx"));
  ctx.type = FORMATS.docx.type;
  ctx.body = Buffer.from(await FORMATS.docx.render(tree, shanghaiTime(world.now())));
}

async function bench(world: Viewing, ctx: Context): Promise<Bench> {
  const folded = await world.desk.look();
  const year = chosenYear(world, ctx, folded);
  const { findings } = folded.report(year, today(world));
  const latest = folded.records.slice(-12).map(({ record }) => record.id);
  return {
    figures: folded.figures(year),
    lastYear: folded.figures(year - 1),
    years: yearsOf(world, folded),
    records: folded.records,
    blocking: findings.filter(({ verdict }) => verdict === "必改").length,
    shown: await shownOf(world, folded, latest),
  };
}

async function shownOf(
  { desk, reader, members, shows, now }: Viewing,
  folded: FoldedLedger,
  records: readonly string[],
): Promise<Shown> {
  const { office, catalogue } = desk.organ;
  return {
    office,
    catalogue,
    today: shanghaiDay(now()),
    names: new Map(members.map(({ id, name }) => [id, name])),
    standing: folded.standing,
    words: await shows(folded, await reader.wordsOf(office.key, records)),
  };
}

const today = ({ now }: Viewing): LocalDate => shanghaiDay(now());

/** This year and those the ledger has figures for, latest first. */
function yearsOf(world: Viewing, { records }: FoldedLedger): number[] {
  const years = new Set([yearOf(today(world))]);
  for (const { record } of records) {
    const { states } = record;
    if ("period" in states) years.add(yearOf(states.period));
    if ("receivedOn" in states) years.add(yearOf(states.receivedOn));
  }
  return [...years].sort((left, right) => right - left);
}

function chosenYear(world: Viewing, ctx: Context, folded: FoldedLedger): number {
  const years = yearsOf(world, folded);
  const asked = Number(ctx.query.year);
  return years.find((year) => year === asked) ?? years[0] ?? yearOf(today(world));
}
