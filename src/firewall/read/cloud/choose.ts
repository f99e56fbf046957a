import { ConfigError } from "../../source.ts";

/** Something in the file that packets are held against, by the names a user may call it. */
export interface Named {
  names: readonly string[];
}

/** A list of names is read by a person. */
const shownNames = 20;

/** What the user named, separated by commas; undefined where nothing was named. */
export function wantedOf(list: string | undefined): string[] | undefined {
  const wanted = list?.split(",").map((name) => name.trim());
  return wanted?.filter((name) => name !== "");
}

/**
 * Which of several apply, for each kind on its own: those that the user named; without a name the only
 * one. Which of many guard a client is not in the file, so that is asked and not guessed.
 */
export function chosen<T extends Named>(all: readonly T[], wanted: string[] | undefined): T[] {
  const named = all.filter(({ names }) => names.some((name) => wanted?.includes(name)));
  if (named.length > 0) return named;
  if (all.length > 1) throw whichList(all);
  return [...all];
}

/** Throws where the user named something that the file does not have. */
export function checkWanted(all: readonly Named[], wanted: string[] | undefined): void {
  const known = new Set(all.flatMap(({ names }) => names));
  if (wanted?.some((name) => !known.has(name))) throw whichList(all);
}

function whichList(all: readonly Named[]): ConfigError {
  const named = all.slice(0, shownNames).map(({ names }) => names[0] ?? "");
  const lists = [...named, ...(all.length > shownNames ? ["..."] : [])].join(", ");
  return new ConfigError("firewall.config.which-list", 0, { lists });
}
