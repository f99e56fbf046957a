import { hasEnded } from "../expiry.ts";
import { doubt, narrow, narrowPhases } from "./draft.ts";
import { addressOption, interfaceOption, rangeOption, typeOption } from "./option-addresses.ts";
import { icmpOption, listOption, portOption, protocolOption } from "./option-ports.ts";
import { tcp } from "./protocols.ts";
import { setBoxes } from "./set-boxes.ts";
import { directionMatch, flagPhases, opposite, type PhaseMatch, stateMatch } from "./states.ts";
import type { Use } from "./use.ts";

export interface Option {
  values: number;
  apply(use: Use): void;
}

const unknown: Option["apply"] = ({ draft, name }) => doubt(draft, "match", name);
const skipped: Option["apply"] = () => undefined;

const options: readonly (readonly [names: string, values: number, apply: Option["apply"]])[] = [
  ["-s --source --src", 1, addressOption("source")],
  ["-d --destination --dst", 1, addressOption("destination")],
  ["-p --protocol", 1, protocolOption],
  ["-i --in-interface", 1, interfaceOption("input")],
  ["-o --out-interface", 1, interfaceOption("output")],
  ["-f --fragment --fragments", 0, fragmentOption],
  ["-c --set-counters", 2, skipped],
  ["-4 --ipv4", 0, (use) => familyOption(use, "ipv4")],
  ["-6 --ipv6", 0, (use) => familyOption(use, "ipv6")],
  ["--comment", 1, skipped],
  ["--sport --source-port", 1, portOption("sourcePorts")],
  ["--dport --destination-port", 1, portOption("destinationPorts")],
  ["--sports --source-ports", 1, listOption("sourcePorts")],
  ["--dports --destination-ports", 1, listOption("destinationPorts")],
  ["--ports", 1, listOption("either")],
  ["--icmp-type", 1, icmpOption("ipv4")],
  ["--icmpv6-type", 1, icmpOption("ipv6")],
  ["--tcp-flags", 2, ({ values, ...use }) => flagOption(use, values[0]!, values[1]!)],
  ["--syn", 0, (use) => flagOption(use, "FIN,SYN,RST,ACK", "SYN")],
  ["--tcp-option", 1, unknown],
  ["--state --ctstate", 1, (use) => phaseOption(use, stateMatch)],
  ["--ctdir", 1, (use) => phaseOption(use, directionMatch)],
  ["--ctproto --ctorigsrc --ctorigdst --ctreplsrc --ctrepldst", 1, unknown],
  ["--ctorigsrcport --ctorigdstport --ctreplsrcport --ctrepldstport", 1, unknown],
  ["--ctstatus --ctexpire", 1, unknown],
  ["--src-range", 1, rangeOption("source")],
  ["--dst-range", 1, rangeOption("destination")],
  ["--src-type", 1, typeOption("source")],
  ["--dst-type", 1, typeOption("destination")],
  ["--limit-iface-in --limit-iface-out", 0, unknown],
  ["--chunk-types", 2, unknown],
  ["--dccp-types --dccp-option", 1, unknown],
  ["--match-set --set", 2, setOption],
  ["--return-nomatch", 0, unknown],
  ["--update-counters --update-subcounters", 0, skipped],
  ["--datestop", 1, lastDateOption],
  ["--packets-eq --packets-lt --packets-gt --bytes-eq --bytes-lt --bytes-gt", 1, unknown],
];

const byName: ReadonlyMap<string, Option> = new Map(
  options.flatMap(([names, values, apply]) =>
    names.split(" ").map((name): [string, Option] => [name, { values, apply }]),
  ),
);

/** Options that narrow a rule down, by name; undefined for those that only an extension knows. */
export function conditionOption(name: string): Option | undefined {
  return byName.get(name);
}

/** `-f` asks for later fragments; our packets are whole. */
function fragmentOption({ draft, negated }: Use): void {
  if (!negated) draft.never = true;
}

function familyOption({ draft, reading }: Use, family: "ipv4" | "ipv6"): void {
  if ((reading.family ?? "ipv4") !== family) draft.never = true;
}

function flagOption(use: Pick<Use, "draft" | "name" | "negated">, mask: string, set: string) {
  const { draft, name, negated } = use;
  draft.needs.push({ protocols: [tcp], what: name });
  const phases = flagPhases(mask, set);
  if (phases === undefined) return doubt(draft, "value", `${mask} ${set}`);
  const match = { sure: phases, possible: phases };
  narrowPhases(draft, negated ? opposite(match) : match);
}

function phaseOption(
  { draft, reading, values: [value = ""], negated }: Use,
  matchOf: (value: string, untracked: boolean) => PhaseMatch | undefined,
) {
  const match = matchOf(value, reading.known.untracked);
  if (!match) return doubt(draft, "value", value);
  const held = negated ? opposite(match) : match;
  narrowPhases(draft, held);
  if (held.sure !== held.possible) draft.phaseDoubt ??= value;
}

const dateForm = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T[\d:]*)?)?)?$/;

/** `2020`, `2020-06`, `2020-06-30T18:00:00`: the first month and day where they are left out. */
function lastDateOption({ draft, reading, name, values: [value = ""], negated }: Use): void {
  const [, year = "", month = "1", day = "1"] = dateForm.exec(value) ?? [];
  if (!negated && hasEnded(`${year}-${month}-${day}`, reading.today)) draft.never = true;
  else doubt(draft, "schedule", name);
}

function setOption({ draft, reading, values: [name = "", sides = ""], negated }: Use): void {
  const found = reading.known.changing.has(name)
    ? ({ code: "dynamic-group", what: name } as const)
    : setBoxes(reading.sets, name, sides.split(","));
  if ("code" in found) doubt(draft, found.code, found.what);
  else narrow(draft, found.boxes, negated, name);
}
