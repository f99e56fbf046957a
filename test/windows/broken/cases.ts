import type { BrokenPc } from "./case.ts";
import { browserCases, localNetworkCases, popupCases, toolbarCases } from "./cases-browsers.ts";
import { certificateCases } from "./cases-certificates.ts";
import { networkCases } from "./cases-network.ts";
import { installerCases, programCases } from "./cases-programs.ts";
import { siteCases } from "./cases-sites.ts";

/** Every way in which a PC is broken here. */
export const cases: BrokenPc[] = [
  { name: "nothing is wrong", finds: [] },
  ...siteCases,
  ...popupCases,
  ...toolbarCases,
  ...localNetworkCases,
  ...browserCases,
  ...networkCases,
  ...programCases,
  ...installerCases,
  ...certificateCases,
];
