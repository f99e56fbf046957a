import { dirname, join } from "node:path";
import { recover } from "../../erasure/erasure.ts";
import { isTaken, syncFolder } from "../container/beside.ts";
import { openSource } from "../container/source.ts";
import { BundleFault } from "../fault.ts";
import { checkRoom } from "../room.ts";
import { gridOf, type SetDescription } from "./descriptor.ts";
import { payloadBytes } from "./frame.ts";
import { framesOf, type Grid, groupMax, parityFrame, parityOf, Weave } from "./grid.ts";
import { planRepairs, type Repair } from "./mend-plan.ts";
import { shareOf } from "./places.ts";
import { type PartReport, scanFile } from "./scan.ts";
import { begunSet, FrameStore, roomFor } from "./store.ts";
import { chooseSet, type FoundSet, surveySets } from "./survey.ts";

export interface JoinOptions {
  /** Where the file is made; else the name that the parts say, in `folder`. */
  output?: string;
  folder: string;
  /** Which set, by the beginning of its sixteen digits. */
  set?: string;
  signal?: AbortSignal;
  onProgress?: (done: number, of: number) => void;
}

export interface JoinResult {
  /** Whether the file is there now; else what is there is kept, and more parts are needed. */
  status: "joined" | "incomplete";
  set: string;
  output: string;
  bytes: number;
  sha256: string;
  parts: number;
  /** Parts of which nothing has been seen, in this run or before. */
  missing: number[];
  /** Bytes of the file that cannot be made again from what is there. */
  lackingBytes: number;
  /** Bytes of the file that had to be made again. */
  repairedBytes: number;
  /** Bytes that an earlier run had left. */
  resumedBytes: number;
  files: PartReport[];
}

const ownName = /\.(jochi|zip)$/i;

/**
 * Makes a file again from its parts, in any order and under any names; several runs may each bring some of them.
 * Nothing stands under the file's name before its SHA-256 is what the parts say.
 *
 * @param files plain files; those that are no parts of the set are named in the result
 * @throws {BundleFault} with a code of `mediaCodes`
 * @throws {NoRoom} where the file, with the parity that is kept meanwhile, does not fit on the disk
 */
export async function joinParts(
  files: readonly string[],
  options: JoinOptions,
): Promise<JoinResult> {
  const sets = await surveySets(files);
  const outputOf = ({ description }: FoundSet) =>
    options.output ?? join(options.folder, description.name);
  const isBegun = (found: FoundSet) => begunSet(outputOf(found)) === found.set;
  const chosen = chooseSet(sets, options.set, isBegun);
  const { set, description } = chosen;
  const output = outputOf(chosen);
  // Nobody has verified the parts: in the folder of a program, even a name can be a way in.
  if (options.output === undefined && !ownName.test(description.name))
    throw new BundleFault("media.other-name", description.name);
  if (await isTaken(output)) throw new BundleFault("media.exists", output);
  const grid = gridOf(description);
  await checkRoom(dirname(output), roomFor(output, set, framesOf(grid)));
  const store = new FrameStore(output, set, framesOf(grid));
  const work = { grid, weave: new Weave(grid), store, options };
  const result = {
    set,
    output,
    bytes: description.bytes,
    sha256: description.sha256,
    parts: description.parts,
    resumedBytes: store.resumed * payloadBytes,
  };
  let open = true;
  try {
    const reports = await scanAll(files, chosen, work);
    const seen = { ...result, files: reports, missing: unseenParts(description, store) };
    const { repairs, lost } = planRepairs(grid, (frame) => store.has(frame), work.weave);
    if (lost > 0) {
      const lackingBytes = lost * payloadBytes;
      return { status: "incomplete", ...seen, lackingBytes, repairedBytes: 0 };
    }
    const mended = mendAll(repairs, work);
    const found = store.sha256(description.bytes, () => options.signal?.throwIfAborted());
    open = false;
    if (found !== description.sha256) {
      store.discard();
      throw new BundleFault("media.whole-differs", output, { found, expected: description.sha256 });
    }
    store.finish(description.bytes);
    await syncFolder(dirname(output));
    const repairedBytes = mended * payloadBytes;
    return { status: "joined", ...seen, lackingBytes: 0, repairedBytes };
  } finally {
    if (open) store.close();
  }
}

interface Work {
  grid: Grid;
  weave: Weave;
  store: FrameStore;
  options: JoinOptions;
}

async function scanAll(
  files: readonly string[],
  chosen: { set: string; description: SetDescription },
  { store, options: { signal, onProgress } }: Work,
): Promise<PartReport[]> {
  const reports: PartReport[] = [];
  const firsts = new Map<number, string>();
  let done = 0;
  for (const file of files) {
    const source = await openSource(file);
    if (!source) {
      reports.push({ file, is: "nothing", bytes: 0, whole: 0, damaged: [], damagedBytes: 0 });
      continue;
    }
    try {
      const step = (bytes: number) => {
        signal?.throwIfAborted();
        done += bytes;
        onProgress?.(done, store.total * payloadBytes);
      };
      const take = (index: number, payload: Buffer) => store.put(index, payload);
      const report = await scanFile(source, file, chosen, take, step);
      const first = report.part === undefined ? undefined : firsts.get(report.part);
      if (first !== undefined) report.repeats = first;
      else if (report.part !== undefined) firsts.set(report.part, file);
      reports.push(report);
    } finally {
      await source.close();
    }
  }
  store.save();
  return reports;
}

function unseenParts({ parts, slots }: SetDescription, store: FrameStore): number[] {
  return Array.from({ length: parts }, (_, at) => at + 1).filter((part) => {
    const { from, to } = shareOf(part, store.total, slots);
    for (let frame = from; frame < to; frame += 1) if (store.has(frame)) return false;
    return true;
  });
}

/** Carries the repairs out, and gives how many frames were made again. */
function mendAll(repairs: readonly Repair[], { grid, weave, store, options }: Work): number {
  const zeros = Buffer.alloc(payloadBytes);
  const memory = Array.from({ length: groupMax }, () => Buffer.alloc(payloadBytes));
  let mended = 0;
  for (const { direction, group } of repairs) {
    options.signal?.throwIfAborted();
    const members = weave.members(direction, group);
    const lost = members.filter((frame) => frame !== undefined && !store.has(frame)).length;
    const data = members.map((frame, line) => {
      // The last line may end before this group: what is not there is zeros.
      if (frame === undefined) return zeros;
      return store.has(frame) ? store.read(frame, memory[line]!) : undefined;
    });
    const parity: (Buffer | undefined)[] = [];
    for (let at = 0, got = 0; at < parityOf(grid, direction); at += 1) {
      const frame = parityFrame(grid, direction, group, at);
      const needed = got < lost && store.has(frame);
      parity.push(needed ? store.read(frame, memory[members.length + at]!) : undefined);
      if (needed) got += 1;
    }
    const made = recover([...data, ...parity], members.length);
    for (const [line, frame] of members.entries()) {
      if (frame === undefined || store.has(frame)) continue;
      store.put(frame, made[line]!);
      mended += 1;
    }
  }
  return mended;
}
