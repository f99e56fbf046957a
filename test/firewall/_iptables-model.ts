import fc from "fast-check";
import { formatV4 } from "../../src/firewall/address.ts";
import type { Packet } from "../../src/firewall/prove/packet.ts";
import type { Phase } from "../../src/firewall/table.ts";

/** A condition as iptables-save prints it, and what it means, said a second time and plainly. */
export interface Condition {
  text: string;
  holds(packet: Packet): boolean;
}

export interface ModelRule {
  chain: string;
  conditions: Condition[];
  /** ACCEPT, DROP, REJECT, RETURN, LOG, or a chain. */
  target: string;
  goto: boolean;
}

export interface Model {
  policy: "ACCEPT" | "DROP";
  rules: ModelRule[];
}

export const userChains = ["first", "second", "third"] as const;

const base = 0x0a00_0000;
const number = (max: number, min = 0) => fc.integer({ min, max });
const address = number(15).map((low) => base + low);
const portNumber = number(9, 1);
const inverted = fc.boolean();
const not = (negated: boolean) => (negated ? "! " : "");

function isIn(value: number, from: number, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(value / size) === Math.floor(from / size);
}

const net = fc.record({ from: address, bits: fc.constantFrom(28, 29, 30, 31, 32) });

function addressCondition(option: "-s" | "-d", side: "source" | "destination") {
  return fc.record({ net, negated: inverted }).map(({ net: { from, bits }, negated }) => ({
    text: `${not(negated)}${option} ${formatV4(from)}/${bits}`,
    holds: (packet: Packet) => isIn(Number(packet[side]), from, bits) !== negated,
  }));
}

const rangeCondition = fc
  .record({ a: address, b: address, negated: inverted })
  .map(({ a, b, negated }) => {
    const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
    return {
      text: `-m iprange ${not(negated)}--src-range ${formatV4(lo)}-${formatV4(hi)}`,
      holds: ({ source }: Packet) => (Number(source) >= lo && Number(source) <= hi) !== negated,
    };
  });

function interfaceCondition(option: "-i" | "-o", side: "input" | "output") {
  return fc
    .record({ name: fc.constantFrom("eth0", "eth1", "eth+", "wlan0"), negated: inverted })
    .map(({ name, negated }) => ({
      text: `${not(negated)}${option} ${name}`,
      holds: (packet: Packet) => {
        const actual = packet[side]!;
        const named = name === "eth+" ? actual.startsWith("eth") : actual === name;
        return named !== negated;
      },
    }));
}

const states: Record<string, (phase: Phase) => boolean> = {
  NEW: (phase) => phase === "open",
  ESTABLISHED: (phase) => phase !== "open",
  RELATED: () => false,
  INVALID: () => false,
};

const stateCondition = fc
  .record({ wanted: fc.subarray(Object.keys(states), { minLength: 1 }), negated: inverted })
  .map(({ wanted, negated }) => ({
    text: `-m conntrack ${not(negated)}--ctstate ${wanted.join(",")}`,
    holds: ({ phase }: Packet) => wanted.some((state) => states[state]!(phase)) !== negated,
  }));

const everywhere: fc.Arbitrary<Condition> = fc.oneof(
  addressCondition("-s", "source"),
  addressCondition("-d", "destination"),
  rangeCondition,
  interfaceCondition("-i", "input"),
  interfaceCondition("-o", "output"),
  stateCondition,
  fc.constantFrom('"a -j DROP"', '"\\"q\\" ! \\\\"', "word").map((text) => ({
    text: `-m comment --comment ${text}`,
    holds: () => true,
  })),
);

const spans = fc
  .array(fc.tuple(portNumber, portNumber), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]));
const spanText = ([lo, hi]: [number, number]) => (lo === hi ? `${lo}` : `${lo}:${hi}`);

/** Conditions on ports, behind `-p tcp` or `-p udp`. */
function portCondition(protocol: "tcp" | "udp"): fc.Arbitrary<Condition> {
  const single = fc
    .record({ spans, negated: inverted, side: fc.constantFrom("sport", "dport") })
    .map(({ spans: [span], negated, side }) => ({
      text: `-m ${protocol} ${not(negated)}--${side} ${spanText(span!)}`,
      holds: (packet: Packet) => {
        const port = side === "sport" ? packet.sourcePort : packet.destinationPort;
        return (port >= span![0] && port <= span![1]) !== negated;
      },
    }));
  const list = fc
    .record({ spans, negated: inverted, side: fc.constantFrom("sports", "dports", "ports") })
    .map(({ spans: wanted, negated, side }) => ({
      text: `-m multiport ${not(negated)}--${side} ${wanted.map(spanText).join(",")}`,
      holds: ({ sourcePort, destinationPort }: Packet) => {
        const has = (port: number) => wanted.some(([lo, hi]) => port >= lo && port <= hi);
        const either = has(sourcePort) || has(destinationPort);
        const one = side === "sports" ? has(sourcePort) : has(destinationPort);
        return (side === "ports" ? either : one) !== negated;
      },
    }));
  return fc.oneof(single, list);
}

const synCondition: fc.Arbitrary<Condition> = inverted.map((negated) => ({
  text: `-m tcp ${not(negated)}--tcp-flags FIN,SYN,RST,ACK SYN`,
  holds: ({ phase }) => (phase === "open") !== negated,
}));

