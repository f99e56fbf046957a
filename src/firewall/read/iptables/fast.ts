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
import {
  commonAction,
  commonProtocol,
  extensionWords,
  isDestinationPorts,
  letters,
  longOptions,
  option,
  protocolWords,
  targetWords,
} from "./fast-options.ts";
import { type KeptWords, keptInterfaces, keptPorts, keptStates, keptWord } from "./fast-words.ts";
import { tcp, udp } from "./protocols.ts";
import type { Reading } from "./reading.ts";
import { address, behindLine, byte, nextWord, ports, sameWord, wordEnd } from "./scan.ts";

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
  /** Where the chain of the rule before is named, and its number. */
  chainAt: number;
  chain: number;
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
    chainAt: -1,
    chain: -1,
    row: 0,
    seen: 0,
    ports: keptPorts(),
    states: keptStates(),
    interfaces: keptInterfaces(),
  };
}

export function fastTable(fast: Fast, nat: boolean): void {
  fast.chains = byteWords();
  fast.chain = -1;
  fast.phases = nat ? phases.open : everyPhase;
}

/**
 * Reads the rule whose chain's name is at `from` straight into a row, where it is in plain IPv4
 * words, and gives the place behind its line. -1 where it says anything else: then the slow way
 * reads it, to the same effect, and the table is as it was.
 */
export function fastRule(fast: Fast, from: number, line: number): number {
  const { bytes, table } = fast;
  const chainEnd = chainOf(fast, from);
  if (fast.chain < 0) return -1;
  fast.row = newRow(table);
  fast.seen = 0;
  blank(fast, line);
  let at = nextWord(bytes, chainEnd);
  while (at >= 0 && bytes[at] === byte.dash) at = readOption(fast, at);
  const end = at >= 0 && fits(fast) ? behindLine(bytes, at) : -1;
  const matters = table.phases[fast.row] !== 0 && (fast.seen & (1 << option.target)) !== 0;
  if (end < 0 || !matters) table.length = fast.row;
  return end;
}

/** Finds the chain whose name is at `from`, mostly that of the rule before; gives the name's end. */
function chainOf(fast: Fast, from: number): number {
  const { bytes, chainAt } = fast;
  fast.chainAt = from;
  const known = fast.chain < 0 ? -1 : sameWord(bytes, chainAt, from);
  if (known >= 0) return known;
  const end = wordEnd(bytes, from);
  fast.chain = findWord(fast.chains, bytes, from, end);
  return end;
}

function blank({ table, row, anyAddress, phases, chain }: Fast, line: number): void {
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
  let read = -1;
  let at = from + 3;
  if (bytes[from + 2] === byte.space) {
    read = letters[bytes[from + 1]!]!;
  } else if (isDestinationPorts(bytes, from)) {
    read = option.destinationPorts;
    at = from + 8;
  } else {
    const end = wordEnd(bytes, from);
    read = findWord(longOptions, bytes, from, end);
    at = nextWord(bytes, end);
  }
  if (read < 0 || (read <= option.target && !once(fast, read))) return -1;
  switch (read) {
    case option.source:
      return addressOf(fast, at, pooled.source, table.sourceLo, table.sourceHi);
    case option.destination:
      return addressOf(fast, at, pooled.destination, table.destinationLo, table.destinationHi);
    case option.sourcePorts:
      return ports(bytes, at, table.sourcePorts, row);
    case option.destinationPorts:
      return ports(bytes, at, table.destinationPorts, row);
    case option.protocol:
      return protocolOf(fast, at);
    case option.extension:
      return extensionOf(fast, at);
    case option.target:
      return targetOf(fast, at);
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

function protocolOf({ bytes, table, row }: Fast, at: number): number {
  const known = commonProtocol(bytes, at);
  table.protocol[row] = known;
  if (known !== 0) return at + 4;
  const end = wordEnd(bytes, at);
  const number = findWord(protocolWords, bytes, at, end);
  table.protocol[row] = number;
  return stepIf(bytes, end, number);
}

/** `-m tcp` and the like; what they add stands in options of their own. */
function extensionOf({ bytes }: Fast, at: number): number {
  if (commonProtocol(bytes, at) !== 0) return at + 4;
  const end = wordEnd(bytes, at);
  return stepIf(bytes, end, findWord(extensionWords, bytes, at, end));
}

/** No declared chain has the name of a target here: files in which one has are read the slow way. */
function targetOf({ bytes, table, row, chains }: Fast, at: number): number {
  const known = commonAction(bytes, at);
  if (known !== 0) {
    table.action[row] = known;
    return nextWord(bytes, at + (known === actions.permit ? 6 : 4));
  }
  const end = wordEnd(bytes, at);
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
