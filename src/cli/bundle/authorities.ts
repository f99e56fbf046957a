import { machineRoots } from "../../actions/own-roots.ts";
import { authoritiesIn } from "../../bundle/pins/authority.ts";
import type { Io } from "../command.ts";
import { readBytes } from "../files.ts";
import { ownMachine } from "../own-machine.ts";
import { Refusal } from "../refusal.ts";
import { pathIn } from "./media.ts";
import { bundleText } from "./text.ts";

const bytesMost = 4 * 1024 * 1024;

/** Whom to believe about signed programs: what this PC trusts, and the certificates of a file. */
export async function authoritiesOf(file: string | undefined, io: Io) {
  const named = file === undefined ? [] : certificatesIn(file, io);
  if (process.platform !== "win32") return named;
  const machine = await ownMachine({ publicCaPems: [], env: io.env });
  return machine ? [...(await machineRoots(machine.system)), ...named] : named;
}

function certificatesIn(file: string, io: Io) {
  const text = bundleText[io.lang];
  const found = authoritiesIn(readBytes(pathIn(io, file), bytesMost, text).toString("latin1"));
  if (!found) throw new Refusal(text.badAuthorities(file));
  return found;
}
