import fc from "fast-check";
import type { Packet } from "../../../prove/packet.ts";
import type { Phase } from "../../../table.ts";

/** A condition as nft writes it, and the same in plain code. */
interface Condition {
  text: string;
  /** What it takes for granted. nft refuses rules whose conditions no packet can meet together. */
  family?: "ip" | "ip6";
  transport?: "tcp" | "udp" | "other";
  test(packet: Packet): boolean;
}

interface RandomRule {
  conditions: Condition[];
  verdict: string;
}

/** Chains by name; a jump only leads to a chain with a larger number. */
export interface RandomRuleset {
  policy: "accept" | "drop";
  chains: RandomRule[][];
  text: string;
}

const isFour = (packet: Packet) => typeof packet.source === "number";
const net = 0x0a000000;
const six = 0xfd00n << 112n;

const address = fc.integer({ min: 0, max: 7 });
const portNumber = fc.integer({ min: 1, max: 9 });

/** `{ 1, 3-5 }` over a few numbers, as text and as a test. */
function numbers(write: (at: number) => string, most: number) {
  const span = fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  return fc.array(span, { minLength: 1, maxLength: 3 }).map((all) => {
    const members = Array.from({ length: most + 1 }, (_, at) => at).filter((at) =>
      all.some(([lo, hi]) => lo <= at && at <= hi),
    );
    const runs: [number, number][] = [];
    for (const at of members) {
      const last = runs.at(-1);
      if (last?.[1] === at - 1) last[1] = at;
      else runs.push([at, at]);
    }
    const words = runs.map(([lo, hi]) => (lo === hi ? write(lo) : `${write(lo)}-${write(hi)}`));
    const text = words.length === 1 ? words[0]! : `{ ${words.join(", ")} }`;
    return { text, has: (at: number) => members.includes(at) };
  });
}

const four = (at: number) => `10.0.0.${at}`;
const sixText = (at: number) => `fd00::${at}`;
const negation = fc.constantFrom("", "!= ");

const addresses = fc
  .tuple(
    fc.constantFrom("saddr", "daddr"),
    negation,
    fc.boolean(),
    numbers(four, 7),
    numbers(sixText, 7),
  )
  .map(([field, not, isV4, v4, v6]): Condition => {
    const side = field === "saddr" ? "source" : "destination";
    const own = isV4 ? v4 : v6;
    return {
      family: isV4 ? "ip" : "ip6",
      text: `${isV4 ? "ip" : "ip6"} ${field} ${not}${own.text}`,
      test(packet) {
        if (isFour(packet) !== isV4) return false;
        const value = isV4 ? Number(packet[side]) - net : Number((packet[side] as bigint) - six);
        return own.has(value) === (not === "");
      },
    };
  });

const ports = fc
  .tuple(
    fc.constantFrom("tcp", "udp"),
    fc.constantFrom("sport", "dport"),
    negation,
    numbers(String, 9),
  )
  .map(
    ([name, field, not, set]): Condition => ({
      transport: name,
      text: `${name} ${field} ${not}${set.text}`,
      test: (packet) =>
        packet.protocol === (name === "tcp" ? 6 : 17) &&
        set.has(field === "sport" ? packet.sourcePort : packet.destinationPort) === (not === ""),
    }),
  );

const pairs = fc
  .tuple(
    negation,
    fc.uniqueArray(fc.tuple(address, portNumber), { minLength: 1, selector: String }),
  )
  .map(
    ([not, all]): Condition => ({
      family: "ip",
      transport: "tcp",
      text: `ip daddr . tcp dport ${not}{ ${all.map(([at, port]) => `${four(at)} . ${port}`).join(", ")} }`,
      test: (packet) =>
        isFour(packet) &&
        packet.protocol === 6 &&
        all.some(
          ([at, port]) => packet.destination === net + at && packet.destinationPort === port,
        ) ===
          (not === ""),
    }),
  );

const interfaces = fc
  .tuple(
    fc.constantFrom("iifname", "oifname"),
    fc.constantFrom(["", "eth0"], ["", "eth1"], ["", "eth*"], ["!= ", "eth*"], ["!= ", "wan"]),
  )
  .map(
    ([field, [not, name]]): Condition => ({
      text: `${field} ${not}"${name}"`,
      test(packet) {
        const own = (field === "iifname" ? packet.input : packet.output) ?? "";
        const fits = name === "eth*" ? own.startsWith("eth") : own === name;
        return fits === (not === "");
      },
    }),
  );

