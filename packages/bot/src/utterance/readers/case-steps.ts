import type { Consulted, FeeMode, Opinion, ServiceWay } from "@gongkai/schema";
import type { CaseEvent } from "../case-said.ts";
import { numeralAt } from "../zh-number.ts";

/** A stretch between commas, with the days said in it: `until` as a last day, `approved` beside 批, `on` for the rest. */
export type CaseClause = Readonly<{ text: string; until: string | null; approvedOn: string | null }>;

type StepParser = (clause: CaseClause, whole: string) => CaseEvent | undefined;

const COUNT = "[0-9一二三四五六七八九十百两]{1,5}";

function countBefore(unit: string, text: string): number | null {
  const said = new RegExp(`(${COUNT})个?(?:${unit})`).exec(text)?.[1];
  const numeral = said === undefined ? undefined : numeralAt(said, 0);
  return numeral?.type === "exact" && Number.isSafeInteger(numeral.value) ? numeral.value : null;
}

/** 1500元, 0.15万元, in fen; null when no sum is said. */
function fenIn(text: string): number | null {
  const said = /([0-9]{1,9}(?:\.[0-9]{1,4})?)(万)?元/.exec(text);
  if (!said) return null;
  const fen = Number(said[1]) * (said[2] ? 1_000_000 : 100);
  return Math.abs(fen - Math.round(fen)) < 1e-6 ? Math.round(fen) : null;
}

const WE_ASKED =
  /我们|我局|我方|本局|我办|本机关|我单位|发了|已发|发出|发的|下了|下达|寄出|寄了|送达|要求|让[他她其]|通知[他她其]|告知/;
const THEY_GAVE = /交来|交了|交的|提交|寄来|送来|补来|补齐|收到|材料|[他她]补|申请人补|对方补|补交/;

const correction: StepParser = ({ text, until }, whole) => {
  if (!/补正/.test(text)) return undefined;
  const [asked, gave] = [WE_ASKED.test(text), THEY_GAVE.test(text)];
  if (asked && !/收到|交来|寄来/.test(text))
    return { do: "correction-asked", until: until ?? null, within: countBefore("工作日(?:以?内|补正)", whole) };
  if (gave && !asked) return { do: "correction-received" };
  return { do: "correction-unclear" };
};

const ORGAN =
  /共同制作|联合制作|联合发文|会签|牵头(?:机关|单位)|其他(?:行政)?机关|有关机关|(?:局|委|厅|政府)的?(?:意见|函)/;
const ASKED_OTHERS = /第三方|征求|征询|(?:共同|联合)制作|会签(?:机关|单位)/;
const THE_OTHER =
  /第三方|对方|共同制作(?:机关|单位)?|会签(?:机关|单位)|[\u4e00-\u9fa5]{2,12}(?:公司|局|委|厅|中心|医院|学校)/;

const opinionIn = (text: string): Opinion | null =>
  /不同意|不愿|反对|不赞成/.test(text)
    ? "objects"
    : /同意|没有?意见|无意见|不反对|可以公开/.test(text)
      ? "agrees"
      : null;

const SILENT =
  /(?:逾期|到期|过期|超期|期满|过了期限|15个工作日).{0,8}(?:未|没有?|不)(?:作|做)?(?:出|任何)?(?:答复|答|回复|回应|反馈|提出?意见|回)|(?:第三方|对方).{0,6}(?:一直)?(?:未|没有?)(?:作|做)?(?:出|任何)?(?:答复|回复|回应|反馈|提出?意见|回音)/;

const consultation: StepParser = ({ text }, whole) => {
  if (/国家秘密|商业秘密|隐私/.test(text) && !/意见|征求|答复|回复/.test(text)) return undefined;
  const about = ASKED_OTHERS.test(whole) || THE_OTHER.test(text);
  if (SILENT.test(text) && (about || /^.{0,6}逾期/.test(text)))
    return { do: "consultation-returned", opinion: "silent" };
  if (!about) return undefined;
  if (
    THE_OTHER.test(text) &&
    /(?:签收|收到|送达)(?:$|.{0,4}(?:了|征求|意见书|函|信))/.test(text) &&
    !/收到.{0,10}(?:答复|回复|回函|复函|反馈)/.test(text)
  )
    return /^(?:我们|我局)?(?:已经?)?收到.{0,10}意见/.test(text)
      ? { do: "consultation-returned", opinion: opinionIn(text) }
      : { do: "consultation-received" };
  const replied = /答复|回复|回函|复函|反馈|回来了|意见(?:书)?(?:收到|到了|来了)|收到.{0,12}意见/;
  const says =
    /^(?:第三方|对方|[\u4e00-\u9fa5]{2,12}(?:公司|局|委|厅))(?:明确|书面)?(?:表示)?(?:不?同意|反对|没有?意见|无意见)/;
  if ((THE_OTHER.test(text) || /征求|意见/.test(text)) && (replied.test(text) || says.test(text)))
    return { do: "consultation-returned", opinion: opinionIn(text) };
  if (!/征求|征询/.test(text)) return undefined;
  const whom: Consulted | null = ORGAN.test(text)
    ? "co-producer"
    : /第三方|公司|企业|个人/.test(text)
      ? "third-party"
      : null;
  const done = /了|已|发函|发出|发去|寄|送|去函|出去/.test(text) || /函.{0,3}(?:发|寄|送)(?:出|了)|已发函/.test(whole);
  return done ? { do: "consultation-sent", with: whom } : { do: "consultation-unclear" };
};

