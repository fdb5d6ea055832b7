const MEMBER_ID = /^[A-Za-z0-9_.@-]{1,64}$/;

/**
 * Whether this names one member (document/path/90196). "@all" and "|" would turn a message to one into a message to
 * everybody or to many.
 */
export function isMemberId(text: string): boolean {
  return MEMBER_ID.test(text) && text.toLowerCase() !== "@all";
}
