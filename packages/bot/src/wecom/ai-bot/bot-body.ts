import { z } from "zod";

// Bodies of the AI bot, the same over the socket and in JSON callbacks (document/path/100719, 101027). Unknown fields pass.

const content = z.looseObject({ content: z.string() });
const media = z.looseObject({ url: z.string() });

export const BotBody = z.looseObject({
  msgid: z.string().min(1),
  aibotid: z.string().default(""),
  chatid: z.string().optional(),
  chattype: z.string().default("single"),
  from: z.looseObject({ userid: z.string().min(1) }),
  /** Seconds; only events carry it. */
  create_time: z.number().optional(),
  response_url: z.string().optional(),
  msgtype: z.string(),
  text: content.optional(),
  voice: content.optional(),
  image: media.optional(),
  mixed: z
    .looseObject({ msg_item: z.array(z.looseObject({ text: content.optional(), image: media.optional() })) })
    .optional(),
  event: z.looseObject({ eventtype: z.string() }).optional(),
});
export type BotBody = z.infer<typeof BotBody>;

const selected = z.looseObject({
  question_key: z.string(),
  option_ids: z.looseObject({ option_id: z.array(z.string()).default([]) }).optional(),
});
/** The page nests these below the event's name, the SDK's types declare them on the event itself: both are read. */
export const BotClick = z.looseObject({
  card_type: z.string().default(""),
  event_key: z.string(),
  task_id: z.string().default(""),
  selected_items: z.looseObject({ selected_item: z.array(selected).default([]) }).optional(),
});
export const BotFeedback = z.looseObject({
  id: z.string(),
  type: z.int(),
  content: z.string().default(""),
});
