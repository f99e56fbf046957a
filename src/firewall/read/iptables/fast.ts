import { anyAddress } from "../../address.ts";
import {
  actions,
  anyPorts,
  anyProtocol,
  everyPhase,
  newRow,
  phases,
  pooled,
  type RuleTable,
} from "../../table.ts";
import { type ByteWords, byteWords, findWord } from "./bytes.ts";
import { type KeptWords, keptInterfaces, keptPorts, keptStates, keptWord } from "./fast-words.ts";
import { icmp, tcp, udp } from "./protocols.ts";
import type { Reading } from "./reading.ts";
import { address, behindLine, byte, nextWord, ports, wordEnd } from "./scan.ts";

/** Options by number; the first nine may stand once in a rule, as the bit of their number. */
const option = {
  source: 0,
  destination: 1,
  protocol: 2,
  input: 3,
  output: 4,
  sourcePorts: 5,
  destinationPorts: 6,
  states: 7,
  target: 8,
  rejectWith: 9,
  sourceList: 10,
  destinationList: 11,
  extension: 12,
  comment: 13,
} as const;

/** Options of one letter, by the letter. */
const letters = new Int8Array(256).fill(-1);
for (const [letter, number] of Object.entries({
  s: option.source,
  d: option.destination,
  p: option.protocol,
  i: option.input,
  o: option.output,
  j: option.target,
  m: option.extension,
})) {
  letters[letter.charCodeAt(0)] = number;
}
const longOptions = byteWords({
  "--sport": option.sourcePorts,
  "--dport": option.destinationPorts,
  "--sports": option.sourceList,
  "--dports": option.destinationList,
  "--state": option.states,
  "--ctstate": option.states,
  "--comment": option.comment,
  "--reject-with": option.rejectWith,
});
const protocolWords = byteWords({ tcp, udp, icmp });
const extensionWords = byteWords({
  comment: 0,
  conntrack: 0,
  multiport: 0,
  state: 0,
  tcp: 0,
  udp: 0,
});
const targetWords = byteWords({
  ACCEPT: actions.permit,
  DROP: actions.deny,
  REJECT: actions.deny,
  RETURN: actions.return,
});

const portBits = (1 << option.sourcePorts) | (1 << option.destinationPorts);

/** What the fast way keeps from line to line. */
export interface Fast {
  reading: Reading;
  table: RuleTable;
  bytes: Uint8Array;
  /** Chains of the table at hand that are declared. */
  chains: ByteWords;
  /** In which packets the table at hand sees a connection. */
  phases: number;
  anyAddress: number;
  row: number;
  /** Options that this rule has had, as bits. */
  seen: number;
  ports: KeptWords;
  states: KeptWords;
  interfaces: KeptWords;
}

export function fastOf(bytes: Uint8Array, reading: Reading): Fast {
  const { table, pools } = reading.builder;
  return {
    reading,
    table,
    bytes,
    chains: byteWords(),
    phases: everyPhase,
    anyAddress: pools.addresses.number(anyAddress),
    row: 0,
    seen: 0,
    ports: keptPorts(),
    states: keptStates(),
    interfaces: keptInterfaces(),
  };
}

export function fastTable(fast: Fast, nat: boolean): void {
  fast.chains = byteWords();
  fast.phases = nat ? phases.open : everyPhase;
}

/**
 * Reads the rule whose chain's name is at `from` straight into a row, where it is in plain IPv4
 * words, and gives the place behind its line. -1 where it says anything else: then the slow way
 * reads it, to the same effect, and the table is as it was.
 */
export function fastRule(fast: Fast, from: number, line: number): number {
  const { bytes, table } = fast;
  const chainEnd = wordEnd(bytes, from);
  const chain = findWord(fast.chains, bytes, from, chainEnd);
  if (chain < 0) return -1;
  fast.row = newRow(table);
  fast.seen = 0;
  blank(fast, chain, line);
  let at = nextWord(bytes, chainEnd);
  while (at >= 0 && bytes[at] === byte.dash) at = readOption(fast, at);
  const end = at >= 0 && fits(fast) ? behindLine(bytes, at) : -1;
  const matters = table.phases[fast.row] !== 0 && (fast.seen & (1 << option.target)) !== 0;
  if (end < 0 || !matters) table.length = fast.row;
  return end;
}

function blank({ table, row, anyAddress, phases }: Fast, chain: number, line: number): void {
  table.chain[row] = chain;
  table.line[row] = line;
  table.target[row] = 0;
  table.protocol[row] = anyProtocol;
  table.flags[row] = pooled.source | pooled.destination;
  table.sourceLo[row] = anyAddress;
  table.sourceHi[row] = 0;
  table.destinationLo[row] = anyAddress;
  table.destinationHi[row] = 0;
  table.sourcePorts[row] = anyPorts;
  table.destinationPorts[row] = anyPorts;
  table.phases[row] = phases;
  table.action[row] = 0;
  table.input[row] = 0;
  table.output[row] = 0;
  table.unknown[row] = 0;
}

