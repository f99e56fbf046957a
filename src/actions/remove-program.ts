import type { InstalledProgram } from "../machine/pc.ts";
import {
  type Action,
  type Hands,
  isElevated,
  nothing,
  type Planned,
  refuse,
  together,
  unread,
} from "./action.ts";
import { hasName, isInProfile, isOfUser, uninstallerOf } from "./installed.ts";

/**
 * Removes the programs or toolbars of the step, each by the uninstaller that it registered itself.
 * It comes back only by being installed again.
 */
export const removeProgram: Action = {
  id: "remove-program",
  async plan(hands, { guide, step }) {
    const programs = guide.programs.filter(({ id }) => step.programs?.includes(id));
    const toolbars = guide.toolbars.filter(({ id }) => step.toolbars?.includes(id));
    const names = [
      ...programs.flatMap(({ uninstallNames }) => uninstallNames),
      ...toolbars.flatMap((toolbar) => [...toolbar.names, ...(toolbar.uninstallNames ?? [])]),
    ];
    const installed = await hands.machine.pc.programs();
    if (installed.state === "absent") return nothing;
    if (installed.state !== "found") return unread(installed, names.join(", "));
    const found = installed.value.filter((program) => hasName(names, program));
    const parts: Planned[] = [];
    for (const program of found) parts.push(await removeOne(hands, program, found));
    return together(parts);
  },
};

async function removeOne(
  hands: Hands,
  program: InstalledProgram,
  all: readonly InstalledProgram[],
): Promise<Planned> {
  const { name, key = "", view } = program;
  const own = isOfUser(program);
  const elevated = await isElevated(hands);
  if (!own && !elevated) return refuse("needs-admin", name);
  // Whatever runs for the user can write such an entry, and would so be given more rights.
  if (own && elevated) return refuse("not-as-admin", name);
  const parsed = await uninstallerOf(hands.machine.system, program);
  if (!parsed) return refuse("no-uninstaller", name);
  if (parsed.is === "unclear") return refuse("uninstaller-unclear", name);
  if (parsed.is === "missing") return refuse("uninstaller-missing", name, { file: parsed.program });
  if (elevated && isInProfile(parsed.command.program)) return refuse("not-as-admin", name);
  const alone = all.filter((other) => other.name === name).length === 1;
  const done =
    key === "" || alone
      ? { sign: "program" as const, names: [name], there: false }
      : { sign: "key" as const, path: key, ...(view && { view }), there: false };
  return {
    changes: [
      {
        kind: "run",
        ...parsed.command,
        files: [],
        timeoutMs: 900_000,
        visible: true,
        done,
        back: { way: "none" },
        kept: [],
        about: [{ key: "treat.about.program-removed", with: { name } }],
      },
    ],
    refused: [],
  };
}
