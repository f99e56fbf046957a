import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeBeside } from "./container/beside.ts";
import { BundleFault } from "./fault.ts";

/**
 * What a PC remembers of the last bundle that it accepted, so that nothing older passes for new: the
 * files of metadata themselves, and when that was. All are absent on a PC that has seen none.
 */
export interface TrustState {
  root?: Uint8Array;
  timestamp?: Uint8Array;
  snapshot?: Uint8Array;
  /** Milliseconds since 1970: the latest time that a bundle was accepted at. */
  lastSeenAt?: number;
}

/** A PC that has seen no bundle. */
export const noState: TrustState = {};

const Base64 = z.base64().max(8 * 1024 * 1024);
const StateFile = z.strictObject({
  schema: z.literal("jochi.bundle-state/1"),
  root: Base64,
  timestamp: Base64,
  snapshot: Base64,
  lastSeenAt: z.int().min(0).max(8.64e15),
});

export const stateFileName = "bundles.json";
export const stateBytesMax = 24 * 1024 * 1024;

/** One file, so that it is there whole or not at all. Only a whole state can be kept. */
export function encodeState(state: Required<TrustState>): Buffer {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const file: z.infer<typeof StateFile> = {
    schema: "jochi.bundle-state/1",
    root: base64(state.root),
    timestamp: base64(state.timestamp),
    snapshot: base64(state.snapshot),
    lastSeenAt: state.lastSeenAt,
  };
  return Buffer.from(`${JSON.stringify(file)}\n`);
}

/** Throws `trust.state-damaged`: a state that cannot be read must not pass for none. */
export function decodeState(bytes: Uint8Array): Required<TrustState> {
  const parsed = StateFile.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new BundleFault("trust.state-damaged");
  const { root, timestamp, snapshot, lastSeenAt } = parsed.data;
  const of = (text: string) => Buffer.from(text, "base64");
  return { root: of(root), timestamp: of(timestamp), snapshot: of(snapshot), lastSeenAt };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The state kept in a folder; `noState` where there is none yet. */
export function readStateFolder(folder: string): TrustState {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, stateFileName));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return noState;
    throw new BundleFault("trust.state-damaged");
  }
  if (bytes.length > stateBytesMax) throw new BundleFault("trust.state-damaged");
  return decodeState(bytes);
}

export async function writeStateFolder(folder: string, state: Required<TrustState>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const bytes = encodeState(state);
  await writeBeside(join(folder, stateFileName), bytes.length, async (file) => {
    await file.writeFile(bytes);
  });
}
