import { readPorts, unknownProtocols } from "../ports.ts";
import { readAddresses } from "./addresses.ts";
import { readHosts } from "./hosts.ts";
import type { Role } from "./titles.ts";

/** What a cell is by what it looks like, whatever stands above it. */
export type Kind = "address" | "host" | "mixed" | "ports" | "protocol" | "ditto" | "text";

/** `〃`, 상동: the same as in the row above. */
const ditto = /^(?:[〃″"”]|''|``|´´|상동|위와 ?(?:같음|동일)|동일|〃\s*〃|ditto|same)$/i;

export function kindOf(cell: string): Kind {
  if (ditto.test(cell)) return "ditto";
  if (/^https?:\/\//i.test(cell) && readHosts(cell).sure) return "host";
  const addresses = readAddresses(cell);
  if (addresses.addresses.length > 0) {
    if (!/[가-힣A-Za-z]/.test(addresses.rest.replace(/\([^()]*\)/g, ""))) return "address";
    return isMixed(cell) ? "mixed" : "text";
  }
  if (readHosts(cell).sure && cell !== "*") return "host";
  if (/^[A-Za-z][A-Za-z/,+ ]*$/.test(cell) && unknownProtocols(cell).length === 0)
    return "protocol";
  if (/\d/.test(cell)) {
    const { ports, impossible, unreadable } = readPorts(cell, "", new Map());
    if (ports.length > 0 && impossible.length + unreadable.length === 0) return "ports";
  }
  return "text";
}

/** The names and the addresses of one cell: `pay.example (192.0.2.1)`. */
export function splitMixed(cell: string): { host: string; address: string } {
  const words = cell.split(/[\s()[\],]+/).filter((word) => word !== "" && !/^[/:]$/.test(word));
  const isHost = (word: string) => readHosts(word).sure;
  return {
    host: words.filter(isHost).join(" "),
    address: words.filter((word) => !isHost(word)).join(" "),
  };
}

function isMixed(cell: string): boolean {
  const { host, address } = splitMixed(cell);
  return host !== "" && address !== "" && kindOf(address) === "address";
}

/** Whether what a cell looks like is not what its column holds. */
export function contradicts(kind: Kind, role: Role): boolean {
  if (kind === "address") return role === "host" || role === "ports" || role === "protocol";
  if (kind === "host") return role === "address" || role === "ports" || role === "protocol";
  if (kind === "ports") return role === "host" || role === "address" || role === "mixed";
  if (kind === "protocol") return role === "host" || role === "address";
  return false;
}

/** Whether a cell can only stand in such a column, where some of the row's cells are missing. */
export function belongs(kind: Kind, role: Role): boolean {
  if (kind === "address") return /^(?:address|mixed|source|former)$/.test(role);
  if (kind === "host") return role === "host" || role === "mixed";
  if (kind === "mixed") return role === "mixed";
  if (kind === "ports") return role === "ports" || role === "number";
  if (kind === "protocol") return role === "protocol" || role === "ports";
  if (kind === "ditto") return true;
  return /^(?:number|group|direction|purpose|remark|other)$/.test(role);
}
