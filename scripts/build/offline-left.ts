/**
 * Modules that the offline file never uses, because it changes no PC: their words and screens are
 * left out of it. Nothing of them is called
 * where `State.can.treat` is false and `State.demo` null; a test looks for their words and their traces.
 */
export const leftOut: readonly string[] = [
  "src/text/deploy.ts",
  "src/text/firewall.ts",
  "src/text/firewall-config.ts",
  "src/text/treat.ts",
  "src/text/trust.ts",
  "src/report/treatment.ts",
  "src/portal/view/demonstration.tsx",
  "src/portal/view/journal.tsx",
  "src/portal/view/remains.tsx",
  "src/portal/view/treatment.tsx",
];
