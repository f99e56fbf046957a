import type { Io } from "../command.ts";
import { bundleHelp, type HelpOf } from "./help-text.ts";

/** Whether only help was wanted, which has then been shown. */
export function helpFor(what: HelpOf, argv: readonly string[], io: Io): boolean {
  const wanted = argv.some((word) => word === "--help" || word === "-h");
  if (wanted) io.out(`${bundleHelp[io.lang][what]}\n`);
  return wanted;
}
