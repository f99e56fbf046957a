import type { Context, Found } from "./spot.ts";

/** What a list may be called in a line that is written back. */
const listName = /^[A-Za-z0-9_][A-Za-z0-9_.:-]*$/;

/** The device counts every line of a list, remarks too. */
export function placeInAsa({ chain, lines, line, before }: Context): Found {
  const head = `access-list ${chain} `;
  if (!listName.test(chain) || !lines.some((each) => each.startsWith(head))) return undefined;
  if (!before) return { last: true };
  return { above: lines.slice(0, line - 1).filter((each) => each.startsWith(head)).length };
}

/** Entries of a named list carry numbers, or have them without showing them. */
export function placeInIos({ chain, lines, line, text, before }: Context): Found {
  if (!listName.test(chain)) return undefined;
  const own = listLines(chain, lines);
  if (!own) return undefined;
  const within = own.head;
  if (!before) return { within, last: true };
  // An IPv6 list cannot be numbered anew where there is no room.
  if (within.startsWith("ipv6")) return undefined;
  const number = numberOf(text);
  const at = own.entries.indexOf(line - 1);
  const after = at === 0 ? 0 : numberOf(lines[own.entries[at - 1]!]!);
  const room = number !== undefined && after !== undefined && { before: String(number), after };
  return { within, above: at, ...room };
}

const extended = /^(1\d\d|2[0-6]\d\d)$/;

/** The lines of an extended list, and how it is opened to be changed. */
function listLines(
  name: string,
  lines: readonly string[],
): { head: string; entries: number[] } | undefined {
  const heads = [`ip access-list extended ${name}`, `ipv6 access-list ${name}`];
  const start = lines.findIndex((line) => heads.includes(line.trim()));
  if (start >= 0) {
    const end = lines.findIndex((line, at) => at > start && !line.startsWith(" "));
    const entries = [...lines.keys()].slice(start + 1, end < 0 ? undefined : end);
    return { head: lines[start]!.trim(), entries };
  }
  const old = `access-list ${name} `;
  const entries = [...lines.keys()].filter((at) => lines[at]!.startsWith(old));
  if (!extended.test(name) || entries.length === 0) return undefined;
  return { head: heads[0]!, entries };
}

/** `10 permit …`, `sequence 10 permit …`, `permit … sequence 10`. */
function numberOf(line: string): number | undefined {
  const [, first, last] = /^ (?:sequence )?(\d+) |^ .* sequence (\d+)\s*$/.exec(line) ?? [];
  const number = first ?? last;
  return number === undefined ? undefined : Number(number);
}
