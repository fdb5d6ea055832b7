import { expect, test } from "vitest";
import { pauseBefore } from "./backoff.ts";
import { ERRCODES, isCardRefusal, isUnreachable, meaningOf, type Retry } from "./errcode.ts";
import { WecomError } from "./wecom-error.ts";

const refused = (errcode: number, detail = "") =>
  new WecomError("REFUSED", { api: "/cgi-bin/message/send", errcode, detail });

// biome-ignore format: the columns are the test
const RETRIES: [number, Retry, string][] = [
  // errcode  retry        why
  [-1,        "again",     "the platform is busy"],
  [6000,      "again",     "data version conflict"],
  [45033,     "slower",    "too many calls at once"],
  [45009,     "window",    "frequency limit"],
  [45035,     "window",    "frequency family, text unverified"],
  [45036,     "window",    "frequency family, text unverified"],
  [42001,     "new-token", "expired"],
  [40014,     "new-token", "what an expired token really returns"],
  [40001,     "new-token", "also seen as a bad token"],
  [40007,     "new-media", "media older than three days"],
  [60020,     "repair",    "an address to allow in the console"],
  [40056,     "repair",    "a wrong app id in the settings"],
  [50003,     "repair",    "the app is switched off"],
  [81013,     "never",     "nobody to send to"],
  [44004,     "never",     "empty content"],
  [99999,     "never",     "a code nobody has seen"],
];
test.each(RETRIES)("errcode %i: %s, %s", (errcode, retry) => {
  expect(refused(errcode).retry).toBe(retry);
});

test.each(Object.keys(ERRCODES).map(Number))(
  "errcode %i has one plain Chinese sentence for the administrator",
  (errcode) => {
    const { forAdmin } = refused(errcode);
    expect(forAdmin).toMatch(/^[^a-zA-Z]*(IP[^a-zA-Z]*)?。$/); // 企业可信IP is what the console calls it
    expect(meaningOf(errcode).says.length).toBeLessThan(60);
  },
);

test("60020 names the address to allow", () => {
  const { forAdmin } = refused(
    60020,
    "not allow to access from your ip, hint: [1], from ip: 203.0.113.9, more info at https://x",
  );
  expect(forAdmin).toBe(
    "企业微信不认本机的网络地址 203.0.113.9，请在管理后台应用详情的“企业可信IP”里加上 203.0.113.9，大约一分钟后生效。",
  );
});

// biome-ignore format: the columns are the test
const PAUSES: [Retry, (number | undefined)[], string][] = [
  // retry            pauses before the second and third try       why
  ["again",           [750, 1500, undefined],                      "exponential, with half a step of jitter here"],
  ["slower",          [3000, 3000, undefined],                     "one to five seconds"],
  ["window",          [undefined, undefined, undefined],           "the circuit waits, not the call"],
  ["repair",          [undefined, undefined, undefined],           "an administrator has to act"],
  ["never",           [undefined, undefined, undefined],           "permanent"],
];
test.each(PAUSES)("%s pauses %j: %s", (retry, pauses) => {
  expect([1, 2, 3].map((tried) => pauseBefore(retry, tried, 0.5))).toEqual(pauses);
});

test("codes of a refused card and of an unreachable person do not meet", () => {
  expect([40008, 43012, 42031, 42042, 42014].every(isCardRefusal)).toBe(true);
  expect([42001, 42015, 42016, 42052, 60140].some(isCardRefusal)).toBe(false);
  expect([81013, 60111, 60011, 40003].every(isUnreachable)).toBe(true);
  expect([45009, 40014].some(isUnreachable)).toBe(false);
});
