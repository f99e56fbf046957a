import type { AddressSet, Family } from "../address.ts";
import { formatCidrInFull } from "../cidr.ts";
import type { Opening } from "../opening.ts";
import { type Block, blocksOf, ofFamily } from "./_addresses.ts";

/** An address object: a block or range of addresses, or a name. */
export type Member = { name: string } & (
  | { block: Block; host?: undefined }
  | { host: string; block?: undefined }
);

/** What a rule refers to: the one member itself, or the group that holds them all. */
export interface Place {
  name: string;
  members: readonly Member[];
}

export interface AddressBook {
  /** Every object once, in the order of first use. */
  members(): readonly Member[];
  /** Every group once; a set of one member needs none. */
  groups(): readonly Place[];
  /** Both sides of an opening, of one family or of all. */
  sides(opening: Opening, family?: Family): { from: Place; to: Place };
}

/**
 * Objects and groups of one request. Equal sets are one group, so that the users' networks, which
 * every opening has, are kept in one place.
 */
export function addressBook(stem: string, nameLimit = 63): AddressBook {
  const members = new Map<string, Member>();
  const places = new Map<string, Place>();
  const seen = new Map<AddressSet, Map<string, Place>>();
  const counts = { pcs: 0, hosts: 0 };

  function member(text: string, rest: { block: Block } | { host: string }): Member {
    const known = members.get(text);
    if (known) return known;
    const spoken = `${stem}-${text.replaceAll(":", "_").replaceAll("/", "-").replace("*.", ".")}`;
    const name = spoken.length <= nameLimit ? spoken : `${stem}-object-${members.size + 1}`;
    const made: Member = { name, ...rest };
    members.set(text, made);
    return made;
  }

  function placeOf(set: AddressSet, side: keyof typeof counts): Place {
    const inside = [
      ...blocksOf(set).map((block) => member(blockText(block), { block })),
      ...set.names.map((host) => member(host, { host })),
    ];
    if (inside.length === 1) return { name: inside[0]!.name, members: inside };
    const key = inside.map(({ name }) => name).join();
    const known = places.get(key);
    if (known) return known;
    counts[side] += 1;
    const place = { name: `${stem}-${side}-${counts[side]}`, members: inside };
    places.set(key, place);
    return place;
  }

  function place(set: AddressSet, side: keyof typeof counts, family: Family | undefined): Place {
    const found = seen.get(set) ?? new Map<string, Place>();
    seen.set(set, found);
    const key = family ?? "all";
    const known = found.get(key);
    if (known) return known;
    const made = placeOf(family ? ofFamily(set, family) : set, side);
    found.set(key, made);
    return made;
  }

  return {
    members: () => [...members.values()],
    groups: () => [...places.values()],
    sides({ direction, sources, destinations }, family) {
      const outbound = direction === "outbound";
      return {
        from: place(sources, outbound ? "pcs" : "hosts", family),
        to: place(destinations, outbound ? "hosts" : "pcs", family),
      };
    },
  };
}

/** `10.0.0.0/8`, `10.0.0.5`, `10.0.0.5-10.0.0.9`. */
export function blockText({ cidr, first, last }: Block): string {
  if (!cidr) return `${first}-${last}`;
  return first === last ? first : formatCidrInFull(cidr);
}
