import type { Guide } from "../../../guide/guide.ts";
import type { Remedy } from "../../../guide/schema/remedy.ts";
import type { Audience } from "./publication.ts";

type Owner = Remedy["owner"];

/** Whose hands do what: what only the provider can do is asked for by everybody. */
const hands: Record<Audience, readonly Owner[]> = {
  payer: ["user", "provider"],
  network: ["network", "dns", "security", "proxy", "provider"],
  admin: ["pc-admin", "provider"],
};

/** Lists of a guide whose entries become parts of a publication. */
const kinds = {
  browsers: ["payer", "admin"],
  symptoms: ["payer"],
  groups: ["network"],
  certificates: ["admin"],
  files: ["admin"],
  programs: ["admin"],
  agents: ["admin"],
  remedies: ["payer", "network", "admin"],
} as const satisfies Partial<Record<keyof Guide, readonly Audience[]>>;

export type Kind = keyof typeof kinds;

/** Whether an entry of one of these lists is meant: by its list, too, as ids are unique there only. */
export type Chosen = (kind: Kind, entry: { id: string }) => boolean;

/** What of a guide is for an audience; everything without one. */
export function chosenFor(audience: Audience | undefined): Chosen {
  return (kind, entry) => {
    if (audience === undefined) return true;
    if (kind === "remedies") return hands[audience].includes((entry as Remedy).owner);
    return readersOf(kind).includes(audience);
  };
}

/** For whom a list is; remedies go by their owners. */
export function readersOf(kind: Kind): readonly Audience[] {
  return kinds[kind];
}
