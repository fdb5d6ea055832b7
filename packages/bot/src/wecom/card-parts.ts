import { z } from "zod";

// Sizes in 字 are what clients show before they fold or cut (document/path/90236); we refuse more, so that no figure is
// cut out of sight. Counts and bytes are the platform's hard limits.

const UTF8 = new TextEncoder();
/** Text of at most so many characters, code points that is. */
export const words = (most: number) =>
  z.string().refine((text) => [...text].length <= most, `longer than ${most} characters`);
export const said = (most: number) => words(most).min(1);
/** Handed back in the event; no personal data and no authority in it. */
export const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => UTF8.encode(text).length <= most, `longer than ${most} bytes`);

export const Key = bytes(1024);
export const TaskId = z.string().regex(/^[0-9A-Za-z_\-@]{1,128}$/);
export const Url = z.url({ protocol: /^https?$/ }).max(2048);

/** Small line above the title; colour of its text. */
export const Source = z.strictObject({
  text: said(20),
  colour: z.enum(["grey", "black", "red", "green"]).default("grey"),
});

/** One line of the table: a text, a link, or a member of the office. */
export const Row = z.strictObject({
  name: said(5),
  value: words(30),
  url: Url.optional(),
  member: z.string().min(1).max(64).optional(),
});

export const Link = z.strictObject({ text: said(18), url: Url });
export const Quote = z.strictObject({ title: words(36).optional(), text: said(160), url: Url.optional() });
export const Emphasis = z.strictObject({ title: said(14), text: words(22).optional() });

/** The menu in the upper right corner; its choices come back as events. */
export const CornerMenu = z.strictObject({
  hint: words(30),
  choices: z
    .array(z.strictObject({ text: said(10), key: Key }))
    .min(1)
    .max(3),
});

const Option = z.strictObject({ id: bytes(128), text: said(16) });
/** A drop-down list. `disabled` only in an update. */
export const Selection = z.strictObject({
  key: Key,
  title: words(13),
  options: z.array(Option).min(1).max(10),
  selected: z.string().optional(),
  disabled: z.boolean().optional(),
});

/** Ballot of a vote card. `disabled` only in an update. */
export const Ballot = z.strictObject({
  key: Key,
  many: z.boolean(),
  options: z
    .array(z.strictObject({ id: bytes(128), text: said(17), checked: z.boolean().optional() }))
    .min(1)
    .max(20),
  disabled: z.boolean().optional(),
});

export const BUTTON_STYLES = ["main", "plain", "danger", "grey"] as const;
/** A button that comes back as an event, or opens an address and does not. */
export const Button = z.discriminatedUnion("does", [
  z.strictObject({ does: z.literal("call"), text: said(10), key: Key, style: z.enum(BUTTON_STYLES).default("main") }),
  z.strictObject({ does: z.literal("open"), text: said(10), url: Url, style: z.enum(BUTTON_STYLES).default("plain") }),
]);
export const Submit = z.strictObject({ text: said(10), key: Key });
