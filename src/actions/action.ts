import type { Reading } from "../evidence/outcome.ts";
import type { Owner } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import type { ActionId } from "../guide/schema/action.ts";
import type { Step } from "../guide/schema/remedy.ts";
import type { Machine } from "../machine/machine.ts";
import type { Certificate } from "../trust/certificate.ts";
import type { Change } from "./change.ts";

/** What an action may use. It reads; changing is the runner's. */
export interface Hands {
  machine: Machine;
}

/** The step that names the action, in its guide. */
export interface Given {
  guide: Guide;
  step: Step;
  /** The folder with installers and certificate files, where there is one. */
  files: string | undefined;
  /** Authorities that will be trusted here by then, because the same treatment imports them before. */
  trusted?: readonly Certificate[];
}

/** Why an action leaves its hands off: the closed list. `owner` of each can do something about it. */
export const refusals = {
  "needs-admin": "pc-admin",
  "not-as-admin": "user",
  "policy-rules": "pc-admin",
  "machine-zones-only": "pc-admin",
  "not-windows": "user",
  unreadable: "pc-admin",
  "no-files-folder": "user",
  "file-missing": "user",
  "file-too-large": "user",
  "no-pin": "provider",
  "wrong-hash": "security",
  "signature-refused": "security",
  "certificate-other": "security",
  "certificate-malformed": "security",
  "certificate-expired": "provider",
  "certificate-not-yet-valid": "provider",
  "certificate-distrusted": "provider",
  "no-uninstaller": "pc-admin",
  "uninstaller-missing": "pc-admin",
  "uninstaller-unclear": "pc-admin",
  "service-missing": "pc-admin",
  "service-disabled": "pc-admin",
  "hosts-taken": "pc-admin",
  "hosts-encoding": "pc-admin",
  "too-much": "pc-admin",
  "script-decides": "proxy",
} as const satisfies Record<string, Owner>;
export type RefusalCode = keyof typeof refusals;

export interface Refused {
  code: RefusalCode;
  /** What it is about, as people know it: a program, a certificate, a file. */
  subject: string;
  /** Gaps of the sentence that says it. */
  with: Record<string, string | number>;
}

/**
 * What is to be changed, in order. Both lists empty: all is as it should be. Both filled: part of it
 * can be done.
 */
export interface Planned {
  changes: Change[];
  refused: Refused[];
}

/**
 * One change to a PC. `plan` reads how things are and says exactly what would be changed, which is
 * all that a preview shows and all that is then done.
 */
export interface Action {
  id: ActionId;
  plan(hands: Hands, given: Given): Promise<Planned>;
}

export const nothing: Planned = { changes: [], refused: [] };

export function refuse(
  code: RefusalCode,
  subject: string,
  gaps: Record<string, string | number> = {},
): Planned {
  return { changes: [], refused: [{ code, subject, with: gaps }] };
}

/** What a reading that gave no answer comes to: nothing is changed on a guess. */
export function unread(reading: Exclude<Reading<unknown>, { state: "found" }>, subject: string) {
  if (reading.state === "not-applicable") return refuse("not-windows", subject);
  const code = reading.state === "unreadable" ? (reading.code ?? reading.failure) : "-";
  return refuse("unreadable", subject, { code });
}

export function together(parts: readonly Planned[]): Planned {
  return {
    changes: parts.flatMap(({ changes }) => changes),
    refused: parts.flatMap(({ refused }) => refused),
  };
}

/** Whether this run may change what belongs to the whole PC; not known counts as no. */
export async function isElevated({ machine }: Hands): Promise<boolean> {
  const elevated = await machine.system.elevated();
  return elevated.state === "found" && elevated.value;
}
