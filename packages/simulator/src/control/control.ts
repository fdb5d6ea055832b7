import type { BotActs } from "../aibot/bot-acts.ts";
import type { Disturbance, Forgery } from "../callback/chaos.ts";
import { tellContactChange } from "../callback/contact-change.ts";
import type { Delivery } from "../callback/delivery.ts";
import type { Driver } from "../callback/driver.ts";
import { FORGERS } from "../callback/forgery.ts";
import { doorOf, type MemberActs } from "../callback/member-acts.ts";
import { type Attempt, post } from "../callback/post.ts";
import { type Verification, type VerificationOptions, verifyUrl } from "../callback/verify-url.ts";
import type { Platform } from "../platform.ts";
import { DepartmentOptions, MemberOptions, type SimulatorOptions } from "../simulator-options.ts";
import type { Bearer } from "../state/access-tokens.ts";
import type { Fault } from "../state/faults.ts";
import type { Message, Speaker } from "../state/timeline.ts";
import { type Switches, SwitchOptions } from "../switches.ts";
import { WrongUse } from "../wrong-use.ts";
import { itemOf, type TimelineItem, timelineOf } from "./timeline-view.ts";

type NewMember = NonNullable<SimulatorOptions["users"]>[number];
type NewDepartment = NonNullable<SimulatorOptions["departments"]>[number];

export type { Disturbance, Forgery };

/** Everything a test or a demonstration can do to the platform and see of it. */
export function createControl(platform: Platform, driver: Driver, acts: MemberActs, bots: BotActs) {
  const { directory, apps, timelines, clock, tokens, violations } = platform;

  const doorOrRefuse = (agentid?: number) => {
    const app = acts.appOf(agentid);
    const door = doorOf(platform, app);
    if (!door) throw new WrongUse(`App ${app.agentid} has no callback url; set one with setCallback first.`);
    return { app, door };
  };

  return {
    // What members do.
    say: acts.say,
    click: acts.click,
    menu: acts.menu,
    enter: acts.enter,
    event: acts.event,

    /** The same with AI bots, and their connections. */
    bots,

    // What they see.
    timeline: (userid: string, speaker?: Speaker) => timelineOf(platform, acts.memberOf(userid).userid, speaker),
    /** The product's first message to this member after the act, whether it has come already or not. */
    reply: (to: Pick<Delivery, "userid" | "agentid" | "seq">): Promise<TimelineItem> => firstReply(platform, to),
    /** Bytes and name of a file in a chat, even after the API has forgotten it. */
    media(mediaId: string) {
      const media = platform.media.shown(mediaId);
      if (!media) throw new WrongUse(`There is no media ${mediaId}.`);
      return media;
    },

    // The callback.
    /** Saves a callback url without the platform's verification. */
    setCallback(agentid: number, callbackUrl: string): void {
      apps.put({ ...acts.appOf(agentid), callbackUrl });
    },
    verifyUrl(agentid?: number, options?: VerificationOptions): Promise<Verification> {
      return verifyUrl(platform, doorOrRefuse(agentid).door, options);
    },
    /** Posts a body that must not count, alone, and returns what the product answered. */
    forge(name: Forgery, userid: string, content = `forged ${name}`, agentid?: number): Promise<Attempt> {
      const { app, door } = doorOrRefuse(agentid);
      const envelope = FORGERS[name]({ platform, door, agentid: app.agentid, userid, content });
      return post({ platform, envelope, timeoutMs: platform.settings.delivery.timeoutMs });
    },
    /** How often chaos befalls a delivery, by name, from 0 to 1; replaces what was set before. */
    chaos: driver.setRates,
    /** Resolves when no delivery is under way. */
    idle: driver.idle,

    /** What was posted through webhooks, in order; of one of them when its key is given. */
    pushed: (key?: string) => platform.pushed.filter((message) => key === undefined || message.key === key),

    // Time and mishaps.
    now: clock.now,
    advance: clock.advance,
    addFault: (fault: Fault) => platform.faults.add(fault),
    faults: platform.faults.list,
    clearFaults: platform.faults.clear,
    /** The code with which someone outside the corporation comes back from sign-in. */
    outsiderCode: () => platform.oauth.mint({ openid: platform.ids.text("openid", 28) }, "snsapi_base"),
    invalidateTokens: (bearer?: Bearer) => tokens.invalidate(bearer),
    setSwitches(changed: Partial<Switches>): void {
      Object.assign(platform.switches, SwitchOptions.parse({ ...platform.switches, ...changed }));
    },

    // The address book; a contacts-sync callback is told.
    putMember(member: NewMember): Delivery | undefined {
      const known = directory.member(member.userid);
      directory.putMember(MemberOptions.parse(member));
      const fields = [
        ["UserID", member.userid],
        ["Department", (member.department ?? [1]).join(",")],
      ] as const;
      return tellContactChange(platform, driver, known ? "update_user" : "create_user", fields);
    },
    removeMember(userid: string): Delivery | undefined {
      directory.removeMember(acts.memberOf(userid).userid);
      return tellContactChange(platform, driver, "delete_user", [["UserID", userid]]);
    },
    putDepartment(department: NewDepartment): Delivery | undefined {
      const known = directory.department(department.id);
      const { id, name, parentid } = DepartmentOptions.parse(department);
      directory.putDepartment(DepartmentOptions.parse(department));
      const fields = [
        ["Id", id],
        ["Name", name],
        ["ParentId", parentid],
      ] as const;
      return tellContactChange(platform, driver, known ? "update_party" : "create_party", fields);
    },

    // What the product did.
    calls: platform.calls.list,
    violations: violations.list,
    clearViolations: violations.clear,
    onChange: (listener: (userid: string) => void) => timelines.listen(listener),
  };
}

export type Control = ReturnType<typeof createControl>;

function firstReply({ timelines }: Platform, { userid, agentid, seq }: Pick<Delivery, "userid" | "agentid" | "seq">) {
  const find = (): Message | undefined =>
    timelines
      .of(userid)
      .find((message) => message.seq > seq && message.from === "product" && message.speaker === agentid);
  return new Promise<TimelineItem>((resolve) => {
    const look = () => {
      const message = find();
      if (!message) return;
      stop();
      resolve(itemOf(message));
    };
    const stop = timelines.listen(look);
    look();
  });
}
