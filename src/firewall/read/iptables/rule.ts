import type { AddressSet } from "../../address.ts";
import type { Rule, Service } from "../../builder.ts";
import { isAny, type Unknown } from "../../policy.ts";
import { type Ranges, sizeOf } from "../../ranges.ts";
import { type Action, everyPhase, phases } from "../../table.ts";
import { anyBox, type Box } from "./boxes.ts";
import { checkNeeds, type Draft, doubt, type Target } from "./draft.ts";
import { type ChainInfo, chainOf, type Reading } from "./reading.ts";
import { draftOf } from "./rule-words.ts";
import { targetVerdict } from "./targets.ts";
import { wordsOf } from "./words.ts";

/** Rows that rules may need beyond one each; what comes after is kept in one row, in doubt. */
const mostExtraRows = 500_000;

interface Effect {
  action: Action;
  target?: number;
  unknown?: Unknown;
}

/** One rule, from the text behind `-A CHAIN`. */
export function addRule(reading: Reading, chain: ChainInfo, line: number, text: string) {
  const words = wordsOf(text);
  if (!words) return addUnclear(reading, chain, line, text.trim().slice(0, 40));
  const draft = draftOf(words, reading);
  checkNeeds(draft);
  const effect = effectOf(draft, reading);
  if (!effect || draft.never) return;
  addRows(reading, draft, { chain: chain.number, line, ...effect });
}

function addUnclear(reading: Reading, chain: ChainInfo, line: number, what: string): void {
  const unknown: Unknown = { code: "match", what };
  reading.builder.add({ chain: chain.number, line, action: "unclear", unknown });
}

/** What the rule does to a packet; undefined where the packet just goes on. */
function effectOf({ target }: Draft, reading: Reading): Effect | undefined {
  if (!target) return undefined;
  const { name, goto, options } = target;
  const key = `${reading.table}/${name}`;
  const isChain = goto || reading.chains.get(key)?.declared || reading.known.chains.has(key);
  const verdict = isChain ? undefined : targetVerdict(name);
  if (verdict === "passing") {
    learn(reading, target);
    return undefined;
  }
  if (verdict?.code) {
    return { action: verdict.action, unknown: { code: verdict.code, what: name } };
  }
  if (verdict) return { action: verdict.action };
  const chain = isChain || options.length === 0 ? chainOf(reading, name) : undefined;
  if (!chain) return { action: "unclear", unknown: { code: "value", what: name } };
  return { action: goto ? "goto" : "jump", target: chain.number };
}

/** What this rule changes for others. */
function learn({ learned }: Reading, { name, options }: Target): void {
  if (name === "NOTRACK" || (name === "CT" && options.includes("--notrack"))) {
    learned.untracked = true;
  }
  if (name !== "SET") return;
  for (const option of ["--add-set", "--del-set"]) {
    const at = options.indexOf(option);
    if (at >= 0) learned.changing.add(options[at + 1] ?? "");
  }
}

function addRows(reading: Reading, draft: Draft, effect: Pick<Rule, "chain" | "line"> & Effect) {
  const seen = reading.table === "nat" ? phases.open : everyPhase;
  const sure = draft.phases.sure & seen;
  const perhaps = draft.phases.possible & seen & ~sure;
  const rows = draft.boxes.reduce((sum, box) => sum + protocolsOf(box).length, 0);
  reading.extraRows += Math.max(0, rows - 1);
  if (reading.extraRows > mostExtraRows && rows > 1) {
    draft.boxes = [anyBox];
    doubt(draft, "match", draft.target!.name);
  }
  if (draft.boxes.some((box) => namesBesideSets(box, draft))) doubt(draft, "fqdn", "match-set");
  const doubtful: Unknown = { code: "match", what: draft.phaseDoubt ?? "" };
  for (const box of draft.boxes) {
    const rule: Rule = {
      ...effect,
      unknown: effect.unknown ?? draft.unknown,
      source: withNames(box.source, draft.sourceNames),
      destination: withNames(box.destination, draft.destinationNames),
      services: servicesOf(box),
      input: draft.input,
      output: draft.output,
    };
    if (sure !== 0) reading.builder.add({ ...rule, phases: sure });
    if (perhaps !== 0) {
      reading.builder.add({ ...rule, phases: perhaps, unknown: rule.unknown ?? doubtful });
    }
  }
}

/** A name stands for unknown addresses, some of which may be in the set that is asked as well. */
function namesBesideSets(box: Box, { sourceNames, destinationNames }: Draft): boolean {
  return (
    (sourceNames.length > 0 && !isAny(box.source)) ||
    (destinationNames.length > 0 && !isAny(box.destination))
  );
}

function withNames(set: AddressSet, names: readonly string[]): AddressSet {
  return names.length === 0 || !isAny(set) ? set : { v4: [], v6: [], names };
}

/** Each of the box's protocols; none stands for all of them. */
function protocolsOf({ protocols }: Box): readonly (number | undefined)[] {
  if (sizeOf(protocols) === 256n) return [undefined];
  const all: number[] = [];
  for (let at = 0; at < protocols.length; at += 2) {
    for (let number = protocols[at]!; number <= protocols[at + 1]!; number += 1) all.push(number);
  }
  return all;
}

function servicesOf(box: Box): Service[] {
  const sourcePorts = unlessAll(box.sourcePorts);
  const destinationPorts = unlessAll(box.destinationPorts);
  return protocolsOf(box).map((protocol) => ({ protocol, sourcePorts, destinationPorts }));
}

function unlessAll(ports: Ranges<number>): Ranges<number> | undefined {
  return ports.length === 2 && ports[0] === 0 && ports[1] === 65_535 ? undefined : ports;
}
