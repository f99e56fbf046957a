import type { Context, Found } from "./spot.ts";

/** A name as a command line takes it back: bare, or between quotes without one inside. */
const word = String.raw`"[^"\\\p{Cc}]+"|[A-Za-z0-9_][A-Za-z0-9_.:-]*`;

const scope = `(?:shared |(?:device-group|vsys) (?:${word}) )?`;
const panosRule = new RegExp(
  `^set (${scope}(?:pre-|post-)?rulebase security rules) (${word}) `,
  "u",
);
const panosEntry = /^\s*<entry name="([^"<>&\\\p{Cc}]+)"/u;

/** Rules by name; a set command says in which rulebase, XML only where there is but one. */
export function placeInPanos({ lines, text, before }: Context): Found {
  const [, within, name] = panosRule.exec(text) ?? [];
  if (within !== undefined && name !== undefined) return { within, before: name };
  const systems = lines.filter((line) => /<entry name="vsys\d+"/.test(line)).length;
  const several = lines.some((line) => /^set (device-group|vsys) |<device-group>/.test(line));
  if (several || systems > 1) return undefined;
  if (!before) return { within: "rulebase security rules", last: true };
  const entry = panosEntry.exec(text)?.[1];
  return entry === undefined
    ? undefined
    : { within: "rulebase security rules", before: `"${entry}"` };
}

/** Policies have numbers; a new one needs one of its own to be moved by. */
export function placeInFortios({ chain, lines, line, text, before }: Context): Found {
  if (chain !== "firewall policy") return undefined;
  const inside = vdomOf(lines, before ? line : lines.length);
  if (inside === "odd") return undefined;
  const within = inside === undefined ? {} : { within: inside };
  if (!before) return { ...within, last: true };
  const number = /^\s*edit (\d+)\s*$/.exec(text)?.[1];
  if (number === undefined) return undefined;
  const all = lines.flatMap((each) => /^\s*edit (\d{1,9})\s*$/.exec(each)?.[1] ?? []);
  const unused = all.reduce((most, each) => Math.max(most, Number(each)), 0) + 1;
  return { ...within, before: number, unused };
}

/** The virtual domain whose lines these are; `odd` where its name could not be written back. */
function vdomOf(lines: readonly string[], line: number): string | undefined {
  const start = lines.findLastIndex((each, at) => at < line && /^config vdom\s*$/.test(each));
  if (start < 0) return undefined;
  const name = new RegExp(`^edit (${word})\\s*$`, "u").exec(lines[start + 1] ?? "")?.[1];
  return name ?? "odd";
}

const zones = String.raw`from-zone [\w.-]+ to-zone [\w.-]+|global`;
const srxSet = new RegExp(`^set security policies (${zones}) policy (${word}) `, "u");
const srxBrace = new RegExp(`^\\s*policy (${word}) \\{`, "u");
const srxZones = new RegExp(`^\\s*(${zones}) \\{\\s*$`, "u");

export function placeInJuniper({ lines, line, text, before }: Context): Found {
  if (lines.some((each) => /^(set )?(logical-systems|tenants) /.test(each))) return undefined;
  if (!before) return { last: true };
  const [, within, name] = srxSet.exec(text) ?? [];
  if (within !== undefined && name !== undefined) return { within, before: name };
  const inside = lines.findLast((each, at) => at < line && srxZones.test(each));
  const [, policy] = srxBrace.exec(text) ?? [];
  const [, around] = srxZones.exec(inside ?? "") ?? [];
  return policy === undefined || around === undefined
    ? undefined
    : { within: around, before: policy };
}

/** The lowest number wins, and no two may be alike. */
export function placeInAzure({ lines, line, before }: Context): Found {
  const priority = (text: string) => /"priority":\s*(\d+)/.exec(text)?.[1];
  const taken = lines.flatMap((each) => Number(priority(each) ?? [])).filter((each) => each > 0);
  if (!before) {
    const own = taken.filter((each) => each <= lastAzure);
    return { unused: Math.max(firstAzure - 1, ...own) + 1, last: true };
  }
  const own = lines.slice(line - 1, line - 1 + mostAzureLines).map(priority);
  const number = own.find((each) => each !== undefined);
  if (number === undefined || taken.length < 2) return undefined;
  const after = Math.max(99, ...taken.filter((each) => each < Number(number)));
  return { before: number, after };
}

/** Priorities of a network security group's own rules, and the first that `rules` takes. */
const lastAzure = 4096;
const firstAzure = 1000;
/** Lines of one rule in which its priority is looked for. */
const mostAzureLines = 40;
