import type { Placement } from "../opening.ts";
import { placeInAzure, placeInFortios, placeInJuniper, placeInPanos } from "./place-by-name.ts";
import { placeInAsa, placeInIos } from "./place-cisco.ts";
import type { Context, Found, Spot } from "./spot.ts";

/**
 * What a vendor's rules need to be written into this place, read from the configuration itself.
 * Undefined where the place can be named to a person only: a kind of list that is not written, an
 * odd name, a form of the file that does not show it.
 */
export function placementOf(
  vendor: string,
  lines: readonly string[],
  spot: Spot,
): Placement | undefined {
  const finder = Object.hasOwn(finders, vendor) ? finders[vendor] : undefined;
  const text = lines[spot.line - 1] ?? "";
  const { chain, side } = spot;
  const found = finder?.({ ...spot, lines, text });
  return found && { chain, side, ...found };
}

/** Vendors whose rules are written into as many places as need them. */
const several = new Set(["iptables", "cisco-asa", "cisco-ios"]);

/** What one file of rules cannot hold beside its first place is left to a person. */
export function writtenTogether<T extends { placement: Placement | undefined }>(
  vendor: string,
  places: readonly T[],
): T[] {
  const first = places.find(({ placement }) => placement !== undefined)?.placement;
  const fits = (placement: Placement | undefined) =>
    several.has(vendor) ||
    placement === first ||
    (vendor === "nftables" && placement?.within === first?.within);
  return places.map((place) =>
    fits(place.placement) ? place : { ...place, placement: undefined },
  );
}

const finders: Readonly<Record<string, (context: Context) => Found>> = {
  iptables: placeInIptables,
  nftables: placeInNftables,
  "cisco-asa": placeInAsa,
  "cisco-ios": placeInIos,
  panos: placeInPanos,
  fortios: placeInFortios,
  "juniper-srx": placeInJuniper,
  // Permits add up, in whatever order.
  aws: ({ chain }) => (chain === "security-group" ? {} : undefined),
  azure: placeInAzure,
};

/** What a shell, iptables-restore and nft take as a name without quotes. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9_.+-]*$/;

/** `filter/USERS`: the number of `-A` lines of the chain above. */
function placeInIptables({ chain, lines, line, before }: Context): Found {
  const [table = "", name = ""] = chain.split("/");
  if (!plainName.test(table) || !plainName.test(name)) return undefined;
  if (!before) return { within: table, last: true };
  const start = lines.lastIndexOf(`*${table}`, line - 1);
  const own = lines
    .slice(start + 1, line - 1)
    .map((each) => /^(?:\[\d+:\d+\] )?(-\S+) (\S+)/.exec(each))
    .filter((match) => match?.[2] === name);
  // Rules that were put in or taken out again would be counted wrongly.
  const countable = start >= 0 && own.every((match) => match![1] === "-A");
  return { within: table, ...(countable && { above: own.length }) };
}

/** `inet filter users`, with what its reader says of the hook behind it. */
function placeInNftables({ chain, lines, line, text, before }: Context): Found {
  const [family = "", table = "", name = ""] = chain.split(" ");
  if (![family, table, name].every((word) => plainName.test(word))) return undefined;
  const within = `${family} ${table}`;
  if (!before) return { within, last: true };
  const handle = /# handle (\d+)\s*$/.exec(text)?.[1];
  if (handle !== undefined) return { within, before: handle };
  const above = nftRulesAbove(lines, line, name);
  return { within, ...(above !== undefined && { above }) };
}

/** In the layout of `nft list ruleset`, where a line is a rule; undefined in any other. */
function nftRulesAbove(lines: readonly string[], line: number, name: string): number | undefined {
  let count = 0;
  for (let at = line - 2; at >= 0; at -= 1) {
    const text = lines[at]!.trim();
    if (text === `chain ${name} {`) return count;
    if (text === "" || text.startsWith("#")) continue;
    if (/^type \w+ hook /.test(text) || /^policy \w+;$/.test(text)) continue;
    if (/^comment "/.test(text)) continue;
    if (text.endsWith("{") || text.startsWith("}") || text.includes(";") || text.endsWith(",")) {
      return undefined;
    }
    count += 1;
  }
  return undefined;
}
