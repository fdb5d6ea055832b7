import type { Token } from "../token.ts";

/** Knows one kind of unknown word by its neighbours. */
export type Refiner = Readonly<{ name: string; refine: (tokens: readonly Token[], at: number) => Token | undefined }>;
