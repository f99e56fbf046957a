import { createHash } from "node:crypto";
import type { Reading } from "../evidence/outcome.ts";
import type { System } from "../machine/system.ts";

const pieceBytes = 4 * 1024 * 1024;
/** The largest installer that is looked at. */
export const installerBytesMax = 500 * 1024 * 1024;

/** SHA-256 of a file in lower-case hex, read piece by piece. */
export async function sha256Of(system: System, path: string): Promise<Reading<string>> {
  const fact = await system.fileFact(path);
  if (fact.state !== "found") return fact;
  if (fact.value.kind !== "file") return { state: "absent" };
  const { size } = fact.value;
  if (size > installerBytesMax) return { state: "unreadable", failure: "too-large" };
  const hash = createHash("sha256");
  for (let offset = 0; offset < size; offset += pieceBytes) {
    const piece = await system.readPart(path, offset, Math.min(pieceBytes, size - offset));
    if (piece.state !== "found") return piece;
    if (piece.value.length === 0) return { state: "unreadable", failure: "closed" };
    hash.update(piece.value);
  }
  return { state: "found", value: hash.digest("hex") };
}

/** A file in a folder of Windows' kind. */
export function inFolder(folder: string, file: string): string {
  return `${folder.replace(/[\\/]+$/, "")}\\${file}`;
}
