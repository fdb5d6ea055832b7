import type { Token } from "../token.ts";

/** Knows one kind of unknown word by its neighbours. `on`: the kind its token is of, or the characters it begins with. */
export type Refiner = Readonly<{
  name: string;
  on: Readonly<{ kind: "figure" | "unknown" | "unknown or span" } | { begins: string }>;
  refine: (tokens: readonly Token[], at: number) => Token | undefined;
}>;
