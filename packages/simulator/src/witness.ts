import type { Simulator } from "./create-simulator.ts";

type Witness = (simulator: Simulator) => void;

const witnesses = new Set<Witness>();

/** Told of every simulator this process starts, so that a test suite can ask each of them at the end what was wrong. */
export function witnessSimulators(witness: Witness): () => void {
  witnesses.add(witness);
  return () => void witnesses.delete(witness);
}

export function presentTo(simulator: Simulator): Simulator {
  for (const witness of witnesses) witness(simulator);
  return simulator;
}
