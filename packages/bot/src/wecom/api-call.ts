import type { AccessTokens } from "./access-token.ts";
import { pauseBefore } from "./backoff.ts";
import type { Circuit } from "./circuit.ts";
import { type ApiRequest, type Exchange, exchange } from "./exchange.ts";
import { WecomError } from "./wecom-error.ts";

export type CallWorld = Exchange &
  Readonly<{
    tokens: AccessTokens;
    circuit: Circuit;
    sleep: (ms: number) => Promise<void>;
    /** In [0, 1). */
    random: () => number;
  }>;

export type Caller = <Answer>(request: ApiRequest<Answer> & Effect) => Promise<Answer>;
/** A call that changes something is tried once: its outbox row tries again, and knows that it may have arrived. */
type Effect = Readonly<{ once?: boolean }>;

/** Calls with the current token; a token the platform no longer takes is replaced once, passing trouble is waited out. */
export function createCaller(world: CallWorld): Caller {
  return async function call<Answer>(request: ApiRequest<Answer> & Effect): Promise<Answer> {
    let renewed = false;
    for (let tried = 1; ; ) {
      const rest = world.circuit.restFor();
      if (rest > 0) throw new WecomError("RESTING", { api: request.api, retryAfterMs: rest });
      const outcome = await attempt(world, request);
      if ("answer" in outcome) return outcome.answer;
      const { error, token } = outcome;
      if (error.retry === "new-token" && token !== undefined && !renewed) {
        renewed = true;
        await world.tokens.drop(token);
        continue; // not a try of its own: nothing happened at the platform
      }
      const pause = request.once ? undefined : pauseBefore(error.retry, tried, world.random());
      if (pause === undefined) throw error;
      tried += 1;
      await world.sleep(pause);
    }
  };
}

/** Without a token the token itself was refused. */
type Failure = Readonly<{ error: WecomError; token?: string | undefined }>;

async function attempt<Answer>(
  world: CallWorld,
  request: ApiRequest<Answer>,
): Promise<Readonly<{ answer: Answer }> | Failure> {
  let token: string | undefined;
  try {
    token = await world.tokens.current();
    return { answer: await exchange(world, { ...request, query: { ...request.query, access_token: token } }) };
  } catch (error) {
    if (!(error instanceof WecomError)) throw error;
    return { error: error.code === "REFUSED" && error.retry === "window" ? rested(world, error) : error, token };
  }
}

function rested({ circuit }: CallWorld, { api, errcode }: WecomError): WecomError {
  return new WecomError("REFUSED", { api, errcode: errcode ?? 0, retryAfterMs: circuit.trip() });
}
