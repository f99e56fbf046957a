import type { Guide } from "../guide/guide.ts";
import type { Endpoint } from "../guide/schema/endpoint.ts";
import { plain } from "../text/plain.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { valueWords } from "./guide-change-parts.ts";
import { pick } from "./words.ts";

/** What whoever opens or closes the way needs of a host, in one line: where to, what for, and how sure. */
export function openingWords(endpoint: Endpoint, lang: Lang): string {
  const { addresses, ports, required, direction, certainty, purpose, note } = endpoint;
  const field = (name: string, value: string) => `${say(lang, `change.field.${name}`)}: ${value}`;
  const where = addresses.map((address) => plain(address)).join(", ");
  const marks = [
    say(lang, required ? "change.row.required" : "change.row.optional"),
    ...(direction === "inbound" ? [valueWords(direction, { lang, name: "direction" })] : []),
    ...(certainty !== undefined && certainty !== "sourced"
      ? [valueWords(certainty, { lang, name: "certainty" })]
      : []),
  ];
  return [
    marks.join(", "),
    field("addresses", where || say(lang, "change.row.by-name")),
    field("ports", valueWords(ports, { lang, name: "ports" })),
    field("purpose", pick(purpose, lang).replace(/\.$/, "")),
    ...(note ? [field("note", pick(note, lang))] : []),
  ].join("; ");
}

/**
 * How many lines of the firewall tables ask for the very same opening in both editions, and since when
 * nobody has verified them; nothing where there are none.
 */
export function unchangedWords(before: Guide, after: Guide, lang: Lang): string[] {
  const earlier = new Map(linesOf(before));
  const both = linesOf(after).filter(([line]) => earlier.has(line));
  if (both.length === 0) return [];
  const states = Map.groupBy(both, ([line, day]) => {
    if (day === "") return "never";
    return day > (earlier.get(line) ?? "") ? "again" : "since";
  });
  const parts = [...states].map(([state, lines]) => {
    const days = [...new Set(lines.map(([, day]) => day))].sort();
    const span = days.length > 1 ? `${days[0]}~${days.at(-1)}` : days[0]!;
    const words = say(lang, `change.same.${state}`, { day: span });
    return states.size > 1
      ? say(lang, "change.same.some", { count: lines.length, state: words })
      : words;
  });
  const total = say(lang, "change.same", { count: both.length });
  const all = parts.join(", ");
  return [states.size > 1 ? `${total} (${all})` : `${total}, ${all}`];
}

/** Host and address as one line each, with all that opens them, and the day of each. */
function linesOf({ endpoints }: Guide): [line: string, verifiedOn: string][] {
  return endpoints.flatMap((endpoint) => {
    const { host, ports, direction = "outbound", required, verifiedOn = "" } = endpoint;
    const open = ports.map(({ port, to = port, protocol }) => `${port}-${to}/${protocol}`).sort();
    const addresses = endpoint.addresses.length > 0 ? endpoint.addresses : [""];
    return addresses.map((address): [string, string] => [
      JSON.stringify([host, address, open, direction, required]),
      verifiedOn,
    ]);
  });
}
