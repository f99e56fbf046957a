import { type Phase, phases } from "../../table.ts";

const flagNames = ["ack", "fin", "psh", "rst", "syn", "urg"] as const;
type Flag = (typeof flagNames)[number];

export interface FlagMatch {
  /** Every flag must be as wanted; else one is enough. */
  all: boolean;
  wanted: [Flag, boolean][];
}

/** What the packets of each phase carry for certain; other flags they may carry or not. */
const carried: Readonly<Record<Phase, Partial<Record<Flag, boolean>>>> = {
  open: { syn: true, ack: false, fin: false, rst: false, psh: false, urg: false },
  reply: { syn: true, ack: true, fin: false, rst: false, psh: false, urg: false },
  data: { syn: false, ack: true },
  replyData: { syn: false, ack: true },
};

export function isFlag(word: string): boolean {
  return (flagNames as readonly string[]).includes(word.replace(/^[+-]/, ""));
}

export function signedFlag(word: string): [Flag, boolean] {
  return [word.replace(/^[+-]/, "") as Flag, !word.startsWith("-")];
}

/** Phases, as bits, whose packets surely or perhaps match. */
export function flagPhases({ all, wanted }: FlagMatch): { sure: number; perhaps: number } {
  let sure = 0;
  let perhaps = 0;
  for (const phase of Object.keys(phases) as Phase[]) {
    const found = wanted.map(([flag, set]) => {
      const value = carried[phase][flag];
      return value === undefined ? undefined : value === set;
    });
    const decided = all ? found.includes(false) : found.includes(true);
    if (decided) sure |= all ? 0 : phases[phase];
    else if (found.includes(undefined)) perhaps |= phases[phase];
    else if (all) sure |= phases[phase];
  }
  return { sure, perhaps };
}
