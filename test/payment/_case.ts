import type { Owner } from "../../src/evidence/verdict.ts";
import type { Guide } from "../../src/guide/guide.ts";
import type { Settings } from "../../src/lab/payment/payer-settings.ts";
import type { PaymentChange } from "../../src/lab/payment/with-payment.ts";
import type { BrowserKind } from "./_browsers.ts";
import type { Seen } from "./_driver.ts";

/** Until a window that stays empty has been seen to stay so. */
export const blankMs = 2_000;

/** Until nothing more comes, on a busy machine as well. */
export const silentMs = 6_000;

/** One real reason for a symptom of the guide, and how the symptom looks then. */
export interface Case {
  symptom: string;
  /** What is wrong, in a few words. */
  why: string;
  faults?: string[];
  change?: PaymentChange;
  settings?: Partial<Settings>;
  /** The screen at which the payer stops looking, until something has gone wrong. */
  stopAt?: string;
  /** The screen at which the payer does nothing. */
  waitAt?: string;
  /** The browser in which alone it looks so. */
  only?: BrowserKind;
  /** How long the payer looks at a screen on which nothing happens, ms. */
  limitMs?: number;
  /** Needs a browser that is started anew: the payment is finished after the last of these. */
  another?: true;
  /** Whether the payer tries once more, and sees the same. */
  again?: true;
  /** What goes wrong while the payer waits. */
  later?: string[];
  /** A screen that is no notice in the guide's words. */
  looks?: (seen: Seen) => boolean;
  /** A cause that the doctor finds for it. Absent where only a person can tell. */
  cause?: string;
  /** What the guide holds to be left then: the page names it as possible. */
  remains?: string;
  /** What is behind it in truth, where the page begins with something else. */
  truth?: string;
  /** Who has to act, as the page says. */
  owner: Owner;
  /**
   * How the page leads: remedies of the guide, each changed by Jochi or done by whose task it is;
   * `instead`: Jochi could do a part, and somebody does all of it.
   */
  way: [remedy: string, by: "jochi" | "hand" | "instead"][];
  /** What is chosen in the demonstration, where it is not the faults. */
  chosen?: string[];
  /** What the payer answers to questions of the page, each by its id and the answer's. */
  answers?: [question: string, answer: string][];
  /** The message is the browser's own, and stands in its tools for developers alone. */
  complains?: true;
  /** The browser itself holds the reason and keeps it, until the payer takes a window without it. */
  lasting?: true;
  /** Only an administrator can act, and the page says it in other words. */
  managed?: true;
  /** Whether every run takes it, where the others have to be asked for. */
  always?: true;
}

/** In the guide's own words, where it has some; else as the case says. */
export function isShown(guide: Guide, { symptom, looks }: Case, seen: Seen): boolean {
  const message = guide.symptoms.find(({ id }) => id === symptom)?.message;
  return looks ? looks(seen) : seen.notices.some((text) => text === message);
}

/** A program's page of installation. */
export const installs =
  (agent: string) =>
  ({ window }: Seen): boolean =>
    window?.url.endsWith(`/install?agent=${agent}`) === true && window.at === "install";

/** A window in which nothing has come yet. */
export const staysBlank = ({ window, notices }: Seen): boolean =>
  window?.url === "about:blank" && notices.length === 0;

/** A window that shows no page of the wallet. */
export const isForeign = ({ window }: Seen): boolean =>
  window !== undefined && window.at === undefined;

/** The browser's own page about a server that it did not reach. */
export const isUnreached = (seen: Seen): boolean =>
  isForeign(seen) && seen.window?.url !== "about:blank";