const icmpCondition: fc.Arbitrary<Condition> = fc
  .record({ type: fc.constantFrom(0, 3, 8), code: fc.option(number(2)), negated: inverted })
  .map(({ type, code, negated }) => ({
    text: `-m icmp ${not(negated)}--icmp-type ${type}${code === null ? "" : `/${code}`}`,
    holds: ({ destinationPort }) => {
      const own = Math.floor(destinationPort / 256) === type;
      return (own && (code === null || destinationPort % 256 === code)) !== negated;
    },
  }));

function protocolGroup(name: "tcp" | "udp" | "icmp", own: fc.Arbitrary<Condition[]>) {
  const numbers = { tcp: 6, udp: 17, icmp: 1 };
  const is: Condition = {
    text: `-p ${name}`,
    holds: ({ protocol }) => protocol === numbers[name],
  };
  return own.map((conditions) => [is, ...conditions]);
}

const few = (condition: fc.Arbitrary<Condition>) => fc.array(condition, { maxLength: 1 });
const protocolGroups: fc.Arbitrary<Condition[]> = fc.oneof(
  fc.constant<Condition[]>([]),
  protocolGroup("tcp", fc.oneof(few(portCondition("tcp")), few(synCondition))),
  protocolGroup("udp", few(portCondition("udp"))),
  protocolGroup("icmp", few(icmpCondition)),
  fc.constant<Condition[]>([{ text: "! -p tcp", holds: ({ protocol }) => protocol !== 6 }]),
);

/** Jumps lead to later chains only, as the kernel wants it. */
const rule = fc
  .record({
    at: number(userChains.length),
    own: protocolGroups,
    others: fc.uniqueArray(everywhere, {
      maxLength: 3,
      // iptables takes each of them once.
      selector: ({ text }) => /-m \w+|-\w/.exec(text)![0],
    }),
    target: fc.oneof(
      fc.constantFrom("ACCEPT", "DROP", "REJECT", "RETURN", "LOG"),
      fc.constantFrom(...userChains),
    ),
    goto: fc.boolean(),
  })
  .map(({ at, own, others, target, goto }): ModelRule => {
    const to = userChains.indexOf(target as (typeof userChains)[number]);
    return {
      chain: at === 0 ? "FORWARD" : userChains[at - 1]!,
      conditions: [...others.filter(isPlain), ...own, ...others.filter((one) => !isPlain(one))],
      target: to >= 0 && to < at ? "ACCEPT" : target,
      goto: goto && to >= at,
    };
  });

function isPlain({ text }: Condition): boolean {
  return !text.startsWith("-m");
}

export const models: fc.Arbitrary<Model> = fc.record({
  policy: fc.constantFrom("ACCEPT" as const, "DROP" as const),
  rules: fc.array(rule, { maxLength: 14 }),
});

export const packets: fc.Arbitrary<Packet> = fc
  .record({
    source: address,
    destination: address,
    protocol: fc.constantFrom(6, 6, 17, 1, 47),
    sourcePort: number(10),
    port: number(10),
    icmp: fc.constantFrom(0, 1, 768, 770, 2048, 2049),
    phase: fc.constantFrom<Phase>("open", "open", "reply", "data", "replyData"),
    input: fc.constantFrom("eth0", "eth1", "wlan0"),
    output: fc.constantFrom("eth0", "eth1", "wlan0"),
  })
  .map(({ port, icmp, ...packet }) => ({
    ...packet,
    destinationPort: packet.protocol === 1 ? icmp : port,
  }));

export function ruleText({ chain, conditions, target, goto }: ModelRule): string {
  const words = conditions.map(({ text }) => text);
  return [`-A ${chain}`, ...words, goto ? "-g" : "-j", target].join(" ");
}

export function modelText({ policy, rules }: Model): string {
  return [
    "# Generated by iptables-save v1.8.9 on a day",
    "*filter",
    ":INPUT ACCEPT [0:0]",
    `:FORWARD ${policy} [0:0]`,
    ":OUTPUT ACCEPT [0:0]",
    ...userChains.map((name) => `:${name} - [0:0]`),
    ...rules.map(ruleText),
    "COMMIT",
    "",
  ].join("\n");
}

/** Where rule number `at` stands in the text. */
export const lineOfRule = (at: number) => 6 + userChains.length + at;

/** First match wins: the verdict and the line of the rule, or of the policy. */
export function verdictOf({ policy, rules }: Model, packet: Packet): string {
  function walk(chain: string): string | undefined {
    for (const [at, { conditions, target, goto, chain: own }] of rules.entries()) {
      if (own !== chain || !conditions.every(({ holds }) => holds(packet))) continue;
      if (target === "LOG") continue;
      if (target === "RETURN") return undefined;
      if (target === "ACCEPT") return `permit ${lineOfRule(at)}`;
      if (target === "DROP" || target === "REJECT") return `deny ${lineOfRule(at)}`;
      const found = walk(target);
      if (found !== undefined || goto) return found;
    }
    return undefined;
  }
  return walk("FORWARD") ?? `${policy === "ACCEPT" ? "permit" : "deny"} 4`;
}
