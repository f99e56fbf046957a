import type { GivenFact } from "./facts.ts";

/**
 * Questions under which it is told what a guide's own question was answered, and that a remedy was
 * done and did not help.
 */
export const toldAs = { answer: "lead:", tried: "tried:" } as const;
/** Whether it is told under one of them. */
export function isOfGuide(question: string): boolean {
  return Object.values(toldAs).some((head) => question.startsWith(head));
}

/** What is said of a remedy that did not help. */
export const triedInVain = "in-vain";
/** The answer to any question that says nothing, so that it is not asked again. */
export const dontKnow = "unknown";

/** What a person has told, by question, as facts of the evidence. */
export function toldFacts(answers: Readonly<Record<string, string>>): GivenFact[] {
  return Object.entries(answers).map(([question, answer]) => ({
    probe: "told",
    with: { question },
    fact: { answer },
  }));
}
