import { CaseId, RecordId, shanghaiDay } from "@gongkai/schema";
import { forgetPersons, forgetWords } from "../deeds/forget.ts";
import { talkingOffice } from "../deeds/talking-office.ts";
import { type Place, withOffice } from "./open-office.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type EraseOptions = Place & Readonly<{ record?: readonly string[]; case?: readonly string[] }>;

/**
 * `gongkai ledger erase`: the words behind records, and the name, contact and subject of applicants, are deleted for good
 * (《个人信息保护法》第四十七条). The records stay and the chain still verifies; what backups hold is not touched.
 */
export async function ledgerErase(options: EraseOptions, world: World): Promise<void> {
  const { record: records = [], case: cases = [], ...place } = options;
  if (records.length + cases.length === 0)
    throw new CommandError(
      "要写清除哪些：--record 记录编号（原话），或者 --case 案件编号（申请人的姓名、联系方式和申请内容）。",
    );
  const recordIds = records.map((id) => idOf(RecordId, id, "记录"));
  const caseIds = cases.map((id) => idOf(CaseId, id, "案件"));
  const now = world.now();
  await withOffice(place, world, "writes", async ({ office }, home) => {
    const { words, persons } = await home.transact(office.key, async (tx) => {
      refuseStrays(recordIds, await tx.wordsOf(office.key, recordIds), "原话");
      refuseStrays(caseIds, await tx.personsOf(office.key, caseIds), "申请人信息");
      const talking = talkingOffice(office, () => []);
      return {
        words: await forgetWords(tx, talking, recordIds, now),
        persons: await forgetPersons(tx, talking, caseIds, now),
      };
    });
    await writeLine(
      world.stdout,
      `已清除 ${words.erased} 条原话、${persons.erased} 名申请人的信息（${shanghaiDay(now)}）。`,
    );
    await writeLine(world.stdout, "记录和链都还在；以前的备份里仍有这些内容，请按规定一并处理。");
  });
}

function idOf<T extends string>(
  shape: { safeParse: (text: string) => { data?: T | undefined } },
  text: string,
  what: string,
): T {
  const { data } = shape.safeParse(text);
  if (data === undefined) throw new CommandError(`“${text}”不是${what}编号，请照 gongkai ledger export 里的写。`);
  return data;
}

/** Nothing is erased when one of them is not there: a slip of the hand must not take the others along. */
function refuseStrays(ids: readonly string[], kept: ReadonlyMap<string, unknown>, what: string): void {
  const strays = ids.filter((id) => !kept.has(id));
  if (strays.length > 0)
    throw new CommandError(`${strays.join("、")} 没有${what}：编号不对，或者早已清除。什么也没有动。`, 1);
}
