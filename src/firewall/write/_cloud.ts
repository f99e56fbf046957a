import type { AddressSet, Family } from "../address.ts";
import { type Cidr, cidrsOf, formatCidrInFull } from "../cidr.ts";
import type { Opening, OpeningRequest } from "../opening.ts";
import { familiesOf, ofFamily } from "./_addresses.ts";
import type { Sorted } from "./_request.ts";
import { chunks, cut } from "./_text.ts";

/** What filters of addresses and ports can say. */
export const addressesOnly = { names: false, wildcards: false, inbound: true } as const;

/**
 * Openings of one side's networks. What guards a machine itself says the other side only, so
 * machines with other openings need another guard, or they could reach what is not theirs.
 */
export interface Clients {
  networks: AddressSet;
  openings: readonly Opening[];
}

/** The users' side of an opening. */
export function ownSide({ direction, sources, destinations }: Opening): AddressSet {
  return direction === "outbound" ? sources : destinations;
}

/** The service's side. */
export function farSide({ direction, sources, destinations }: Opening): AddressSet {
  return direction === "outbound" ? destinations : sources;
}

/**
 * By the networks that the request names: an opening left with one family is still for the same
 * machines, which have no way to the other family's addresses.
 */
export function clientsOf(openings: readonly Opening[], request: OpeningRequest): Clients[] {
  const asked = new Map(request.openings.map((opening) => [opening.name, ownSide(opening)]));
  const key = ({ v4, v6, names }: AddressSet) => [v4, v6, names].join(" ");
  const groups = Map.groupBy(openings, ({ name }) => key(asked.get(name)!));
  return [...groups.values()].map((own) => ({
    networks: asked.get(own[0]!.name)!,
    openings: own,
  }));
}

/** The networks in one line, for people who choose what a guard is for. */
export function networksText(networks: AddressSet): string {
  return cut([...cidrsOf(networks).map(formatCidrInFull), ...networks.names].join(", "), 200);
}

/** Both sides' blocks of one family, in pieces no longer than a rule may hold. */
export interface Piece {
  opening: Opening;
  family: Family;
  sources: Cidr[];
  destinations: Cidr[];
}

export function piecesOf(openings: readonly Opening[], longest: number): Piece[] {
  return openings.flatMap((opening) =>
    familiesOf(opening).flatMap((family) => {
      const blocks = (set: AddressSet) => chunks(cidrsOf(ofFamily(set, family)), longest);
      const { sources: from, destinations: to } = opening;
      return blocks(from).flatMap((sources) =>
        blocks(to).map((destinations) => ({ opening, family, sources, destinations })),
      );
    }),
  );
}

/** Without the openings for which a cloud has no room. */
export function without(parts: Sorted, beyond: readonly Opening[]): Sorted {
  const left = new Set(beyond);
  const needsPerson = beyond.map((opening) => ({ opening, key: "firewall.person.limit" }));
  return {
    ...parts,
    openings: parts.openings.filter((opening) => !left.has(opening)),
    needsPerson: [...parts.needsPerson, ...needsPerson],
  };
}

/** A line of a shell script that ends it where one of so many arguments is missing. */
export function needsArguments(count: number): string {
  return `: "\${${count}:?}"`;
}

/** What every cloud takes in a description, and no shell, template or Terraform changes. */
export function plainComment({ comment }: Opening, limit: number): string {
  return cut(comment.replace(/[^A-Za-z0-9 ._:/()#,@+=-]/g, "-"), limit);
}

/**
 * Names in a cloud's own alphabet, no two alike: `shape` may make two names one, and an opening that
 * became several rules has its name several times.
 */
export function uniqueNames(
  names: readonly string[],
  shape: (name: string) => string = (name) => name,
): string[] {
  const shaped = names.map(shape);
  const once = new Set<string>();
  const twice = new Set(shaped.filter((name) => once.size === once.add(name).size));
  const taken = new Set(shaped.filter((name) => !twice.has(name)));
  return shaped.map((name) => {
    if (!twice.has(name)) return name;
    let number = 1;
    while (taken.has(`${name}-${number}`)) number += 1;
    taken.add(`${name}-${number}`);
    return `${name}-${number}`;
  });
}
