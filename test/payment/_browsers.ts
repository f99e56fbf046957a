import { type PayerProgram, payerPrograms } from "../../src/lab/payment/payer-browser.ts";
import type { BrowserKind } from "../../src/lab/payment/payer-settings.ts";

export type { BrowserKind } from "../../src/lab/payment/payer-settings.ts";

/** The browser of a kind as this machine has it; Debian's comes first. */
export function programOf(kind: BrowserKind): PayerProgram | undefined {
  return payerPrograms().find((each) => each.kind === kind);
}

/** False, or in one line what is missing for tests with this browser. */
export function browserMissing(kind: BrowserKind): false | string {
  return programOf(kind) ? false : `no ${kind} with a folder for policies`;
}
