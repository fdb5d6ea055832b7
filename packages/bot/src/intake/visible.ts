const UNSEEN = /[^\P{Cc}\n\t]|\p{Bidi_Control}|\p{Noncharacter_Code_Point}/gu;

/**
 * Text of a file or an option as it may be shown on a terminal or printed: nothing in it can move the cursor, turn the
 * line around or break an XML file.
 */
export const visible = (text: string): string => text.replaceAll(UNSEEN, "\u{fffd}");
