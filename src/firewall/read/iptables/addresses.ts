import {
  type AddressSet,
  anyAddress,
  type Family,
  maxV4,
  maxV6,
  parseAddresses,
  parseV4,
  wildcardRanges,
} from "../../address.ts";
import { pairsOf, rangesOf } from "../../ranges.ts";

/**
 * `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, a mask with holes, `from-to`. Everything of a family is
 * `anyAddress` itself; undefined where it is no address.
 */
export function addressesOf(text: string): AddressSet | undefined {
  const set = parseAddresses(text) ?? holed(text);
  if (!set) return undefined;
  const all =
    (set.v4.length === 2 && set.v4[0] === 0 && set.v4[1] === maxV4) ||
    (set.v6.length === 2 && set.v6[0] === 0n && set.v6[1] === maxV6);
  return all ? anyAddress : set;
}

function holed(text: string): AddressSet | undefined {
  const [address, mask, more] = text.split("/");
  const [value, bits] = [parseV4(address ?? ""), parseV4(mask ?? "")];
  if (value === undefined || bits === undefined || more !== undefined) return undefined;
  const v4 = wildcardRanges(value, ~bits >>> 0);
  return v4 && { v4, v6: [], names: [] };
}

export function familyOf(text: string): Family {
  return text.includes(":") ? "ipv6" : "ipv4";
}

export function unionOf(sets: readonly AddressSet[]): AddressSet {
  if (sets.length === 1) return sets[0]!;
  return sets.includes(anyAddress)
    ? anyAddress
    : {
        v4: rangesOf(sets.flatMap(({ v4 }) => pairsOf(v4))),
        v6: rangesOf(sets.flatMap(({ v6 }) => pairsOf(v6))),
        names: [],
      };
}

/** Letters of a host name; nothing that starts like an option or is all digits and dots. */
export function isHostName(text: string): boolean {
  return /^(?=.*[a-z])[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?\.?$/i.test(text);
}
