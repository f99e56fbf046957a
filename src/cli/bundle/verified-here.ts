import { machineRoots } from "../../actions/own-roots.ts";
import { type Container, openContainer } from "../../bundle/container/read.ts";
import { BundleFault } from "../../bundle/fault.ts";
import { faultWords } from "../../bundle/said.ts";
import type { Anchor, Verified } from "../../bundle/verify.ts";
import type { Prepared } from "../../doctor/prepare.ts";
import { oneLine } from "../../guide/error.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Done } from "../../machine/system.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { believe } from "./believe.ts";
import { type BundleFiles, unpackTo } from "./bundle-files.ts";
import { installText } from "./install-text.ts";
import { orRefusal } from "./media.ts";
import { checkPlain } from "./open.ts";
import { readPcStates, writePcState } from "./pc-state.ts";

export interface BundleGiven {
  file: string;
  anchor: Anchor | undefined;
  /** Of the JSON in which a refusal is told too; absent where nobody wants any. */
  schema?: string | undefined;
}

/**
 * Verifies a bundle by all that this PC has seen before, and gives it to whoever works with it. What
 * is not to be trusted is said, and ends with 1; what cannot be read at all with 2.
 */
export async function withVerifiedHere(
  machine: Machine,
  { file, anchor, schema }: BundleGiven,
  io: Io,
  work: (container: Container, verified: Verified) => Promise<number>,
): Promise<number> {
  const text = installText[io.lang];
  let container: Container | undefined;
  try {
    checkPlain(file, file, io);
    container = await openContainer(file);
    const states = await readPcStates(machine.system);
    const roots = await machineRoots(machine.system);
    const now = new Date(machine.now());
    const verified = await believe(container, states, { anchor, roots, now });
    if (verified.trust === "first-seen") throw new Refusal(text.needsAnchor(verified.root.sha256));
    return await work(container, verified);
  } catch (error) {
    if (!(error instanceof BundleFault)) return await orRefusal(io, () => Promise.reject(error));
    const { code, entry, detail } = error;
    if (schema !== undefined)
      io.out(`${JSON.stringify({ schema, accepted: false, code, entry, detail }, null, 2)}\n`);
    io.err(`jochi bundle: ${oneLine(faultWords(error, io.lang))}\n`);
    io.err(`${text.notVerified}\n`);
    return 1;
  } finally {
    await container?.close();
  }
}

/** What taking a bundle in comes to on this PC. */
export interface Acceptance {
  /** From then on anything older is refused. */
  remember(): Promise<Done>;
  remembered(): boolean;
  /** Called once somebody has agreed: remembers the bundle, then unpacks what is needed. */
  ready(prepared: Prepared): Promise<Done>;
}

export function acceptance(
  { system }: Machine,
  verified: Verified,
  files: BundleFiles,
): Acceptance {
  let kept = false;
  async function remember(): Promise<Done> {
    if (kept) return { ok: true };
    const done = await writePcState(system, verified.next);
    kept = done.ok;
    return done;
  }
  return {
    remember,
    remembered: () => kept,
    async ready({ entries }) {
      const done = await remember();
      if (!done.ok) return done;
      const used = entries.flatMap(({ change }) => (change.kind === "run" ? change.files : []));
      const paths = used.map(({ path }) => path);
      return unpackTo(system, files, paths);
    },
  };
}
