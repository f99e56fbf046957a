import type { AddressSet } from "../address.ts";
import {
  destinationOf,
  destinationPortsOf,
  isAny,
  type Policy,
  sourceOf,
  sourcePortsOf,
} from "../policy.ts";
import { type Bound, overlaps, type Ranges } from "../ranges.ts";
import { anyProtocol, phases, pooled } from "../table.ts";
import type { Question } from "./question.ts";

/** Which way packets go: from the client to the server, or back. */
export type Way = "there" | "back";

const phasesOf = {
  there: phases.open | phases.data,
  back: phases.reply | phases.replyData,
} as const;

/**
 * For every question the rows that touch it, in one pass over the rules: rules stream past the
 * questions, so a million rules cost as much as a million comparisons.
 */
export function candidatesOf(
  policy: Policy,
  questions: readonly Question[],
  way: Way,
): Int32Array[] {
  const found = questions.map((): number[] => []);
  const index = serverIndex(questions);
  const { table } = policy;
  const inLo = way === "there" ? table.destinationLo : table.sourceLo;
  const inHi = way === "there" ? table.destinationHi : table.sourceHi;
  const isPooled = way === "there" ? pooled.destination : pooled.source;
  const bits = phasesOf[way];
  const memo = new Map<number, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    if ((table.phases[row]! & bits) === 0) continue;
    if (table.flags[row]! & isPooled) {
      const number = inLo[row]!;
      let near = memo.get(number);
      if (near === undefined) {
        near = questionsIn(policy.addressSets[number]!, questions);
        memo.set(number, near);
      }
      for (const at of near) if (touches(policy, row, questions[at]!, way)) found[at]!.push(row);
      continue;
    }
    const lo = inLo[row]!;
    const hi = inHi[row]!;
    if (index.misses(lo, hi)) continue;
    for (let at = index.before(hi); at >= 0 && index.reaches(at, lo); at -= 1) {
      const question = index.order[at]!;
      if (index.hi[at]! >= lo && touches(policy, row, questions[question]!, way)) {
        found[question]!.push(row);
      }
    }
  }
  return found.map((rows) => Int32Array.from(rows));
}

/** Servers of the IPv4 questions by address. A name may be anywhere, so it spans everything. */
function serverIndex(questions: readonly Question[]) {
  const spans = questions
    .map(({ family, servers, name }, at) => ({
      at,
      lo: name !== undefined ? 0 : Number(servers[0] ?? 0),
      hi: name !== undefined ? 0xffff_ffff : Number(servers.at(-1) ?? 0),
      v4: family === "ipv4",
    }))
    .filter(({ v4 }) => v4)
    .sort((a, b) => a.lo - b.lo);
  const lo = Float64Array.from(spans, (span) => span.lo);
  const hi = Float64Array.from(spans, (span) => span.hi);
  let furthest = -1;
  const reach = hi.map((value) => {
    furthest = Math.max(furthest, value);
    return furthest;
  });
  const blocks = new Uint8Array(65_536);
  for (let at = 0; at < lo.length; at += 1) blocks.fill(1, lo[at]! >>> 16, (hi[at]! >>> 16) + 1);
  return {
    order: spans.map(({ at }) => at),
    hi,
    /** Quick and one-sided: most rules of a large firewall are about other addresses. */
    misses: (from: number, to: number) => from >>> 16 === to >>> 16 && blocks[from >>> 16] === 0,
    /** The last span that begins at or before `address`. */
    before(address: number): number {
      let [low, high] = [0, lo.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (lo[middle]! <= address) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
    /** Whether a span at or before this place ends at or behind `address`. */
    reaches: (at: number, address: number) => reach[at]! >= address,
  };
}

function questionsIn(set: AddressSet, questions: readonly Question[]): number[] {
  return questions.flatMap((question, at) => (holdsServer(set, question) ? [at] : []));
}

function holdsServer(set: AddressSet, { family, servers, name }: Question): boolean {
  if (name !== undefined) return set.names.includes(name) || set.names.length === 0 || isAny(set);
  return holds(set, family, servers);
}

function holds(set: AddressSet, family: Question["family"], ranges: Ranges<Bound>): boolean {
  const own: Ranges<Bound> = family === "ipv4" ? set.v4 : set.v6;
  return overlaps(own, ranges);
}

function touches(policy: Policy, row: number, question: Question, way: Way): boolean {
  const { table } = policy;
  const protocol = table.protocol[row]!;
  if (protocol !== anyProtocol && protocol !== question.protocol) return false;
  const [near, far] =
    way === "there"
      ? ([table.sourcePorts, table.destinationPorts] as const)
      : ([table.destinationPorts, table.sourcePorts] as const);
  const flags = table.flags[row]!;
  const [nearPooled, farPooled] =
    way === "there"
      ? [pooled.sourcePorts, pooled.destinationPorts]
      : [pooled.destinationPorts, pooled.sourcePorts];
  if (!portsMeet(policy, far[row]!, flags & farPooled!, question.serverPorts)) return false;
  if (!portsMeet(policy, near[row]!, flags & nearPooled!, question.clientPorts)) return false;
  return clientsMeet(policy, row, question, way);
}

function portsMeet(policy: Policy, packed: number, inPool: number, wanted: Ranges<number>) {
  if (inPool) return overlaps(policy.portSets[packed]!, wanted);
  const lo = packed & 0xffff;
  const hi = packed >>> 16;
  for (let at = 0; at < wanted.length; at += 2) {
    if (lo <= wanted[at + 1]! && hi >= wanted[at]!) return true;
  }
  return false;
}

function clientsMeet(policy: Policy, row: number, { family, clients }: Question, way: Way) {
  const { table } = policy;
  const there = way === "there";
  if (table.flags[row]! & (there ? pooled.source : pooled.destination)) {
    const number = (there ? table.sourceLo : table.destinationLo)[row]!;
    return holds(policy.addressSets[number]!, family, clients);
  }
  if (family === "ipv6") return false;
  const lo = (there ? table.sourceLo : table.destinationLo)[row]!;
  const hi = (there ? table.sourceHi : table.destinationHi)[row]!;
  for (let at = 0; at < clients.length; at += 2) {
    if (lo <= clients[at + 1]! && hi >= clients[at]!) return true;
  }
  return false;
}

/** A row's four sides as seen from a question: client and server instead of source and destination. */
export function sidesOf(policy: Policy, row: number, way: Way) {
  const source = sourceOf(policy, row);
  const destination = destinationOf(policy, row);
  const sourcePorts = sourcePortsOf(policy, row);
  const destinationPorts = destinationPortsOf(policy, row);
  return way === "there"
    ? {
        client: source,
        clientPorts: sourcePorts,
        server: destination,
        serverPorts: destinationPorts,
      }
    : {
        client: destination,
        clientPorts: destinationPorts,
        server: source,
        serverPorts: sourcePorts,
      };
}
