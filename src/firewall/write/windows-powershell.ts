import { heading, stemOf, textOf } from "./_text.ts";
import { windowsHint, windowsPart, windowsRules } from "./_windows.ts";
import type { Writer } from "./writer.ts";

/** Rules of one group, by which they are found again. */
export const windowsPowershell: Writer = {
  id: "windows-powershell",
  title: "Windows Firewall (PowerShell)",
  write(request) {
    const parts = windowsPart(request);
    const stem = stemOf(request);
    const remove = `Get-NetFirewallRule -Group '${stem}' -ErrorAction SilentlyContinue | Remove-NetFirewallRule`;
    const rules = windowsRules(parts).map(
      ({ name, direction, protocol, local, remote, ports, comment }) =>
        [
          `New-NetFirewallRule -DisplayName '${name}' -Group '${stem}' -Description '${comment}'`,
          `-Direction ${direction} -Action Allow -Profile Any -Protocol ${protocol}`,
          `-LocalAddress ${list(local)} -RemoteAddress ${list(remote)}`,
          `-${direction === "Outbound" ? "RemotePort" : "LocalPort"} ${list(ports)} | Out-Null`,
        ].join(" "),
    );
    const start = ["#Requires -RunAsAdministrator", "$ErrorActionPreference = 'Stop'"];
    return {
      add: [
        {
          name: `${stem}.ps1`,
          text: textOf(
            [
              ...heading(parts, "#", windowsHint, "Running it again replaces the group."),
              ...start,
              remove,
              ...rules,
            ],
            "\r\n",
          ),
        },
      ],
      remove: [
        {
          name: `${stem}-remove.ps1`,
          text: textOf(
            [...heading(parts, "#", "Takes every rule of the group away."), ...start, remove],
            "\r\n",
          ),
        },
      ],
      needsPerson: parts.needsPerson,
    };
  },
};

function list(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}
