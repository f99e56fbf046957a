import { ConfigError, type Source } from "../source.ts";
import { kind as aws } from "./kinds/aws.ts";
import { kind as azure } from "./kinds/azure.ts";
import { kind as ciscoAsa } from "./kinds/cisco-asa.ts";
import { kind as ciscoIos } from "./kinds/cisco-ios.ts";
import { kind as fortios } from "./kinds/fortios.ts";
import { kind as iptables } from "./kinds/iptables.ts";
import { kind as juniperSrx } from "./kinds/juniper-srx.ts";
import { kind as nftables } from "./kinds/nftables.ts";
import { kind as panos } from "./kinds/panos.ts";
import type { Kind, Reader } from "./reader.ts";

/** Every kind of configuration that can be read, by the vendor's id. Loaded when it is wanted. */
export const readers: Record<string, () => Promise<Reader>> = {
  iptables: async () => (await import("./iptables.ts")).iptables,
  nftables: async () => (await import("./nftables.ts")).nftables,
  "cisco-asa": async () => (await import("./cisco-asa.ts")).ciscoAsa,
  "cisco-ios": async () => (await import("./cisco-ios.ts")).ciscoIos,
  panos: async () => (await import("./panos.ts")).panos,
  fortios: async () => (await import("./fortios.ts")).fortios,
  "juniper-srx": async () => (await import("./juniper-srx.ts")).juniperSrx,
  aws: async () => (await import("./aws.ts")).aws,
  azure: async () => (await import("./azure.ts")).azure,
};

/** What tells each of them, in the same order. */
export const kinds: readonly Kind[] = [
  iptables,
  nftables,
  ciscoAsa,
  ciscoIos,
  panos,
  fortios,
  juniperSrx,
  aws,
  azure,
];

/** As much of a file as is looked at to tell what it is, bytes. */
const headBytes = 65_536;
const sure = 0.8;
const unsure = 0.3;

/** Tells a configuration's kind by its content. Throws where it is none, or two at once. */
export async function recognise(source: Source): Promise<Reader> {
  const head = new TextDecoder().decode(source.bytes.subarray(0, headBytes));
  const scored = kinds
    .map((kind) => ({ kind, score: kind.recognise(head) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < unsure) {
    throw new ConfigError("firewall.config.unknown-vendor", 0, {
      vendors: Object.keys(readers).join(", "),
    });
  }
  if (next && next.score >= sure && best.score >= sure) throw mixed(head, [best.kind, next.kind]);
  return readers[best.kind.id]!();
}

/** Where the second kind begins: the first line with which both are sure. */
function mixed(head: string, both: readonly Kind[]): ConfigError {
  const lines = head.split("\n");
  let [low, high] = [1, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const text = lines.slice(0, middle).join("\n");
    if (both.every((kind) => kind.recognise(text) >= sure)) high = middle;
    else low = middle + 1;
  }
  const vendors = both.map(({ title }) => title).join(", ");
  return new ConfigError("firewall.config.mixed", low, { vendors });
}
