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

type Kind = keyof typeof kinds;

/** What of a guide is for an audience, by ids; everything without one. */
export function chosenIds(guide: Guide, audience: Audience | undefined): Set<string> {
  const named = (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    (guide[kind] as readonly { id: string }[])
      .filter((entry) => isFor(kind, entry, audience))
      .map(({ id }) => id),
  );
  return new Set(named);
}

function isFor(kind: Kind, entry: { id: string }, audience: Audience | undefined): boolean {
  if (audience === undefined) return true;
  if (kind === "remedies") return hands[audience].includes((entry as Remedy).owner);
  return (kinds[kind] as readonly Audience[]).includes(audience);
}

/** For whom what is left out is, by id; remedies tell their owner themselves and are not in it. */
export function readersOf(guide: Guide, id: string): readonly Audience[] {
  const kind = (Object.keys(kinds) as Kind[]).find((each) =>
    (guide[each] as readonly { id: string }[]).some((entry) => entry.id === id),
  );
  return kind === undefined || kind === "remedies" ? [] : kinds[kind];
}
