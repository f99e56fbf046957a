import type { Reading } from "../evidence/outcome.ts";
import type { Done, System } from "./system.ts";

const notHere = async (): Promise<Reading<never>> => ({ state: "not-applicable" });
const refused = async (): Promise<Done> => ({ ok: false, failure: "not-permitted" });

/** A machine that keeps its hands off the PC: nothing to read, nothing that may be changed. */
export const noSystem: System = {
  readKey: notHere,
  writeKey: refused,
  fileFact: notHere,
  readFile: notHere,
  readPart: notHere,
  listFolder: notHere,
  freeBytes: notHere,
  writeFile: refused,
  remove: refused,
  move: refused,
  run: notHere,
  elevated: notHere,
};
