/** What this installation of the platform can do; private builds lack some of it (wecom reference 5). */
export type Features = Readonly<{
  /** Off: a card is said as text with numbered replies. */
  cards: boolean;
  updateCard: boolean;
  /** Off: a repeated try may be seen twice. */
  duplicateCheck: boolean;
}>;

export const ALL_FEATURES: Features = { cards: true, updateCard: true, duplicateCheck: true };
