import { anyAddress } from "../../address.ts";
import { everyPhase, phases, type RuleTable } from "../../table.ts";
import { type ByteWords, byteWords, findWord } from "./bytes.ts";
import { option } from "./fast-options.ts";
import { type KeptWords, keptInterfaces, keptPorts, keptStates } from "./fast-words.ts";
import type { Reading } from "./reading.ts";
import { sameWord, wordEnd } from "./scan.ts";

/** As far behind the place of an option as bytes are read in fours. */
const widest = 16;

/** What the fast way keeps from line to line. */
export interface Fast {
  reading: Reading;
  table: RuleTable;
  bytes: Uint8Array;
  /** The same bytes, to be read in fours. */
  view: DataView;
  /** Up to where an option may begin: no four leads out of the bytes. */
  last: number;
  /** Chains of the table at hand that are declared. */
  chains: ByteWords;
  /** Whether the addresses of this file are known to be IPv4. */
  readsAddresses: boolean;
  /** In which packets the table at hand sees a connection. */
  phases: number;
  anyAddress: number;
  /** Where the chain of the rule before is named, and its number. */
  chainNamedAt: number;
  chain: number;
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
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    last: bytes.length - widest,
    chains: byteWords(),
    readsAddresses: false,
    phases: everyPhase,
    anyAddress: pools.addresses.number(anyAddress),
    chainNamedAt: -1,
    chain: -1,
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

/** Finds the chain whose name is at `from`, mostly that of the rule before; gives the name's end. */
export function chainAt(fast: Fast, from: number): number {
  const { bytes, chainNamedAt } = fast;
  fast.chainNamedAt = from;
  const known = fast.chain < 0 ? -1 : sameWord(bytes, chainNamedAt, from);
  if (known >= 0) return known;
  const end = wordEnd(bytes, from);
  fast.chain = findWord(fast.chains, bytes, from, end);
  return end;
}

/** The words that an option of words is about. */
export function keptFor({ ports, states, interfaces }: Fast, read: number): KeptWords {
  if (read === option.states) return states;
  return read === option.input || read === option.output ? interfaces : ports;
}
