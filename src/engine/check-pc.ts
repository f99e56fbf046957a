import type { Case } from "./case.ts";
import type { JudgedCheck } from "./check.ts";
import { judgeBrowsers } from "./pc/browsers.ts";
import { judgeCertificates } from "./pc/certificates.ts";
import { judgeFiles } from "./pc/files.ts";
import { judgeLocalNames } from "./pc/local-names.ts";
import { judgeLocalNetwork } from "./pc/local-network.ts";
import { judgePopups } from "./pc/popups.ts";
import { judgePrograms } from "./pc/programs.ts";
import { judgeSites } from "./pc/sites.ts";
import { judgeToolbars } from "./pc/toolbars.ts";

/** Every requirement of the guide that is about the PC itself and not about its network. */
export function judgePc(the: Case): JudgedCheck[] {
  return [
    ...judgeBrowsers(the),
    ...judgeSites(the),
    ...judgePopups(the),
    ...judgeToolbars(the),
    ...judgeLocalNetwork(the),
    ...judgePrograms(the),
    ...judgeLocalNames(the),
    ...judgeCertificates(the),
    ...judgeFiles(the),
  ];
}
