import { chance } from "./_chance.ts";

const clients = [
  "10.1.0.0/16",
  "10.1.0.0/17",
  "10.1.64.0/18",
  "10.1.1.0/24",
  "10.1.1.7",
  "10.1.2.0-10.1.3.9",
];
const servers = [
  "10.2.0.0/29",
  "10.2.0.2",
  "10.2.0.5",
  "10.2.0.4-10.2.0.6",
  "10.2.0.0/16",
  "0.0.0.0/0",
];
const ports = ["80", "443", "444", "445", "5310", "7443", "80-443", "1-100", "5000-65535"];
const chains = ["a", "b", "c"];
const verdicts = ["accept", "accept", "accept", "drop", "reject", "return"];

/** What a verdict map may hold. */
const mapped = ["accept", "drop", "return"];

/** A random rule set as `nft -f` takes it: several tables, sets, maps, jumps. */
export function randomNftables(seed: number): string {
  const { below, oneIn, pick, some } = chance(seed);
  const tables = [table("first", 0), ...(oneIn(3) ? [table("second", 10)] : [])];
  return `flush ruleset\n${tables.join("")}`;

  function table(name: string, priority: number): string {
    const family = pick(["inet", "inet", "ip"]);
    return [
      `table ${family} ${name} {`,
      "  set hosts { type ipv4_addr; flags interval; auto-merge",
      `    elements = { ${some(servers.slice(0, 4), 3).join(", ")} }`,
      "  }",
      "  set services { type inet_proto . inet_service; flags interval",
      "    elements = { tcp . 443, udp . 80-445, tcp . 5310 }",
      "  }",
      "  map ways { type inet_service : verdict",
      `    elements = { 80 : ${pick(mapped)}, 443 : jump c, 7443 : ${pick(mapped)} }`,
      "  }",
      ...[...chains]
        .reverse()
        .flatMap((chain, at) => body(chain, [...chains].reverse().slice(0, at), "")),
      ...body(
        "forward",
        chains,
        `type filter hook forward priority ${priority}; policy ${pick(["accept", "drop"])};`,
      ),
      "}",
      "",
    ].join("\n");
  }

  function body(chain: string, below_: readonly string[], head: string): string[] {
    const isBase = head !== "";
    const rules = Array.from({ length: (isBase ? 2 : 0) + below(7) }, () => rule(below_, chain));
    const replies =
      isBase && !oneIn(3)
        ? [
            pick([
              "ct state established,related accept",
              "ct direction reply accept",
              "ct state != new accept",
            ]),
          ]
        : [];
    return [
      `  chain ${chain} {`,
      ...(isBase ? [`    ${head}`] : []),
      ...[...replies, ...rules].map((line) => `    ${line}`),
      "  }",
    ];
  }

  function rule(below_: readonly string[], chain: string): string {
    const parts: string[] = [];
    if (oneIn(2)) parts.push(`ip saddr ${not()}${one(clients)}`);
    if (oneIn(2)) parts.push(`ip daddr ${not()}${pick([() => one(servers), () => "@hosts"])()}`);
    if (oneIn(8))
      parts.push(
        `${pick(["iifname", "oifname"])} ${not()}${pick(['"lan"', '"wan"', '"w*"', '{ "lan", "wan" }'])}`,
      );
    if (oneIn(8)) parts.push("meta l4proto . th dport @services");
    else if (oneIn(10) && chain !== "c" && below_.includes("c"))
      return [...parts, "tcp dport vmap @ways"].join(" ");
    else if (oneIn(10))
      return [...parts, `tcp dport vmap { 80 : ${pick(mapped)}, 444-445 : ${pick(mapped)} }`].join(
        " ",
      );
    else parts.push(pick([() => "", ended, ended, ended])());
    if (oneIn(5))
      parts.push(
        pick([
          "ct state new",
          "ct state { new, established }",
          "ct state != established",
          "ct direction original",
        ]),
      );
    if (oneIn(4)) parts.push("counter");
    parts.push(target(below_));
    if (oneIn(5)) parts.push('comment "{ 22, 80 } drop; # no"');
    return parts.filter((part) => part !== "").join(" ");
  }

  function ended(): string {
    const protocol = pick(["tcp", "tcp", "udp", "th"]);
    const parts = protocol === "th" ? [`meta l4proto ${pick(["tcp", "udp", "{ tcp, udp }"])}`] : [];
    parts.push(
      `${protocol} dport ${pick([() => not() + one(ports), () => `${pick(["<", ">", "<=", ">="])} 444`])()}`,
    );
    if (oneIn(6))
      parts.push(`${protocol} sport ${not()}${pick(["1024-65535", "2000-3000", "32768-65535"])}`);
    if (protocol === "tcp" && oneIn(8)) {
      parts.push(
        pick([
          "tcp flags & (fin | syn | rst | ack) == syn",
          "tcp flags syn",
          "tcp flags & (syn | ack) == syn | ack",
          "tcp flags != syn",
        ]),
      );
    }
    return parts.join(" ");
  }

  function one(from: readonly string[]): string {
    if (!oneIn(3)) return pick(from);
    const spread = from.filter((value) => !/-|\//.test(value));
    return `{ ${some(spread, 3).join(", ")} }`;
  }

  function target(below_: readonly string[]): string {
    if (below_.length > 0 && oneIn(3)) return `${pick(["jump", "jump", "goto"])} ${pick(below_)}`;
    return pick(verdicts);
  }

  function not(): string {
    return oneIn(5) ? "!= " : "";
  }
}
