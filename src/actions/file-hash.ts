import { createHash } from "node:crypto";
import type { Reading } from "../evidence/outcome.ts";
import type { System } from "../machine/system.ts";

const pieceBytes = 4 * 1024 * 1024;
/** The largest installer that is looked at. */
export const installerBytesMax = 500 * 1024 * 1024;

/** What a file held when it was read once from its begin to its end. */
export interface Digest {
  /** Of the whole file, in lower-case hex. */
  sha256: string;
  size: number;
  /** Of each piece of it. */
  pieces: string[];
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Reads a file piece by piece, so that a large one need not be held. */
export async function digestOf(system: System, path: string): Promise<Reading<Digest>> {
  const hash = createHash("sha256");
  const pieces: string[] = [];
  const read = await eachPiece(system, path, (piece) => {
    hash.update(piece);
    pieces.push(sha256(piece));
  });
  if (read.state !== "found") return read;
  return { state: "found", value: { sha256: hash.digest("hex"), size: read.value, pieces } };
}

/** The whole file; undefined where it is not, or not any more, the one of this SHA-256. */
export async function readChecked(
  system: System,
  path: string,
  wanted: string,
): Promise<Uint8Array | undefined> {
  let whole = Buffer.alloc(0);
  const read = await eachPiece(system, path, (piece, offset, size) => {
    if (offset === 0) whole = Buffer.alloc(size);
    whole.set(piece, offset);
  });
  return read.state === "found" && sha256(whole) === wanted ? whole : undefined;
}

/**
 * The same file again, for whoever looks into it: bytes that are no longer those of the digest are
 * not given, so that what is said of them holds for what the digest names.
 */
export function sourceOf(system: System, path: string, { size, pieces }: Digest) {
  let kept: { at: number; bytes: Uint8Array } | undefined;
  async function piece(at: number): Promise<Uint8Array> {
    if (kept?.at === at) return kept.bytes;
    const part = await system.readPart(path, at * pieceBytes, pieceBytes);
    const bytes = part.state === "found" ? part.value.subarray(0, size - at * pieceBytes) : none;
    if (sha256(bytes) !== pieces[at]) return none;
    kept = { at, bytes };
    return bytes;
  }
  return {
    size,
    async read(offset: number, length: number): Promise<Uint8Array> {
      const parts: Uint8Array[] = [];
      const end = Math.min(offset + length, size);
      for (let at = offset; at < end; ) {
        const number = Math.floor(at / pieceBytes);
        const start = number * pieceBytes;
        const part = (await piece(number)).subarray(at - start, end - start);
        if (part.length === 0) return none;
        parts.push(part);
        at += part.length;
      }
      return Buffer.concat(parts);
    },
  };
}

const none = new Uint8Array();

/** The size of the file that was read. */
async function eachPiece(
  system: System,
  path: string,
  use: (piece: Uint8Array, offset: number, size: number) => void,
): Promise<Reading<number>> {
  const fact = await system.fileFact(path);
  if (fact.state !== "found") return fact;
  if (fact.value.kind !== "file") return { state: "absent" };
  const { size } = fact.value;
  if (size > installerBytesMax) return { state: "unreadable", failure: "too-large" };
  for (let offset = 0; offset < size; offset += pieceBytes) {
    const wanted = Math.min(pieceBytes, size - offset);
    const piece = await system.readPart(path, offset, wanted);
    if (piece.state !== "found") return piece;
    if (piece.value.length !== wanted) return { state: "unreadable", failure: "closed" };
    use(piece.value, offset, size);
  }
  return { state: "found", value: size };
}

/** A file in a folder of Windows' kind. */
export function inFolder(folder: string, file: string): string {
  return `${folder.replace(/[\\/]+$/, "")}\\${file}`;
}
