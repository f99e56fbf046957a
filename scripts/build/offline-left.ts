/**
 * Modules that the offline file never uses, because it changes no PC and has no program behind it:
 * their screens are left out of it. Nothing of them is called where `State.can.treat` is false and `State.demo` null; a test looks
 * for their traces. Sentences that nothing in the file asks for are left out one by one
 * (`said-keys.ts`).
 */
export const leftOut: readonly string[] = [
  "src/report/treatment.ts",
  "src/portal/view/demonstration.tsx",
  "src/portal/view/journal.tsx",
  "src/portal/view/remains.tsx",
  "src/portal/view/treatment.tsx",
  "src/portal/view/way-out.tsx",
  "src/portal/style/way-out.css",
];

/** The sentences stand in the file beside the script, for data weighs less than code. */
export const instead = { "src/text/sentences.ts": "src/portal/sentences-in-file.ts" };
