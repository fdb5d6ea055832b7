/** The control plane was used in a way that cannot work; the sentence says what to do. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}
