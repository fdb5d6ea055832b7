import type { DisputeKind } from "@gongkai/schema";
import type { CaseEvent } from "../case-said.ts";

const routeIn = (text: string): "direct" | "after" | null =>
  /未经复议|没有?(?:经过)?复议|直接起诉|直接(?:向法院)?提起/.test(text)
    ? "direct"
    : /复议(?:之|以)?后|经过?复议|不服复议|对复议/.test(text)
      ? "after"
      : null;

/** 国办公开办函〔2016〕201号: whether we are the body that acted first, as far as it is said. */
const originalIn = (text: string): boolean | null => {
  if (/(?:我们|我局|本机关|我单位)(?:只?是|作为|为)复议机关|不是原(?:行为|行政)/.test(text)) return false;
  return /(?:我们|我局|本机关|我单位)?(?:是|作为|为)原(?:行政)?(?:行为)?(?:机关|主体)|原行为(?:机关|主体)是(?:我|本)/.test(
    text,
  )
    ? true
    : null;
};

/** A lawsuit has come in, or a reconsideration was asked for. `pointed`: the sentence names the application attacked. */
export function disputed(text: string, pointed: boolean): CaseEvent | undefined {
  const lawsuit = /起诉|被诉|提起.{0,4}诉讼|(?:收到|新收|来了).{0,10}(?:诉讼|应诉通知|传票)|应诉通知/.test(text);
  if (lawsuit && (pointed || /应诉通知/.test(text)))
    return { do: "disputed", kind: "litigation", route: routeIn(text), original: originalIn(text) };
  const review =
    /(?:申请|提起|提出|提了)了?(?:行政)?复议|被(?:申请)?复议|(?:收到|新收|来了|受理).{0,10}复议|复议.{0,4}(?:受理|立案)/.test(
      text,
    );
  return review && pointed ? { do: "disputed", kind: "review", route: null, original: null } : undefined;
}

const DECIDED = /维持|撤销|变更|责令|确认|驳回|终止|调解|撤回|撤诉|不予立案|终结|给付|败诉|胜诉|纠正/;

/** 复议决定维持, 法院判决驳回诉讼请求. */
export function decided(text: string, pointed: boolean): CaseEvent | undefined {
  if (!DECIDED.test(text)) return undefined;
  const kind: DisputeKind | undefined = /诉讼|法院|判决|裁定|[一二]审|起诉|撤诉/.test(text)
    ? "litigation"
    : /复议/.test(text)
      ? "review"
      : undefined;
  if (!kind) return undefined;
  const ruled =
    /决定|判决|裁定|结果|结案|审结|了$|责令|驳回|终止|调解|撤诉|确认/.test(text) || pointed || text.length <= 12;
  return ruled ? { do: "decided", kind, words: text } : undefined;
}
