// Start the platform on this machine.

export { createSimulator, type Simulator } from "./create-simulator.ts";
export type { SimulatorOptions } from "./simulator-options.ts";
export type { Switches } from "./switches.ts";

export { witnessSimulators } from "./witness.ts";

// Act as its members, and see what they see.

export type { BotActs, Feedback, WhereToBot } from "./aibot/bot-acts.ts";
export type { SaidToBot } from "./aibot/bot-message.ts";
export type { Selected } from "./callback/inner-event.ts";
export type { Said } from "./callback/inner-message.ts";
export type { ActOptions, Click } from "./callback/member-acts.ts";
export type { Control } from "./control/control.ts";
export type { TimelineItem } from "./control/timeline-view.ts";
export type { CardState, Fields, Message, Speaker } from "./state/timeline.ts";
export type { Element } from "./wire/xml.ts";

// What became of a callback, and how it can go wrong.

export { CHAOS_NAMES, type ChaosName, type ChaosRates, DISTURBANCES, FORGERIES } from "./callback/chaos.ts";
export type { Delivery, DeliveryReport } from "./callback/delivery.ts";
export type { Attempt } from "./callback/post.ts";
export type { Verification, VerificationOptions } from "./callback/verify-url.ts";
export { WrongUse } from "./wrong-use.ts";

// What the product did.

export type { Pushed } from "./platform.ts";
export type { Bearer } from "./state/access-tokens.ts";
export type { ApiCall } from "./state/calls.ts";
export type { Fault } from "./state/faults.ts";
export { VIOLATIONS, type Violation, type ViolationKind } from "./state/violations.ts";
