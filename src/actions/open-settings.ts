import type { SettingsPage } from "../guide/schema/action.ts";
import { type Action, nothing, refuse } from "./action.ts";

/**
 * Opens the page of Windows' settings on which the person at the PC has something to do. It changes
 * nothing.
 *
 * Source: learn.microsoft.com, "Description of Control Panel (.cpl) files" and canonical names.
 */
export const openSettings: Action = {
  id: "open-settings",
  async plan({ machine }, { step }) {
    const page = step.settings;
    if (page === undefined) return nothing;
    const { program, args } = pages[page];
    const there = await machine.system.fileFact(program);
    if (there.state === "not-applicable") return refuse("not-windows", page);
    const about = [{ key: `treat.page.${page}`, with: {} }];
    return { changes: [{ kind: "open", program, args, about }], refused: [] };
  },
};

const rundll32 = "%SystemRoot%\\System32\\rundll32.exe";
const control = "%SystemRoot%\\System32\\control.exe";

/** The tab of a control panel comes after its number of sheets: `inetcpl.cpl,,1` is the second. */
const internet = (tab: number) => ({
  program: rundll32,
  args: ["shell32.dll,Control_RunDLL", `inetcpl.cpl,,${tab}`],
});

const pages: Record<SettingsPage, { program: string; args: string[] }> = {
  "internet-options-general": internet(0),
  "internet-options-security": internet(1),
  "internet-options-privacy": internet(2),
  "internet-options-connections": internet(4),
  "internet-options-advanced": internet(6),
  "programs-and-features": { program: control, args: ["appwiz.cpl"] },
  "date-and-time": { program: control, args: ["timedate.cpl"] },
  services: {
    program: "%SystemRoot%\\System32\\mmc.exe",
    args: ["services.msc"],
  },
};
