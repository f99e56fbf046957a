import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { home, type Inside, inside } from "./where.ts";

const held: Inside | undefined = inside;

/** Whether this is the packed program, which has no checkout around it. */
export const isPacked: boolean = held !== undefined;

/**
 * The absolute path of one of the project's own files or folders. In the packed program it names
 * what is inside (`C:\jochi-win-x64.exe\guides\…`) and can be read by the functions below only.
 */
export function ownPath(path: string): string {
  return join(home, path);
}

/** The bytes of one of the project's own files. Throws where it is missing. */
export function ownBytes(path: string): Buffer {
  const found = bytesInside(ownPath(path));
  return found ?? readFileSync(ownPath(path));
}

/** The bytes of a file inside the packed program; undefined for every other path. */
export function bytesInside(path: string): Buffer | undefined {
  const name = nameInside(path);
  if (held === undefined || name === undefined) return undefined;
  const { texts, bytes } = held;
  if (Object.hasOwn(texts, name)) return Buffer.from(texts[name]!, "utf8");
  return Object.hasOwn(bytes, name) ? Buffer.from(bytes[name]!, "base64") : undefined;
}

/** Whether a path lies inside the packed program, whether or not there is such a file. */
export function isInside(path: string): boolean {
  return nameInside(path) !== undefined;
}

/** Whether there is a file of this absolute path, on the disk or inside. */
export function isThere(path: string): boolean {
  return isInside(path) ? bytesInside(path) !== undefined : existsSync(path);
}

/** Names of the folders in a folder, on the disk or inside; empty where there is none to read. */
export function foldersIn(path: string): string[] {
  const name = nameInside(path);
  if (held !== undefined && name !== undefined) return foldersInside(held, `${name}/`);
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    // Not a folder, or not ours to read: either way nothing is to be had from it.
    return [];
  }
}

function foldersInside({ texts, bytes }: Inside, start: string): string[] {
  const below = [...Object.keys(texts), ...Object.keys(bytes)]
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length).split("/"))
    .filter((parts) => parts.length > 1);
  return [...new Set(below.map(([first]) => first!))];
}

function nameInside(path: string): string | undefined {
  if (held === undefined) return undefined;
  const name = relative(home, path);
  if (name === "" || name.startsWith("..") || join(home, name) !== path) return undefined;
  return name.split(sep).join("/");
}
