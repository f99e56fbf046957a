import type { ContainerCode } from "./codes.ts";

/** Longest name of an entry, in characters, which are bytes: names are ASCII. */
export const nameLengthMax = 120;

/** Names that Windows keeps for devices, whatever ending follows them. */
const device = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9]|lpt[0-9])$/i;

/**
 * Why a name may not stand in a container, or undefined where it may. What is allowed means the same
 * file on Windows, macOS and Linux, and nothing outside the folder that it is unpacked to.
 */
export function nameFault(name: string): ContainerCode | undefined {
  if (name === "") return "container.name-empty";
  if (name.length > nameLengthMax) return "container.name-long";
  if (!/^[\x20-\x7e]*$/.test(name)) return "container.name-not-ascii";
  if (name.includes("\\")) return "container.name-backslash";
  if (/^[a-z]:/i.test(name)) return "container.name-drive";
  if (name.startsWith("/")) return "container.name-absolute";
  if (name.endsWith("/")) return "container.not-plain-file";
  for (const segment of name.split("/")) {
    const fault = segmentFault(segment);
    if (fault) return fault;
  }
  return undefined;
}

function segmentFault(segment: string): ContainerCode | undefined {
  if (segment === "." || segment === ".." || segment === "") return "container.name-traversal";
  // Windows takes dots and spaces at the end away, and so makes two names one.
  if (/[. ]$/.test(segment)) return "container.name-dot";
  if (device.test(segment.split(".")[0]!)) return "container.name-device";
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(segment) ? undefined : "container.name-characters";
}

/** Holds the names of one container so far; `add` gives what is wrong with one more. */
export class NameSet {
  readonly #files = new Map<string, string>();
  readonly #folders = new Set<string>();

  add(name: string): ContainerCode | undefined {
    const fault = nameFault(name);
    if (fault) return fault;
    const folded = name.toLowerCase();
    const twin = this.#files.get(folded);
    if (twin !== undefined) {
      return twin === name ? "container.duplicate" : "container.duplicate-case";
    }
    const folders = foldersOf(folded);
    if (this.#folders.has(folded) || folders.some((folder) => this.#files.has(folder))) {
      return "container.file-and-folder";
    }
    this.#files.set(folded, name);
    for (const folder of folders) this.#folders.add(folder);
    return undefined;
  }
}

function foldersOf(name: string): string[] {
  const segments = name.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
