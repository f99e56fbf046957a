import { hash } from "node:crypto";
import { z } from "zod";
import { frameBytes, payloadBytes, setBytes } from "./frame.ts";
import { framesOf, type Grid, isGrid } from "./grid.ts";
import { capacityOf, partBytesMin, partsMax, wholeBytesMax } from "./places.ts";

const count = (most: number) => z.number().int().min(1).max(most);

/** What every part of a set says about it, the number of the part aside. */
const set = z.strictObject({
  schema: z.literal("jochi.part/1"),
  /** The name of the file that was split, without a folder. */
  name: z.string().refine(isName),
  bytes: count(wholeBytesMax),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  parts: count(partsMax),
  /** Frames of a part, those that describe the set among them; the last part may have fewer. */
  slots: z
    .number()
    .int()
    .min(partBytesMin / frameBytes)
    .max(2 ** 32),
  width: count(2 ** 26 - 1),
  depth: count(255),
  columnParity: count(255),
  rowParity: count(255),
});

export type SetDescription = z.infer<typeof set>;

const part = z.strictObject({ ...set.shape, part: count(partsMax) });

/** A set and one of its parts, as a describing frame has them. */
export type Description = SetDescription & { part: number };

export function gridOf({ bytes, width, depth, columnParity, rowParity }: SetDescription): Grid {
  const dataFrames = Math.ceil(bytes / payloadBytes);
  return { dataFrames, width, depth, columnParity, rowParity };
}

/** The bytes that name the set in each of its frames. */
export function setOf(description: SetDescription): Buffer {
  const text = JSON.stringify(inOrder(description));
  return hash("sha256", text, "buffer").subarray(0, setBytes);
}

/** A describing frame's payload: one line of JSON, so that any editor shows what the file is, then zeros. */
export function describe(description: SetDescription, number: number): Buffer {
  const payload = Buffer.alloc(payloadBytes);
  payload.write(`${JSON.stringify({ ...inOrder(description), part: number })}\n`);
  return payload;
}

/** What a describing frame of `set` says; undefined where that is no set that could be. */
export function parseDescription(payload: Buffer, named: string): Description | undefined {
  const found = part.safeParse(jsonOf(payload)).data;
  if (!found) return undefined;
  const { part: number, ...description } = found;
  const grid = gridOf(description);
  const fits =
    isGrid(grid) &&
    number <= description.parts &&
    description.parts === Math.ceil(framesOf(grid) / capacityOf(description.slots)) &&
    setOf(description).toString("hex") === named;
  return fits ? found : undefined;
}

function jsonOf(payload: Buffer): unknown {
  const end = payload.indexOf("\n");
  try {
    return JSON.parse(payload.toString("utf8", 0, Math.max(0, end)));
  } catch {
    // A frame that is whole and says nothing: made by something else.
    return undefined;
  }
}

function inOrder(all: SetDescription): SetDescription {
  const { schema, name, bytes, sha256, parts, slots, width, depth, columnParity, rowParity } = all;
  return { schema, name, bytes, sha256, parts, slots, width, depth, columnParity, rowParity };
}

const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** Whether a name can be given to a file on any system, in the folder that is meant. */
export function isName(name: string): boolean {
  return (
    name !== "" &&
    Buffer.byteLength(name) <= 200 &&
    name.isWellFormed() &&
    !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/u.test(name) &&
    !/^[.-]|[. ]$/.test(name) &&
    !device.test(name)
  );
}
