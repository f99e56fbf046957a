import { type AddressSet, anyAddress, parseAddresses } from "../../address.ts";
import { difference } from "../../ranges.ts";
import { doubtful, type Members, surely, unionOf } from "../members.ts";
import { doubtAbout } from "./doubt.ts";

/** Addresses that no host on the public internet has (IANA's special-purpose registries), and Azure's own. */
const special = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
];
const hidden = unionOf(special.map((text) => parseAddresses(text)!));
const global = parseAddresses("2000::/3")!.v6;

const publicly: AddressSet = {
  v4: difference(anyAddress.v4, hidden.v4),
  v6: difference(global, hidden.v6),
  names: [],
};
const elsewhere: AddressSet = {
  v4: hidden.v4,
  v6: difference(anyAddress.v6, publicly.v6),
  names: [],
};

const internet: Members = {
  sure: publicly,
  perhaps: { set: elsewhere, unknown: doubtAbout("dynamic-group", "Internet") },
};
const tag = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/**
 * What an address prefix of a rule holds: addresses, everything, or a service tag, whose members
 * Microsoft changes from week to week. `Internet` holds what is outside the virtual network and
 * reachable from the public internet: public addresses surely, all others perhaps.
 */
export function prefixMembers(text: string): Members {
  if (["*", "any"].includes(text.toLowerCase())) return surely(anyAddress);
  const addresses = parseAddresses(text);
  if (addresses) return surely(addresses);
  if (text.toLowerCase() === "internet") return internet;
  return doubtful(doubtAbout(tag.test(text) ? "dynamic-group" : "value", text));
}
