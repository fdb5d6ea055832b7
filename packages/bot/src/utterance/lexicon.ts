/** What the parser looks words up in; compiled once per office. */
export type Lexicon = Readonly<{ words: ReadonlyMap<string, unknown> }>;
