import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { chance } from "../../test/firewall/kernel/_chance.ts";

/** One random rule, before it is written in anybody's language. */
export interface RandomRule {
  source: string;
  destination: string;
  protocol: "tcp" | "udp";
  ports: string[];
  accept: boolean;
}

const services: Pick<RandomRule, "protocol" | "ports">[] = [
  { protocol: "tcp", ports: ["443"] },
  { protocol: "tcp", ports: ["80"] },
  { protocol: "tcp", ports: ["22"] },
  { protocol: "tcp", ports: ["8080"] },
  { protocol: "tcp", ports: ["1024-65535"] },
  { protocol: "udp", ports: ["53"] },
  { protocol: "udp", ports: ["123"] },
];
/** Networks of an office, and of those it speaks to. */
const near = [16, 24, 24, 24, 32, 32];
const far = [16, 24, 24, 32, 32, 32, 32, 32];

/** Prefixes, a few services, one rule in five with a list of ports, four in five permit. */
export function* randomRules(count: number): Iterable<RandomRule> {
  const luck = chance(count);
  const block = (first: number | undefined) => {
    const bits = luck.pick(first === undefined ? far : near);
    const size = 2 ** (32 - bits);
    const top = first ?? luck.below(256);
    const address = Math.floor((top * 2 ** 24 + luck.below(2 ** 24)) / size) * size;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".")}/${bits}`;
  };
  for (let made = 0; made < count; made += 1) {
    const listed = { protocol: "tcp", ports: ["80", "443"] } as const;
    const service = luck.oneIn(5) ? { ...listed, ports: [...listed.ports] } : luck.pick(services);
    yield { source: block(10), destination: block(undefined), ...service, accept: !luck.oneIn(5) };
  }
}

const linesAtOnce = 10_000;

/** As iptables-save prints it; the guide's own addresses are permitted by its last lines. */
export function writeIptables(file: string, count: number, own: readonly string[]): void {
  const handle = openSync(file, "w");
  let lines = ["*filter", ":FORWARD DROP [0:0]"];
  lines.push("-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
  for (const { source, destination, protocol, ports, accept } of randomRules(count)) {
    const listed = ports.map((port) => port.replace("-", ":")).join(",");
    const match =
      ports.length > 1 ? `multiport --dports ${listed}` : `${protocol} --dport ${listed}`;
    const target = accept ? "ACCEPT" : "DROP";
    lines.push(`-A FORWARD -s ${source} -d ${destination} -p ${protocol} -m ${match} -j ${target}`);
    if (lines.length < linesAtOnce) continue;
    writeSync(handle, `${lines.join("\n")}\n`);
    lines = [];
  }
  lines.push(...own.map((address) => `-A FORWARD -s 10.20.0.0/16 -d ${address}/32 -j ACCEPT`));
  writeSync(handle, `${[...lines, "COMMIT"].join("\n")}\n`);
  closeSync(handle);
}

/** The same rules as Capirca's policy, with the definitions it wants, for one of its targets. */
export function writeCapirca(folder: string, count: number, target: string): string {
  mkdirSync(join(folder, "def"), { recursive: true });
  const networks: string[] = [];
  const ports = new Map<string, string>();
  const terms: string[] = [];
  let number = 0;
  for (const rule of randomRules(count)) {
    number += 1;
    networks.push(`S${number} = ${rule.source}`, `D${number} = ${rule.destination}`);
    for (const port of rule.ports)
      ports.set(`P${port}_${rule.protocol}`, `${port}/${rule.protocol}`);
    terms.push(`term t${number} {
  source-address:: S${number}
  destination-address:: D${number}
  destination-port:: ${rule.ports.map((port) => `P${port}_${rule.protocol}`).join(" ")}
  protocol:: ${rule.protocol}
  action:: ${rule.accept ? "accept" : "deny"}
}`);
  }
  writeFileSync(join(folder, "def", "NETWORK.net"), `${networks.join("\n")}\n`);
  const services = [...ports].map(([name, value]) => `${name.replace("-", "_")} = ${value}`);
  writeFileSync(join(folder, "def", "SERVICES.svc"), `${services.join("\n")}\n`);
  const file = join(folder, `${target.split(" ")[0]}.pol`);
  const body = terms.join("\n").replace(/(P\d+)-(\d+_)/g, "$1_$2");
  writeFileSync(file, `header {\n  target:: ${target}\n}\n${body}\n`);
  return file;
}
