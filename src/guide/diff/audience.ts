import type { Owner } from "../../evidence/verdict.ts";
import type { Guide } from "../guide.ts";
import { type Audience, audiences } from "./change.ts";
import { entryOf, lists } from "./lists.ts";

const ofOwner: Record<Owner, Audience> = {
  user: "payer",
  "pc-admin": "admin",
  network: "network",
  dns: "network",
  security: "network",
  proxy: "network",
  // What only the provider can do begins with the payer's call to them.
  provider: "payer",
};

const ofList: Record<string, readonly Audience[]> = {
  groups: ["network"],
  endpoints: ["network"],
  sites: ["payer"],
  wrong: ["payer"],
  browsers: ["payer"],
  popups: ["payer"],
  toolbars: ["payer"],
  // A person answers the browser's question once, a policy answers it for every PC.
  localNetwork: ["payer", "admin"],
  programs: ["admin"],
  agents: ["admin"],
  certificates: ["admin"],
  files: ["admin"],
  symptoms: ["payer"],
  questions: ["payer"],
  dialogues: ["payer"],
  retry: ["payer"],
  sources: ["admin"],
};

/** Whom an entry concerns, by either edition that has it. Whoever cannot be told from it: everybody. */
export function audienceOf(what: string, id: string, guides: readonly Guide[]): Audience[] {
  const found = new Set(guides.flatMap((guide) => inOne(guide, what, id)));
  const known = audiences.filter((one) => found.has(one));
  return known.length > 0 ? known : [...audiences];
}

function inOne(guide: Guide, what: string, id: string): readonly Audience[] {
  const all = ofList[what];
  if (all) return all;
  const entry = entryOf(guide, what, id);
  switch (what) {
    case "remedies":
      return owners(guide, [id]);
    case "efforts":
      return owners(guide, entry ? [String(entry.remedy)] : []);
    case "causes":
      return ofCause(guide, id);
    case "likelihoods":
      return entry ? ofCause(guide, String(entry.cause)) : [];
    case "sections":
      return (entry?.audience as Audience[] | undefined) ?? [];
    case "openQuestions":
      return ((entry?.about as string[] | undefined) ?? []).flatMap((about) => ofAny(guide, about));
    default:
      return [];
  }
}

/** A cause concerns who acts on it, and whoever does what helps. */
function ofCause(guide: Guide, id: string): readonly Audience[] {
  const cause = guide.causes.find((one) => one.id === id);
  if (!cause) return [];
  const named = cause.owner ? [ofOwner[cause.owner]] : [];
  return [...named, ...owners(guide, [...cause.remedies, ...(cause.managedRemedies ?? [])])];
}

function owners(guide: Guide, remedies: readonly string[]): Audience[] {
  return guide.remedies
    .filter(({ id }) => remedies.includes(id))
    .map(({ owner }) => ofOwner[owner]);
}

/** Whatever has that id, except another question, which could ask for this one again. */
function ofAny(guide: Guide, id: string): readonly Audience[] {
  return lists
    .filter(([what]) => what !== "openQuestions" && entryOf(guide, what, id) !== undefined)
    .flatMap(([what]) => inOne(guide, what, id));
}
