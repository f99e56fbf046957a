import type { CommandLine } from "../actions/command-line.ts";
import { hasName, isInProfile, isOfUser, uninstallerOf } from "../actions/installed.ts";
import type { Machine } from "../machine/machine.ts";
import type { LeftBecause } from "./journal.ts";

export type Removal =
  | { is: "command"; command: CommandLine }
  | { is: "left"; why: LeftBecause }
  | { is: "failed"; failure: "unreadable"; code?: string | undefined };

/**
 * What removes a program again that was installed for the whole PC. Entries in a user's own part of
 * the registry do not count: whoever uses the account can write them, and what they name would be
 * started with an administrator's rights. Of several programs nobody can tell which one it is.
 */
export async function removalOf(machine: Machine, names: readonly string[]): Promise<Removal> {
  const programs = await machine.pc.programs();
  if (programs.state !== "found") return { is: "failed", failure: "unreadable" };
  const installed = programs.value.filter(
    (one) => one.key !== undefined && !isOfUser(one) && hasName(names, one),
  );
  const [one, another] = installed;
  if (another) return { is: "left", why: "foreign" };
  const command = one && (await uninstallerOf(machine.system, one));
  return command?.is === "command" && !isInProfile(command.command.program)
    ? command
    : { is: "left", why: "lasting" };
}
