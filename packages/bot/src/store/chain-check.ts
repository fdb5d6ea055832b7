import { canonicalJson, upcast } from "@gongkai/schema";
import type { StoredLine } from "./chain-port.ts";
import { CHAIN_START, chainHash } from "./digest.ts";

const FAULTS = {
  "place-missing": "序号不连续，中间少了记录",
  "link-broken": "和上一条接不上，前面的记录被换过",
  "hash-differs": "内容和指纹对不上，被改动过",
  "not-a-record": "内容不是一条完整的记录",
  misfiled: "编号和内容里写的不一致",
  "words-differ": "原话和当时留下的指纹对不上，被改动过",
  "words-orphaned": "原话还在，对应的记录却没有了，末尾可能少了记录",
  "person-differs": "申请人信息和留下的指纹对不上，被改动过",
} as const;
export type ChainFault = keyof typeof FAULTS;

/** Where and how a chain is broken. `seq` is null when what is wrong belongs to no place in the chain. */
export type ChainBreak = Readonly<{ seq: number | null; fault: ChainFault; says: string }>;

/** @param what names it to the reader where there is no place. */
export function chainBreak(fault: ChainFault, seq: number | null, what = ""): ChainBreak {
  return { seq, fault, says: `${seq === null ? what : `第 ${seq} 条`}：${FAULTS[fault]}。` };
}

/** Follows one organ's chain line by line, from its start. */
export class ChainCheck {
  readonly #organ: string;
  #seq = 0;
  #hash = CHAIN_START;

  constructor(organ: string) {
    this.#organ = organ;
  }

  /** The last line that was right. */
  get head(): Readonly<{ seq: number; hash: string }> {
    return { seq: this.#seq, hash: this.#hash };
  }

  /** What is wrong with the line that should come next; `undefined` when all is right. */
  next(line: StoredLine): ChainBreak | undefined {
    const fault = this.#faultOf(line);
    if (fault) return chainBreak(fault, this.#seq + 1);
    this.#seq = line.seq;
    this.#hash = line.hash;
    return undefined;
  }

  #faultOf(line: StoredLine): ChainFault | undefined {
    if (line.seq !== this.#seq + 1) return "place-missing";
    if (line.previous !== this.#hash) return "link-broken";
    if (line.hash !== chainHash(line.previous, line.body)) return "hash-differs";
    const record = recordIn(line.body);
    if (!record) return "not-a-record";
    return record.id === line.id && record.organ === this.#organ && line.organ === this.#organ ? undefined : "misfiled";
  }
}

/** The record in a body that is written as the chain writes it; `undefined` for any other text. */
export function recordIn(body: string) {
  try {
    const stored: unknown = JSON.parse(body);
    return canonicalJson(stored) === body ? upcast(stored) : undefined;
  } catch {
    return undefined; // the caller names the place
  }
}
