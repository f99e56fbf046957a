import type { Guide } from "../../guide/guide.ts";
import { GuideError, listGuides, loadGuide } from "../../guide/load.ts";
import type { State } from "../../portal/wire.ts";
import { refuse } from "../refusal.ts";

/** The guides that can be asked for, by `id@edition` and by nothing else. */
export interface Guides {
  readonly list: State["guides"];
  /** Throws a Refusal where there is none of this name. */
  get(name: string): Guide;
}

export const nameOf = ({ id, edition }: { id: string; edition: string }) => `${id}@${edition}`;

/**
 * Jochi's own guides, each loaded when it is wanted. One that was chosen, which may lie anywhere,
 * comes first. What a page asks for is looked up here and never becomes a path.
 *
 * @param chosen a guide's name or folder; throws GuideError where there is none
 * @param alone no others: a simulated network is made of one guide
 */
export function createGuides(chosen: string | undefined, alone = false): Guides {
  const kept = new Map<string, Guide>();
  const first = chosen === undefined ? undefined : loadGuide(chosen);
  if (first) kept.set(nameOf(first), first);
  const own = new Map(alone ? [] : listGuides().map((one) => [nameOf(one), one.folder]));
  const get = (name: string): Guide => {
    const found = kept.get(name);
    if (found) return found;
    const folder = own.get(name);
    if (folder === undefined) throw refuse("unknown-guide", name.slice(0, 80));
    const guide = loadGuide(folder);
    kept.set(name, guide);
    return guide;
  };
  let list: State["guides"] | undefined;
  return {
    get,
    get list() {
      list ??= titles([...new Set([...kept.keys(), ...own.keys()])], get);
      return list;
    },
  };
}

/** A guide that cannot be used keeps nobody from the others. */
function titles(names: readonly string[], get: (name: string) => Guide): State["guides"] {
  return names.flatMap((name) => {
    try {
      const { id, edition, title } = get(name);
      return [{ id, edition, title }];
    } catch (error) {
      if (error instanceof GuideError) return [];
      throw error;
    }
  });
}
