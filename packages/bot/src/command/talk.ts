import { fixedMembers } from "../config/organ.ts";
import { DEFAULT_VOCABULARY } from "../utterance/vocabulary.ts";
import { converseLines, type Speaker } from "./converse.ts";
import { chosenOrgan, openSettings, type Place, withOffice } from "./open-office.ts";
import { PLAIN_MEMBER } from "./plain-office.ts";
import { missLines, understandLines } from "./understand.ts";
import type { World } from "./world.ts";

export type UnderstandOptions = Place & Readonly<{ explain?: boolean; misses?: boolean }>;

/** `gongkai understand`: with the words of the built-in catalogue, or of an office when one is named. */
export async function understandCommand(options: UnderstandOptions, world: World): Promise<void> {
  if (options.misses)
    return withOffice(options, world, "reads", ({ office }, home) => missLines(world, home, office.key));
  const vocabulary = isPlaced(options) ? (await organAt(options, world)).vocabulary : DEFAULT_VOCABULARY;
  world.exitWith(await understandLines(world, vocabulary, { explained: options.explain ?? false }));
}

/** `gongkai converse`: as one member with every right, of a plain office or of the one named. */
export async function converseCommand(options: Place, world: World): Promise<void> {
  world.exitWith(await converseLines(world, isPlaced(options) ? await speakerAt(options, world) : undefined));
}

/** The person named an office; the environment alone does not, so that a bare call means the same everywhere. */
const isPlaced = ({ config, data, organ }: Place): boolean => (config ?? data ?? organ) !== undefined;

async function organAt(options: Place, world: World) {
  return chosenOrgan(await openSettings(options, world), options);
}

async function speakerAt(options: Place, world: World): Promise<Speaker> {
  const { office, settings } = await organAt(options, world);
  const section = office.sections[0]?.key ?? "";
  const member = { ...PLAIN_MEMBER, section };
  return { office, member, members: [member, ...fixedMembers(settings)] };
}
