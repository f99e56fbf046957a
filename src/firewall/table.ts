/** What a rule does with a packet that it matches. */
export const actions = {
  permit: 1,
  deny: 2,
  /** Goes through another chain and comes back where that one decides nothing. */
  jump: 3,
  /** As jump, but comes back to the caller of this chain. */
  goto: 4,
  /** Ends this chain; in a base chain the default decides. */
  return: 5,
  /** Ends with something that a file cannot tell: a rewritten destination, a program's verdict. */
  unclear: 6,
} as const;
export type Action = keyof typeof actions;

/**
 * The packets of one connection, as bits: a rule may match some and not others (`ct state`,
 * `--syn`, `established`). `open` is the first packet (TCP SYN, state NEW), `reply` the answer
 * (SYN and ACK, ESTABLISHED), `data` and `replyData` what follows in each direction.
 */
export const phases = { open: 1, reply: 2, data: 4, replyData: 8 } as const;
export type Phase = keyof typeof phases;
export const everyPhase = 15;

/** Which columns hold a number of a pool instead of the range itself. */
export const pooled = { source: 1, destination: 2, sourcePorts: 4, destinationPorts: 8 } as const;

export const anyProtocol = -1;

/**
 * Rows of rules, one typed array a column: a million of them must fit and be read in a second. A
 * rule of a configuration is one row or several (a list of services is one row each).
 *
 * Addresses are an inclusive IPv4 range in `…Lo` and `…Hi`, or where `flags` says so the number of
 * an address set in `…Lo`. Ports are `lo | hi << 16`, or the number of a port set. ICMP has no
 * ports: `type * 256 + code` stands in the place of the destination port.
 */
export interface RuleTable {
  length: number;
  chain: Uint16Array;
  line: Uint32Array;
  action: Uint8Array;
  /** The chain that a jump or goto leads to. */
  target: Uint16Array;
  protocol: Int16Array;
  flags: Uint8Array;
  sourceLo: Uint32Array;
  sourceHi: Uint32Array;
  destinationLo: Uint32Array;
  destinationHi: Uint32Array;
  sourcePorts: Uint32Array;
  destinationPorts: Uint32Array;
  /** In which packets of a connection the rule can match. */
  phases: Uint8Array;
  /** Interface matches by number; 0 is any. */
  input: Uint16Array;
  output: Uint16Array;
  /** Why the rule matches only perhaps, by number; 0 is that it surely does. */
  unknown: Uint32Array;
}

export const anyPorts = packPorts(0, 65_535);

export function packPorts(lo: number, hi: number): number {
  return (lo | (hi << 16)) >>> 0;
}

export function newTable(capacity: number): RuleTable {
  return {
    length: 0,
    chain: new Uint16Array(capacity),
    line: new Uint32Array(capacity),
    action: new Uint8Array(capacity),
    target: new Uint16Array(capacity),
    protocol: new Int16Array(capacity),
    flags: new Uint8Array(capacity),
    sourceLo: new Uint32Array(capacity),
    sourceHi: new Uint32Array(capacity),
    destinationLo: new Uint32Array(capacity),
    destinationHi: new Uint32Array(capacity),
    sourcePorts: new Uint32Array(capacity),
    destinationPorts: new Uint32Array(capacity),
    phases: new Uint8Array(capacity),
    input: new Uint16Array(capacity),
    output: new Uint16Array(capacity),
    unknown: new Uint32Array(capacity),
  };
}

/** The number of a fresh row, in which every column is zero until the caller sets it. */
export function newRow(table: RuleTable): number {
  const row = table.length;
  if (row === table.chain.length) grow(table);
  table.length += 1;
  return row;
}

function grow(table: RuleTable): void {
  const larger = newTable(Math.max(16, table.chain.length * 2));
  for (const name of columns) {
    larger[name].set(table[name]);
    Object.assign(table, { [name]: larger[name] });
  }
}

const columns = Object.keys(newTable(0)).filter((name) => name !== "length") as Exclude<
  keyof RuleTable,
  "length"
>[];

/** Appends a copy of a row of another table; gives its number. */
export function copyRow(from: RuleTable, row: number, to: RuleTable): number {
  const copy = newRow(to);
  for (const name of columns) to[name][copy] = from[name][row]!;
  return copy;
}