const states = fc
  .tuple(negation, fc.subarray(["new", "established", "related", "invalid"], { minLength: 1 }))
  .map(
    ([not, words]): Condition => ({
      text: `ct state ${not}{ ${words.join(", ")} }`,
      test: ({ phase }) =>
        words.includes(phase === "open" ? "new" : "established") === (not === ""),
    }),
  );

const flags = fc.constantFrom<Condition>(
  {
    transport: "tcp",
    text: "tcp flags & (fin|syn|rst|ack) == syn",
    test: ({ protocol, phase }) => protocol === 6 && phase === "open",
  },
  {
    transport: "tcp",
    text: "tcp flags ack",
    test: ({ protocol, phase }) => protocol === 6 && phase !== "open",
  },
  { transport: "other", text: "meta l4proto != tcp", test: ({ protocol }) => protocol !== 6 },
  { family: "ip6", text: "meta nfproto ipv6", test: (packet) => !isFour(packet) },
);

const condition = fc.oneof(addresses, ports, pairs, interfaces, states, flags);
const lastChain = 3;

function rule(chain: number): fc.Arbitrary<RandomRule> {
  const targets = Array.from({ length: lastChain - chain }, (_, at) => `c${chain + 1 + at}`);
  const verdict = fc.constantFrom(
    ...["accept", "drop", "accept", "drop", "return", "continue"],
    ...targets.flatMap((target) => [`jump ${target}`, `goto ${target}`]),
  );
  const conditions = fc.array(condition, { maxLength: 3 }).map((all) => all.filter(isPossible));
  return fc.record({ conditions, verdict });
}

function isPossible(own: Condition, at: number, all: readonly Condition[]): boolean {
  return all
    .slice(0, at)
    .every(
      ({ family, transport }) =>
        (family ?? own.family) === (own.family ?? family) &&
        (transport ?? own.transport) === (own.transport ?? transport),
    );
}

const chain = (number: number) => fc.array(rule(number), { maxLength: 6 });

export const rulesets: fc.Arbitrary<RandomRuleset> = fc
  .tuple(fc.constantFrom("accept", "drop"), fc.tuple(chain(0), chain(1), chain(2), chain(3)))
  .map(([policy, chains]) => ({ policy, chains, text: print(policy, chains) }));

function print(policy: string, chains: readonly RandomRule[][]): string {
  const bodies = chains.map((rules, number) => {
    const base = `type filter hook forward priority filter; policy ${policy};`;
    const lines = rules.map(
      ({ conditions, verdict }) => `${conditions.map(({ text }) => text).join(" ")} ${verdict}`,
    );
    return `chain c${number} {\n${[number === 0 ? base : "", ...lines].join("\n")}\n}`;
  });
  return `table inet t {\n${bodies.toReversed().join("\n")}\n}\n`;
}

/** First match, chain by chain: as plain as it can be. */
export function decide({ policy, chains }: RandomRuleset, packet: Packet): "permit" | "deny" {
  const found = walk(0) ?? policy;
  return found === "accept" ? "permit" : "deny";

  function walk(number: number): string | undefined {
    for (const { conditions, verdict } of chains[number]!) {
      if (!conditions.every(({ test }) => test(packet))) continue;
      const [word, target] = verdict.split(" ");
      if (word === "accept" || word === "drop") return word;
      if (word === "return") return undefined;
      if (word === "continue") continue;
      const inner = walk(Number(target!.slice(1)));
      if (inner !== undefined || word === "goto") return inner;
    }
    return undefined;
  }
}

export const packets: fc.Arbitrary<Packet> = fc
  .record({
    isV4: fc.boolean(),
    from: address,
    to: address,
    sourcePort: portNumber,
    destinationPort: portNumber,
    protocol: fc.constantFrom(6, 17),
    phase: fc.constantFrom<Phase>("open", "reply", "data", "replyData"),
    input: fc.constantFrom("eth0", "eth1", "wan"),
    output: fc.constantFrom("eth0", "eth1", "wan"),
  })
  .map(({ isV4, from, to, ...rest }) => ({
    ...rest,
    source: isV4 ? net + from : six + BigInt(from),
    destination: isV4 ? net + to : six + BigInt(to),
  }));
