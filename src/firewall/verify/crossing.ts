import type { Crossing } from "../prove/crossing.ts";
import type { FlowProof } from "../prove/prove.ts";

/** Where the flows cross, as the proofs found it; undefined names match perhaps. */
export function crossingOf(proofs: readonly FlowProof[], given: Crossing): Crossing {
  const found = proofs.flatMap(({ crossing }) => (crossing ? [crossing] : []));
  const same = (side: keyof Crossing) => {
    const names = new Set(found.map((crossing) => crossing[side]));
    return names.size === 1 ? [...names][0] : undefined;
  };
  return { input: given.input ?? same("input"), output: given.output ?? same("output") };
}
