import { canonicalV6, parseBlock, withoutHostBits } from "../block.ts";

/** What kind of address a text is, as far as lint cares. */
export type AddressKind =
  | "usable"
  | "not-an-address"
  | "everything"
  | "host-bits"
  | "this-network"
  | "loopback"
  | "link-local"
  | "multicast"
  | "reserved"
  | "broadcast"
  | "documentation";

/** Judges an address, or the first address of a CIDR block. */
export function addressKind(text: string): AddressKind {
  const block = parseBlock(text);
  if (!block) return "not-an-address";
  if (block.bits === 0) return "everything";
  if (withoutHostBits(block).address !== block.address) return "host-bits";
  const [address = ""] = text.split("/");
  return block.width === 128 ? kindOfIpv6(address) : kindOfIpv4(address);
}

function kindOfIpv4(text: string): AddressKind {
  const parts = text.split(".");
  // A leading zero means octal to some programs and decimal to others.
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) {
    return "not-an-address";
  }
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  if ([a, b, c, d].some((number) => number > 255)) return "not-an-address";
  if (a === 0) return "this-network";
  if (a === 127) return "loopback";
  if (a === 169 && b === 254) return "link-local";
  if (a >= 224 && a < 240) return "multicast";
  if (a === 255 && b === 255 && c === 255 && d === 255) return "broadcast";
  if (a >= 240) return "reserved";
  return documentation.has(`${a}.${b}.${c}`) ? "documentation" : "usable";
}

const documentation = new Set(["192.0.2", "198.51.100", "203.0.113"]);

function kindOfIpv6(text: string): AddressKind {
  const address = canonicalV6(text);
  if (address === undefined) return "not-an-address";
  if (address === "::") return "this-network";
  if (address === "::1") return "loopback";
  if (/^fe[89ab]/.test(address)) return "link-local";
  if (address.startsWith("ff")) return "multicast";
  return /^2001:db8(:|$)/.test(address) ? "documentation" : "usable";
}