/** Ports need a protocol that has them; the others do not come this way. */
function fits({ table, row, seen }: Fast): boolean {
  const protocol = table.protocol[row];
  return (seen & portBits) === 0 || protocol === tcp || protocol === udp;
}

/** Marks an option as read; false where it was already. */
function once(fast: Fast, bit: number): boolean {
  const before = fast.seen;
  fast.seen |= 1 << bit;
  return before !== fast.seen;
}

/** Reads an option with its value; gives the place of the next, or -1. */
function readOption(fast: Fast, from: number): number {
  const { bytes, table, row } = fast;
  const nameEnd = bytes[from + 2] === byte.space ? from + 2 : wordEnd(bytes, from);
  const read =
    nameEnd === from + 2 ? letters[bytes[from + 1]!]! : findWord(longOptions, bytes, from, nameEnd);
  if (read < 0 || (read <= option.target && !once(fast, read))) return -1;
  const at = nextWord(bytes, nameEnd);
  switch (read) {
    case option.source:
      return addressOf(fast, at, pooled.source, table.sourceLo, table.sourceHi);
    case option.destination:
      return addressOf(fast, at, pooled.destination, table.destinationLo, table.destinationHi);
    case option.sourcePorts:
      return ports(bytes, at, table.sourcePorts, row);
    case option.destinationPorts:
      return ports(bytes, at, table.destinationPorts, row);
    case option.comment:
      return skipText(bytes, at);
    default:
      return wordOf(fast, read, at, wordEnd(bytes, at));
  }
}

/** The same where the value is a word. */
function wordOf(fast: Fast, read: number, at: number, end: number): number {
  const { bytes, table, row, reading } = fast;
  switch (read) {
    case option.extension:
      return stepIf(bytes, end, findWord(extensionWords, bytes, at, end));
    case option.protocol:
      table.protocol[row] = findWord(protocolWords, bytes, at, end);
      return stepIf(bytes, end, table.protocol[row]!);
    case option.target:
      return targetOf(fast, at, end);
    case option.sourceList:
      return listOf(fast, at, end, option.sourcePorts);
    case option.destinationList:
      return listOf(fast, at, end, option.destinationPorts);
    case option.input: {
      const number = keptWord(fast.interfaces, reading, bytes, at, end);
      table.input[row] = number;
      return stepIf(bytes, end, number);
    }
    case option.output: {
      const number = keptWord(fast.interfaces, reading, bytes, at, end);
      table.output[row] = number;
      return stepIf(bytes, end, number);
    }
    case option.states: {
      const mask = keptWord(fast.states, reading, bytes, at, end);
      table.phases[row]! &= mask;
      return stepIf(bytes, end, mask);
    }
    default:
      return table.action[row] === actions.deny ? stepIf(bytes, end, end - at - 1) : -1;
  }
}

/** On to the next word, unless this one's number says that it is not understood here. */
function stepIf(bytes: Uint8Array, end: number, number: number): number {
  return number < 0 ? -1 : nextWord(bytes, end);
}

function addressOf(fast: Fast, at: number, flag: number, lo: Uint32Array, hi: Uint32Array): number {
  fast.table.flags[fast.row]! &= ~flag;
  return fast.reading.family === "ipv4" ? address(fast.bytes, at, lo, hi, fast.row) : -1;
}

/** A list of ports; a rule has one condition on the ports of a side here. */
function listOf(fast: Fast, at: number, end: number, bit: number): number {
  const { bytes, table, row, reading } = fast;
  const number = once(fast, bit) ? keptWord(fast.ports, reading, bytes, at, end) : -1;
  const isSource = bit === option.sourcePorts;
  table[isSource ? "sourcePorts" : "destinationPorts"][row] = number;
  table.flags[row]! |= isSource ? pooled.sourcePorts : pooled.destinationPorts;
  return stepIf(bytes, end, number);
}

/** A chain that is declared goes before a target of its name, as iptables has it. */
function targetOf({ bytes, table, row, chains }: Fast, at: number, end: number): number {
  const chain = findWord(chains, bytes, at, end);
  const action = chain >= 0 ? actions.jump : findWord(targetWords, bytes, at, end);
  table.target[row] = Math.max(chain, 0);
  table.action[row] = Math.max(action, 0);
  return stepIf(bytes, end, action);
}

/** A word, or text in quotes in which a backslash takes what follows as it is. */
function skipText(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== byte.quote) {
    const end = wordEnd(bytes, from);
    return end === from || bytes[from] === byte.bang ? -1 : nextWord(bytes, end);
  }
  let at = from + 1;
  while (bytes[at] !== byte.quote && bytes[at]! >= byte.space) {
    if (bytes[at] === byte.backslash) at += 1;
    // No escape reaches into the next line.
    if (bytes[at]! >= byte.space) at += 1;
  }
  return bytes[at] !== byte.quote || bytes[at + 1]! > byte.space ? -1 : nextWord(bytes, at + 1);
}
