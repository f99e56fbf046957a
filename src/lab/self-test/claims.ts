/**
 * What was asked of a guide in one world, and whether it held. A claim is a sentence about what came
 * out there (found, planned, treated, seen again), never about what stands in the guide's files.
 */
export interface Claims {
  /** @param told what was seen instead, for whoever reads of its failure */
  hold(claim: string, holds: boolean, told?: string): void;
  holds(claim: string): boolean;
  /** Those that hold. */
  held(): string[];
  /** Those that do not, with what was seen. */
  broken(): { claim: string; told: string }[];
}

export function createClaims(): Claims {
  const held = new Set<string>();
  const broken = new Map<string, string>();
  return {
    hold(claim, holds, told = "") {
      if (holds) held.add(claim);
      else if (!broken.has(claim)) broken.set(claim, told);
    },
    holds: (claim) => held.has(claim),
    held: () => [...held],
    broken: () => [...broken].map(([claim, told]) => ({ claim, told })),
  };
}
