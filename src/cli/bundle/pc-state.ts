import { machineFolder, userFolder } from "../../actions/own-folder.ts";
import { BundleFault } from "../../bundle/fault.ts";
import {
  decodeState,
  encodeState,
  stateBytesMax,
  stateFileName,
  type TrustState,
} from "../../bundle/trust-state.ts";
import type { Done, System } from "../../machine/system.ts";

const fileIn = (folder: string) => `${folder}\\${stateFileName}`;

/**
 * What this PC remembers of bundles that it has accepted, the whole PC's first. Whoever has an
 * administrator's rights goes by that alone: a user's file is written by whatever runs for him. Empty
 * where none was accepted yet, and on a system that has no such folders.
 *
 * @throws {BundleFault} `trust.state-damaged` where it cannot be read: that must not pass for none
 */
export async function readPcStates(system: System): Promise<Required<TrustState>[]> {
  const folders = (await isElevated(system)) ? [machineFolder] : [machineFolder, userFolder];
  const states: Required<TrustState>[] = [];
  for (const folder of folders) {
    const read = await system.readFile(fileIn(folder), stateBytesMax);
    if (read.state === "absent" || read.state === "not-applicable") continue;
    if (read.state !== "found") throw new BundleFault("trust.state-damaged", fileIn(folder));
    states.push(decodeState(read.value));
  }
  return states;
}

/** Remembers a bundle that was accepted: the whole file or nothing of it. */
export async function writePcState(system: System, state: Required<TrustState>): Promise<Done> {
  const folder = (await isElevated(system)) ? machineFolder : userFolder;
  return system.writeFile(fileIn(folder), encodeState(state));
}

async function isElevated(system: System): Promise<boolean> {
  const elevated = await system.elevated();
  return elevated.state === "found" && elevated.value;
}
