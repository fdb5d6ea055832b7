/** What a word does in a sentence, beyond naming an indicator, a channel or an applicant. */
export type Mark = "filler";
