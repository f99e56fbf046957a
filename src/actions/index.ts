import type { ActionId } from "../guide/schema/action.ts";
import type { Action } from "./action.ts";
import { allowLocalNetwork } from "./allow-local-network.ts";
import { allowPopups } from "./allow-popups.ts";
import { bypassProxy } from "./bypass-proxy.ts";
import { clearCache } from "./clear-cache.ts";
import { hostsEntry } from "./hosts-entry.ts";
import { importRoot } from "./import-root.ts";
import { installProgram } from "./install-program.ts";
import { openSettings } from "./open-settings.ts";
import { removeProgram } from "./remove-program.ts";
import { resetBrowser } from "./reset-browser.ts";
import { startService } from "./start-service.ts";
import { trustSites } from "./trust-sites.ts";

/** Every action by the word with which a guide's step names it. */
export const actions: Record<ActionId, Action> = {
  "trust-sites": trustSites,
  "allow-popups": allowPopups,
  "clear-cache": clearCache,
  "reset-browser": resetBrowser,
  "remove-program": removeProgram,
  "install-program": installProgram,
  "import-root": importRoot,
  "hosts-entry": hostsEntry,
  "allow-local-network": allowLocalNetwork,
  "bypass-proxy": bypassProxy,
  "start-service": startService,
  "open-settings": openSettings,
};
