import { readStateFolder, type TrustState } from "../../bundle/trust-state.ts";
import type { Io } from "../command.ts";
import { ownMachine } from "../own-machine.ts";
import { readPcStates } from "./pc-state.ts";

/**
 * All that is remembered of earlier bundles: what this PC has accepted, and what a folder that was
 * named keeps. A bundle must be no step back for any of it.
 */
export async function seenBefore(
  folder: string | undefined,
  io: Io,
): Promise<Required<TrustState>[]> {
  const machine = await ownMachine({ publicCaPems: [], env: io.env });
  const states = machine ? await readPcStates(machine.system) : [];
  const own = folder === undefined ? {} : readStateFolder(folder);
  return isWhole(own) ? [...states, own] : states;
}

const isWhole = (state: TrustState): state is Required<TrustState> => state.root !== undefined;
