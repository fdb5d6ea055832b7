import { z } from "zod";
import {
  Ballot,
  Button,
  CornerMenu,
  Emphasis,
  Link,
  Quote,
  Row,
  Selection,
  Source,
  Submit,
  said,
  TaskId,
  Url,
  words,
} from "./card-parts.ts";

const isUnique = (texts: readonly string[]) => new Set(texts).size === texts.length;
const rows = z.array(Row).max(6).default([]);
/** Shown on the buttons once the card is done with; only in an update. */
const replaced = z.string().max(30).optional();

/** 按钮交互型: one tap is the answer. */
export const ButtonsCard = z
  .strictObject({
    kind: z.literal("buttons"),
    taskId: TaskId,
    source: Source.optional(),
    title: said(36),
    text: words(44).optional(),
    quote: Quote.optional(),
    subtitle: words(160).optional(),
    rows,
    selection: Selection.optional(),
    buttons: z.array(Button).min(1).max(6),
    menu: CornerMenu.optional(),
    url: Url.optional(),
    replaced,
  })
  .refine(
    ({ buttons }) => isUnique(buttons.flatMap((one) => (one.does === "call" ? [one.key] : []))),
    "two buttons share a key",
  );

/** 文本通知型: something to know, one address to open. An emphasis and a quote do not go together. */
export const NoticeCard = z
  .strictObject({
    kind: z.literal("notice"),
    taskId: TaskId.optional(),
    source: Source.optional(),
    title: said(36),
    text: words(44).optional(),
    emphasis: Emphasis.optional(),
    quote: Quote.optional(),
    subtitle: words(160).optional(),
    rows,
    links: z.array(Link).max(3).default([]),
    url: Url,
    menu: CornerMenu.optional(),
  })
  .refine(({ emphasis, quote }) => !emphasis || !quote, "an emphasis and a quote do not go together")
  .refine(
    ({ menu, taskId }) => (menu === undefined) === (taskId === undefined),
    "a task id exactly where there is a menu",
  );

/** 多项选择型: one to three drop-down lists and one submit button. */
export const MultipleCard = z
  .strictObject({
    kind: z.literal("multiple"),
    taskId: TaskId,
    source: Source.optional(),
    title: said(36),
    text: words(160).optional(),
    selections: z.array(Selection).min(1).max(3),
    submit: Submit,
    replaced,
  })
  .refine(({ selections }) => isUnique(selections.map(({ key }) => key)), "two lists share a key");

/** 投票选择型: one question, boxes to tick. */
export const VoteCard = z.strictObject({
  kind: z.literal("vote"),
  taskId: TaskId,
  source: Source.optional(),
  title: said(16),
  text: words(160).optional(),
  ballot: Ballot,
  submit: Submit,
  replaced,
});

/** A template card (模板卡片) that keeps every limit of the platform; parse before it is written anywhere. */
export const Card = z.discriminatedUnion("kind", [ButtonsCard, NoticeCard, MultipleCard, VoteCard]);
export type Card = z.infer<typeof Card>;
/** What a caller writes; what it leaves out gets its default. */
export type CardDraft = z.input<typeof Card>;
