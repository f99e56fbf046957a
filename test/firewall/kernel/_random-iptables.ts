import { chance } from "./_chance.ts";

const clients = [
  "10.1.0.0/16",
  "10.1.0.0/17",
  "10.1.64.0/18",
  "10.1.1.0/24",
  "10.1.1.7",
  "10.0.0.0/8",
];
const servers = [
  "10.2.0.0/29",
  "10.2.0.0/30",
  "10.2.0.2",
  "10.2.0.5",
  "10.2.0.4/31",
  "10.2.0.0/16",
  "0.0.0.0/0",
];
const ports = [
  "80",
  "443",
  "444",
  "445",
  "5310",
  "7443",
  "80:443",
  "443:445",
  ":100",
  "5000:",
  "1:65535",
];
/** Where no end may be left out. */
const listed = ports.filter((port) => !/^:|:$/.test(port));
const clientPorts = ["1024:65535", "2000:3000", ":32767", "32768:"];
const chains = ["A", "B", "C"];

/** A random rule set as `iptables-restore` takes it. */
export function randomIptables(seed: number): string {
  const { below, oneIn, pick, some } = chance(seed);
  const lines = [...filterTable()];
  if (oneIn(4)) lines.unshift(...otherTable("mangle"), ...(oneIn(2) ? otherTable("raw") : []));
  return `${lines.join("\n")}\n`;

  function filterTable(): string[] {
    return [
      "*filter",
      ":INPUT ACCEPT [0:0]",
      `:FORWARD ${pick(["ACCEPT", "DROP"])} [0:0]`,
      ":OUTPUT ACCEPT [0:0]",
      ...chains.map((chain) => `:${chain} - [0:0]`),
      ...(oneIn(3) ? [] : [`-A FORWARD ${replies()} -j ACCEPT`]),
      ...Array.from({ length: 2 + below(8) }, () => rule("FORWARD", chains)),
      ...chains.flatMap((chain, at) =>
        Array.from({ length: below(6) }, () => rule(chain, chains.slice(at + 1))),
      ),
      "COMMIT",
    ];
  }

  function otherTable(table: string): string[] {
    const chain = table === "raw" ? "PREROUTING" : pick(["PREROUTING", "FORWARD", "POSTROUTING"]);
    const drops = `-A ${chain} ${address("-s", clients)} ${ended("tcp")} -j DROP`;
    return [`*${table}`, `:${chain} ACCEPT [0:0]`, drops, "COMMIT"];
  }

  function replies(): string {
    return pick([
      "-m conntrack --ctstate RELATED,ESTABLISHED",
      "-m state --state ESTABLISHED",
      "-m conntrack ! --ctstate NEW,INVALID",
      "-m conntrack --ctdir REPLY",
    ]);
  }

  function rule(chain: string, below: readonly string[]): string {
    const parts = [`-A ${chain}`];
    if (oneIn(2)) parts.push(address("-s", clients));
    if (oneIn(2)) parts.push(address("-d", servers));
    if (oneIn(8)) parts.push(`${not()}-i ${pick(["lan", "wan", "la+"])}`);
    if (oneIn(8)) parts.push(`${not()}-o ${pick(["lan", "wan", "w+"])}`);
    if (oneIn(8)) parts.push(`-m iprange ${not()}--dst-range 10.2.0.2-10.2.0.6`);
    parts.push(
      pick([() => "", () => ended("tcp"), () => ended("tcp"), () => ended("udp"), negated])(),
    );
    if (oneIn(5))
      parts.push(
        pick([replies(), "-m conntrack --ctstate NEW", "-m conntrack ! --ctstate ESTABLISHED"]),
      );
    if (oneIn(6)) parts.push('-m comment --comment "a -j DROP \\"b\\""');
    parts.push(target(below));
    return parts.filter((part) => part !== "").join(" ");
  }

  function ended(protocol: "tcp" | "udp"): string {
    const parts = [`-p ${protocol}`];
    if (oneIn(3))
      parts.push(
        `-m multiport ${not()}--${pick(["dports", "dports", "ports"])} ${some(listed, 3).join(",")}`,
      );
    else if (!oneIn(4)) parts.push(`-m ${protocol} ${not()}--dport ${pick(ports)}`);
    if (oneIn(6)) parts.push(`-m ${protocol} ${not()}--sport ${pick(clientPorts)}`);
    if (protocol === "tcp" && oneIn(8)) {
      parts.push(
        pick([
          "-m tcp --syn",
          "-m tcp ! --syn",
          "-m tcp --tcp-flags SYN,ACK SYN,ACK",
          "-m tcp ! --tcp-flags ACK ACK",
        ]),
      );
    }
    return parts.join(" ");
  }

  function negated(): string {
    return oneIn(2) ? "! -p udp" : "";
  }

  function target(below: readonly string[]): string {
    const verdicts = ["ACCEPT", "ACCEPT", "ACCEPT", "DROP", "REJECT", "RETURN"];
    if (below.length > 0 && oneIn(3)) return `-${pick(["j", "j", "g"])} ${pick(below)}`;
    return `-j ${pick(verdicts)}`;
  }

  function address(option: string, from: readonly string[]): string {
    const chosen = pick(from);
    // "Not everywhere" is refused.
    return chosen === "0.0.0.0/0" ? `${option} ${chosen}` : `${not()}${option} ${chosen}`;
  }

  function not(): string {
    return oneIn(5) ? "! " : "";
  }
}
