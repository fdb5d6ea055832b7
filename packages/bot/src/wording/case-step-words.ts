import { type Fact, type LocalDate, SERVICE_RULES } from "@gongkai/schema";
import { periodWords } from "./period-words.ts";

type Step = Extract<Fact, { kind: "application-step" }>;

const YUAN = 100; // fen
const yuanWords = (fen: number): string => `${fen / YUAN}元`;
const MODES = { "per-item": "按件", "per-page": "按量" } as const;
const WHOM = { "third-party": "第三方", "co-producer": "共同制作机关" } as const;
const OPINIONS = {
  agrees: "收到对方意见：同意",
  objects: "收到对方意见：不同意",
  silent: "对方逾期未提出意见",
} as const;
const letterWords = (number: number | undefined): string => (number === undefined ? "" : `（第${number}封）`);

/** What happened to an application, without its day: 发出补正通知（3月25日前补正）, 延长答复20个工作日（3月9日批准）. */
export function stepWords(fact: Step, today: LocalDate): string {
  switch (fact.step) {
    case "correction-asked": {
      const until = fact.until === undefined ? "" : `（${periodWords(fact.until, today)}前补正）`;
      return `我们发出了补正通知${until}`;
    }
    case "correction-received":
      return "申请人交来了补正材料";
    case "consultation-sent":
      return `已发函征求${WHOM[fact.with ?? "third-party"]}意见${letterWords(fact.number)}`;
    case "consultation-received":
      return `对方收到了征求意见书${letterWords(fact.number)}`;
    case "consultation-returned":
      return `${fact.opinion === undefined ? "征求意见已收到回复" : OPINIONS[fact.opinion]}${letterWords(fact.number)}`;
    case "extended": {
      const days = fact.days === null ? "" : `${fact.days}个工作日`;
      const approved =
        fact.approvedOn === undefined ? "" : `（${periodWords(fact.approvedOn, today)}批准，已告知申请人）`;
      return `延长答复${days}${approved}`;
    }
    case "fee-noticed": {
      const beside = [fact.mode && MODES[fact.mode], fact.amount === undefined ? undefined : yuanWords(fact.amount)];
      return `已发收费通知（${beside.filter((each) => each !== undefined).join("，")}）`;
    }
    case "fee-paid":
      return `申请人已缴费${fact.amount === undefined ? "" : yuanWords(fact.amount)}`;
    case "served": {
      const rule = fact.how === undefined ? null : SERVICE_RULES[fact.how];
      const how = rule === null ? "" : `（${rule.label}，以${rule.day}为准）`;
      return `答复已送达${how}`;
    }
    case "reopened":
      return "重新办理";
    default:
      return fact satisfies never;
  }
}
