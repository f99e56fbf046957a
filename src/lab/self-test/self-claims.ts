import type { Remedy } from "../../doctor/prepare.ts";
import type { Finding } from "../../evidence/report.ts";
import type { SettingsPage } from "../../guide/schema/action.ts";
import type { Claims } from "./claims.ts";
import type { Treatment } from "./treatment.ts";

/** What is refused only because nobody has put the files beside it. */
const wantsFiles: readonly string[] = ["no-files-folder", "file-missing"];

/** What is claimed of a remedy that Jochi does by itself, on a PC that is played. */
export function bySelf(
  claims: Claims,
  remedy: Remedy,
  { cause, subjects }: Finding,
  { prepared, ordinary, done }: Treatment,
): void {
  const { id, automatic, owner } = remedy;
  const { entries, refused } = prepared;
  claims.hold(`does ${id}`, entries.length > 0);
  for (const { action } of entries) claims.hold(`acts ${id} ${action}`, true);
  for (const { action, code, subject, with: gaps } of refused) {
    // What it would start is not at hand here; that it asks for it is what can be seen.
    const file = gaps.file === undefined ? "" : ` ${gaps.file}`;
    claims.hold(`asks ${id} ${action} ${code} ${subject}${file}`, true);
  }
  const couldDo = entries.length > 0 || refused.some(({ code }) => wantsFiles.includes(code));
  claims.hold(`offers ${cause} ${id}`, automatic && couldDo);
  // What is done on the PC itself is no other team's, and what only its administrator may is his.
  const needsAdmin = ordinary.refused.some(({ code }) => code === "needs-admin");
  claims.hold(`rights ${id}`, owner === "pc-admin" || (owner === "user" && !needsAdmin), owner);
  for (const { settings } of remedy.steps)
    if (settings !== undefined) claims.hold(`window ${cause} ${id}`, canMend(settings, cause));
  if (!done) return;
  const known = new Set(done.before.findings.map((finding) => finding.cause));
  const left = done.after.findings.filter(({ certainty }) => certainty !== "ruled-out");
  const isLeft = left.some(
    (one) => one.cause === cause && subjects.some((subject) => one.subjects.includes(subject)),
  );
  const isNew = left.some((one) => !known.has(one.cause));
  const ended = done.outcome === "done" && !isLeft && !isNew;
  claims.hold(`treats ${cause} ${id}`, ended, done.outcome);
  claims.hold(`undone ${id}`, done.isBack !== false);
  // A promise to do all of it must be kept where no part of it is refused.
  const isKept = ended || refused.length > 0 || pressesButton(remedy);
  claims.hold(`promise ${cause} ${id}`, !automatic || isKept, done.outcome);
}

/** A reset is done in the browser's own window, where a person presses the button. */
function pressesButton({ steps }: Remedy): boolean {
  return steps.some(({ action }) => action === "reset-browser" || action === "clear-cache");
}

/** Causes that can be ended by hand in each window of Windows, by their first words. */
const mends: Record<SettingsPage, RegExp> = {
  "internet-options-general": /^browser\./,
  "internet-options-security": /^(site|popup)\./,
  "internet-options-privacy": /^popup\./,
  "internet-options-connections": /^(proxy\.|local\.pac-wrong)/,
  "internet-options-advanced": /^(browser|tls)\./,
  "programs-and-features": /^(program|toolbar)\./,
  "date-and-time": /^clock\./,
  services: /^program\.stopped/,
};

function canMend(page: SettingsPage, cause: string): boolean {
  return mends[page].test(cause);
}
