import type { Platform } from "../platform.ts";
import type { Speaker } from "../state/timeline.ts";
import { type Door, type Envelope, enclose } from "../wire/envelope.ts";
import { type ChaosName, type ChaosRates, drawChaos, isForgery } from "./chaos.ts";
import type { Delivery, DeliveryReport } from "./delivery.ts";
import { FORGERS } from "./forgery.ts";
import type { Inner } from "./inner-message.ts";
import { type Attempt, post } from "./post.ts";

/** Past the five seconds, so that the attempt has failed by then. */
const LATE_MS = 6000;
/** A message nobody overtakes is sent after so long. */
const HELD_MS = 1000;

export type Sending = Readonly<{
  agentid: Speaker;
  door: Door | undefined;
  inner: Inner;
  chaos?: readonly ChaosName[];
  /** Reads an accepted answer that is not empty. */
  accept: (body: string, envelope: Envelope) => DeliveryReport["answer"];
  /** How often it is tried; as the settings say when absent. */
  attempts?: number;
  gaveUp: () => void;
}>;

/** Posts what members do to the apps' callbacks, again and again as the platform does. [90238] */
export function createDriver(platform: Platform) {
  const { clock, ids, switches, settings } = platform;
  const { timeoutMs, spacingMs } = settings.delivery;
  const under = new Set<Promise<unknown>>();
  const held = new Map<Speaker, () => void>();
  let rates: ChaosRates = {};

  const keep = <T>(work: Promise<T>): Promise<T> => {
    under.add(work);
    const forget = () => void under.delete(work);
    work.then(forget, forget);
    return work;
  };
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  const failed = ({ outcome }: Attempt) =>
    outcome === "timeout" || outcome === "connection-failed" || (outcome === "bad-status" && switches.retryOnNon200);

  /** Waits until the next delivery to the same app has gone out, or a second has passed. */
  const beOvertaken = (agentid: Speaker) =>
    new Promise<void>((resolve) => {
      held.get(agentid)?.();
      const timer = clock.after(HELD_MS, resolve);
      held.set(agentid, () => {
        timer.cancel();
        held.delete(agentid);
        resolve();
      });
    });

  async function run(sending: Sending & { door: Door }, id: string, chaos: ReadonlySet<ChaosName>) {
    const { agentid, door, inner } = sending;
    if (chaos.has("reorder")) await beOvertaken(agentid);
    const most = sending.attempts ?? settings.delivery.attempts;
    const sealed = enclose(door, inner.message, ids, clock.now());
    const again = () => (switches.resend === "identical" ? sealed : enclose(door, inner.message, ids, clock.now()));
    const once = (envelope: Envelope, lateMs = 0) => post({ platform, envelope, timeoutMs, lateMs });

    const forged = await forge(sending, chaos);
    const attempts: Attempt[] = [];
    const repeats: Attempt[] = [];
    let envelope = sealed;
    let last: Attempt | undefined;
    while (attempts.length < most && (last === undefined || failed(last))) {
      const first = last === undefined;
      if (last) await pause(Math.max(0, last.at + spacingMs - clock.now()));
      if (last) envelope = again();
      const posted = once(envelope, first && chaos.has("late-answer") ? LATE_MS : 0);
      const twin = first && chaos.has("duplicate") ? once(again()) : undefined;
      if (first && !chaos.has("reorder")) held.get(agentid)?.();
      last = await posted;
      attempts.push(last);
      if (twin) repeats.push(await twin);
    }
    const accepted = last !== undefined && !failed(last);
    if (accepted && chaos.has("retry-after-success")) {
      keep(pause(spacingMs).then(async () => void repeats.push(await once(again()))));
    }
    if (!accepted) sending.gaveUp();
    const answer = accepted && last?.body !== undefined ? sending.accept(last.body, envelope) : undefined;
    return {
      ...about(sending, id),
      outcome: accepted ? "accepted" : "gave-up",
      attempts,
      repeats,
      forged,
      ...(answer ? { answer } : {}),
    } as const;
  }

  async function forge({ agentid, door, inner }: Sending & { door: Door }, chaos: ReadonlySet<ChaosName>) {
    const forged: Record<string, Attempt> = {};
    if (typeof agentid !== "number") return forged; // the forgeries are an app's XML
    for (const name of [...chaos].filter(isForgery)) {
      const content = `forged ${name}`;
      const envelope = FORGERS[name]({ platform, door, agentid, userid: inner.userid, content });
      forged[name] = await post({ platform, envelope, timeoutMs });
    }
    return forged;
  }

  const about = ({ agentid, inner }: Sending, id: string) => ({
    id,
    agentid,
    userid: inner.userid,
    ...(inner.msgid === undefined ? {} : { msgid: inner.msgid }),
    ...(inner.event === undefined ? {} : { event: inner.event }),
  });

  return {
    send(sending: Sending): Delivery {
      const id = ids.text("delivery", 16);
      const { door } = sending;
      const chaos = drawChaos(sending.chaos ?? [], rates, () => ids.chance("chaos"));
      const settled: Promise<DeliveryReport> = door
        ? run({ ...sending, door }, id, chaos)
        : Promise.resolve({ ...about(sending, id), outcome: "no-callback", attempts: [], repeats: [], forged: {} });
      return { ...about(sending, id), seq: platform.timelines.head(), settled: keep(settled) };
    },
    setRates(next: ChaosRates): void {
      rates = next;
    },
    rates: () => rates,
    /** Resolves when no delivery is under way, retries included. */
    async idle(): Promise<void> {
      while (under.size > 0) await Promise.allSettled([...under]);
    },
  };
}

export type Driver = ReturnType<typeof createDriver>;