const extension: StepParser = ({ text, approvedOn }, whole) => {
  if (!/延(?:期|长)/.test(text) || /不延期|没延期|展览|会议/.test(text)) return undefined;
  if (!/答复|办理|期限|工作日|告知|批/.test(whole) && !/延期了|延长了/.test(text)) return undefined;
  return {
    do: "extended",
    days: countBefore("工作日|天|日", text) ?? countBefore("工作日", whole),
    approved: /批准|批了|批的|批复|已批|审批|同意|签批|签字/.test(whole),
    approvedOn,
    told: /告知|通知(?:了|书)?|已发.{0,6}书|发了.{0,8}书/.test(whole),
  };
};

const modeIn = (text: string): FeeMode | null =>
  /按件/.test(text) ? "per-item" : /按量|按页/.test(text) ? "per-page" : null;

const fee: StepParser = ({ text }, whole) => {
  if (/收费通知|缴费通知|交费通知|(?:通知|告知).{0,6}(?:缴|交)费/.test(text) && !/已?(?:缴|交)(?:清|了)/.test(text)) {
    const count = countBefore("页|件", whole.replace(/第[^,。;]{1,6}[号件]|[这那][一]?件/g, ""));
    return { do: "fee-noticed", mode: modeIn(whole), amount: fenIn(whole), count };
  }
  if (
    /(?:缴|交|付)(?:清|齐|完)?了?.{0,6}费|费用?.{0,4}(?:已|都)?(?:缴|交|付|到账)(?:了|清|齐|来|纳)|缴纳了|缴清|交清|收到.{0,6}(?:信息处理费|费用)/.test(
      text,
    )
  )
    return { do: "fee-paid", amount: fenIn(text) };
  return undefined;
};

const WAYS: readonly (readonly [ServiceWay, RegExp])[] = [
  ["electronic", /电子邮件|邮箱|电子|网上|系统|平台|短信|微信/],
  ["other-agency", /委托|转交|代为/],
  ["post", /邮寄|寄|交邮|挂号|ems|快递|邮政|信函/],
  ["direct", /当面|直接|签收|本人|领取|领走|现场|上门/],
];

const service: StepParser = ({ text }, whole) => {
  if (/补正|征求|收费|缴费|延期/.test(text) || (/征求/.test(whole) && !/答复|告知书/.test(text))) return undefined;
  const sent =
    /送达|交邮|签收|领走|领取了|(?:邮寄|寄|发|送|交)(?:出|给|达|送)(?:了|申请人|本人)?|(?:答复书?|告知书)(?:已经?)?(?:邮寄|寄|发|送)(?:了|出)|(?:邮寄|寄出|发出|送达)了?(?:答复|告知书)/;
  if (!sent.test(text)) return undefined;
  return { do: "served", how: WAYS.find(([, words]) => words.test(text))?.[0] ?? null };
};

const withdrawal: StepParser = ({ text }) =>
  /申请人.{0,6}(?:撤回|撤了|撤件|不要了)|[他她对][方]?.{0,3}(?:自己)?撤回|撤[回销]了?(?:这件|那件|[他她]的)?(?:信息公开|政府信息公开)?申请(?!人)|不(?:再)?申请了|放弃申请/.test(
    text,
  ) && !/要求撤|想撤/.test(text)
    ? { do: "withdrawn" }
    : undefined;

const again: StepParser = ({ text }) =>
  /重新(?:办理|作出|做出|处理|答复|启动)|重启|恢复办理/.test(text) && !/责令|要求|决定|判决/.test(text)
    ? { do: "reopened" }
    : undefined;

/** Steps of an application in the order they are tried; a clause is one step at most. */
export const STEP_PARSERS: readonly StepParser[] = [
  correction,
  consultation,
  extension,
  fee,
  again,
  withdrawal,
  service,
];
