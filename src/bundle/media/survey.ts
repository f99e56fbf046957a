import { openSource, type Source } from "../container/source.ts";
import { BundleFault } from "../fault.ts";
import { type Description, parseDescription, type SetDescription } from "./descriptor.ts";
import { describing, frameBytes, headBytes, headOf } from "./frame.ts";
import { describeEvery, describingLast } from "./places.ts";

/** A set that some of the files belong to, and the parts of it that say which they are. */
export interface FoundSet {
  set: string;
  description: SetDescription;
  parts: Set<number>;
}

/**
 * Looks at those frames of each file that describe a set. A part whose describing frames are all damaged is not
 * seen here; its other frames are when the parts are read.
 */
export async function surveySets(files: readonly string[]): Promise<FoundSet[]> {
  const sets = new Map<string, FoundSet>();
  for (const file of files) {
    const source = await openSource(file);
    if (!source) continue;
    try {
      const found = await firstDescription(source);
      if (!found) continue;
      const { set, description } = found;
      const { part, ...rest } = description;
      const known = sets.get(set) ?? { set, description: rest, parts: new Set<number>() };
      known.parts.add(part);
      sets.set(set, known);
    } finally {
      await source.close();
    }
  }
  return [...sets.values()];
}

/**
 * The one set to be joined: the only one, the one asked for by the beginning of its name, the one that was
 * already begun, or the only one of which every part is here.
 */
export function chooseSet(
  sets: readonly FoundSet[],
  asked: string | undefined,
  isBegun: (found: FoundSet) => boolean,
): FoundSet {
  const [only] = sets;
  if (!only) throw new BundleFault("media.no-parts");
  if (asked !== undefined) {
    const named = sets.filter(({ set }) => set.startsWith(asked.toLowerCase()));
    if (named.length !== 1) {
      throw new BundleFault("media.no-such-set", undefined, { asked, sets: listed(sets) });
    }
    return named[0]!;
  }
  if (sets.length === 1) return only;
  const whole = sets.filter(({ parts, description }) => parts.size === description.parts);
  const chosen = sets.find(isBegun) ?? (whole.length === 1 ? whole[0] : undefined);
  if (!chosen) throw new BundleFault("media.several-sets", undefined, { sets: listed(sets) });
  return chosen;
}

/** More are not named: a line has to be read. */
const setsNamed = 5;

function listed(sets: readonly FoundSet[]): string {
  const more = sets.length > setsNamed ? ", …" : "";
  const named = sets
    .slice(0, setsNamed)
    .map(
      ({ set, description, parts }) =>
        `${set} ${description.name} ${parts.size}/${description.parts}`,
    )
    .join(", ");
  return named + more;
}

/** The set that a file is a part of, "" where it is something else, undefined where there is none. */
export async function whoseFile(path: string): Promise<string | undefined> {
  try {
    const source = await openSource(path);
    if (!source) return "";
    try {
      return (await describedAt(source, 0))?.set ?? "";
    } finally {
      await source.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

interface Described {
  set: string;
  description: Description;
}

async function firstDescription(source: Source): Promise<Described | undefined> {
  const slots = Math.floor(source.size / frameBytes);
  for (let slot = 0; slot < slots; slot += describeEvery) {
    const found = await describedAt(source, slot);
    if (found) return found;
  }
  for (let slot = Math.max(0, slots - describingLast); slot < slots; slot += 1) {
    const found = await describedAt(source, slot);
    if (found) return found;
  }
  return undefined;
}

async function describedAt(source: Source, slot: number): Promise<Described | undefined> {
  const frame = Buffer.alloc(frameBytes);
  try {
    if ((await source.read(frame, slot * frameBytes)) < frameBytes) return undefined;
  } catch (error) {
    // A sector of a scratched disc; there are more of these frames.
    if ((error as NodeJS.ErrnoException).code === "EIO") return undefined;
    throw error;
  }
  const head = headOf(frame);
  if (head?.index !== describing) return undefined;
  const description = parseDescription(frame.subarray(headBytes), head.set);
  return description && { set: head.set, description };
}
