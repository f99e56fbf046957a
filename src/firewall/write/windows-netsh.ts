import { heading, stemOf, textOf } from "./_text.ts";
import { windowsHint, windowsPart, windowsRules } from "./_windows.ts";
import type { Writer } from "./writer.ts";

const netsh = "netsh advfirewall firewall";

/** For PCs without PowerShell's cmdlets. `delete` takes away every rule of the name. */
export const windowsNetsh: Writer = {
  id: "windows-netsh",
  title: "Windows Firewall (netsh)",
  write(request) {
    const parts = windowsPart(request);
    const stem = stemOf(request);
    const rules = windowsRules(parts);
    const remove = rules.map(
      ({ name, direction }) =>
        `${netsh} delete rule name="${name}" dir=${side(direction)} >nul 2>&1`,
    );
    const add = rules.map(({ name, direction, protocol, local, remote, ports, comment }) =>
      [
        `${netsh} add rule name="${name}" dir=${side(direction)} action=allow protocol=${protocol}`,
        `localip=${local.join()} remoteip=${remote.join()}`,
        `${direction === "Outbound" ? "remoteport" : "localport"}=${ports.join()}`,
        `profile=any description="${comment}" || exit /b 1`,
      ].join(" "),
    );
    return {
      add: [
        {
          name: `${stem}.cmd`,
          text: textOf(
            [
              "@echo off",
              ...heading(parts, "rem", windowsHint, "Running it again replaces the rules."),
              ...remove,
              ...add,
            ],
            "\r\n",
          ),
        },
      ],
      remove: [
        {
          name: `${stem}-remove.cmd`,
          text: textOf(
            [
              "@echo off",
              ...heading(parts, "rem", "Takes the rules away."),
              ...remove,
              "exit /b 0",
            ],
            "\r\n",
          ),
        },
      ],
      needsPerson: parts.needsPerson,
    };
  },
};

function side(direction: "Outbound" | "Inbound"): string {
  return direction === "Outbound" ? "out" : "in";
}
