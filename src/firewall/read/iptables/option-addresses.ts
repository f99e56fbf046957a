import type { AddressSet } from "../../address.ts";
import type { InterfaceMatch } from "../../policy.ts";
import { addressesOf, isHostName } from "./addresses.ts";
import { anyBox } from "./boxes.ts";
import { doubt, narrow } from "./draft.ts";
import { addressSet, otherAddresses } from "./reading.ts";
import type { Use } from "./use.ts";

type Side = "source" | "destination";

/** `-s` and `-d`: addresses, nets, lists of them; or one host name. */
export function addressOption(side: Side) {
  return (use: Use) => {
    const {
      draft,
      values: [value = ""],
      negated,
    } = use;
    const set = (negated ? otherAddresses : addressSet)(use.reading, value);
    if (set) return narrow(draft, [{ ...anyBox, [side]: set }], false, value);
    if (!isHostName(value)) return doubt(draft, "value", value);
    if (negated) return doubt(draft, "fqdn", value);
    draft[side === "source" ? "sourceNames" : "destinationNames"] = [value];
  };
}

/** iprange's `from-to`, or a single address. */
export function rangeOption(side: Side) {
  return ({ draft, values: [value = ""], negated }: Use) => {
    const set = value.includes("/") ? undefined : addressesOf(value);
    if (!set) return doubt(draft, "value", value);
    narrow(draft, [{ ...anyBox, [side]: set }], negated, value);
  };
}

const multicast: AddressSet = {
  v4: [0xe000_0000, 0xefff_ffff],
  v6: [0xffn << 120n, (1n << 128n) - 1n],
  names: [],
};

/** addrtype: which addresses are the firewall's own, no file of rules tells; multicast is fixed. */
export function typeOption(side: Side) {
  return ({ draft, values: [value = ""], negated }: Use) => {
    if (value !== "MULTICAST") return doubt(draft, "match", value);
    narrow(draft, [{ ...anyBox, [side]: multicast }], negated, value);
  };
}

export function interfaceOption(side: "input" | "output") {
  return ({ draft, values: [value = ""], negated }: Use) => {
    // A `+` alone is every interface.
    if (value === "+") draft.never ||= negated;
    else if (value === "" || value.includes("*") || draft[side]) doubt(draft, "value", value);
    else draft[side] = interfaceMatch(value, negated);
  };
}

/** `eth0`, `eth+`. */
export function interfaceMatch(name: string, negated: boolean): InterfaceMatch {
  return { names: [name.endsWith("+") ? `${name.slice(0, -1)}*` : name], negated };
}
