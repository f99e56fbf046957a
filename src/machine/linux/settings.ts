import { isIP } from "node:net";
import type { HostsEntry } from "../machine.ts";

/** Parsers of the small files in which Linux keeps its network settings. */

/** The C library looks at three resolvers and no more (MAXNS). */
const mostResolvers = 3;
const mostHosts = 20_000;

/** `resolv.conf`; where it names nobody, the C library asks this PC itself. */
export function parseResolvers(text: string): string[] {
  const found = lines(text, /[#;].*/)
    .map((line) => line.split(/\s+/))
    .filter(([word, address]) => word === "nameserver" && isIP(address ?? "") !== 0)
    .map(([, address]) => address ?? "");
  return found.length > 0 ? found.slice(0, mostResolvers) : ["127.0.0.1"];
}

/** `hosts`: one entry for each name, in the file's order. */
export function parseHosts(text: string): HostsEntry[] {
  return lines(text, /#.*/)
    .map((line) => line.split(/\s+/))
    .filter(([address]) => isIP(address ?? "") !== 0)
    .flatMap(([address = "", ...names]) => names.map((name) => ({ address, name })))
    .slice(0, mostHosts);
}

/** `/proc/net/snmp`: a line of names and a line of numbers for each protocol. */
export function parseIcmpUnreachables(text: string): number | undefined {
  const rows = text.split("\n").filter((line) => line.startsWith("Icmp: "));
  const [names = [], numbers = []] = rows.map((line) => line.trim().split(/\s+/));
  const at = names.indexOf("InDestUnreachs");
  const value = at < 0 ? Number.NaN : Number(numbers[at]);
  return Number.isSafeInteger(value) ? value : undefined;
}

function lines(text: string, comment: RegExp): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(comment, "").trim())
    .filter((line) => line !== "");
}
