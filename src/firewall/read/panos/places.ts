import { ConfigError } from "../../source.ts";
import { newTree, partOf, partsOf, type Tree, wordOf } from "./tree.ts";

/** One virtual system or device group, with its objects and rules. */
export interface Place {
  name: string;
  tree: Tree;
}

/** Everything of a configuration that rules are made of, wherever it stands in the file. */
export interface Places {
  systems: Place[];
  groups: Place[];
  shared: Tree[];
  /** Objects and rules that belong to no named system: a firewall with only one, or a fragment. */
  loose: Tree[];
  networks: Tree[];
  templates: Tree[];
  /** Each device group's parent, where the file says so. */
  parents: Map<string, string>;
}

/** What was asked for: where names are looked up, nearest first, and whose rules count. */
export interface Selection {
  lookup: Tree[];
  local: Tree | undefined;
  /** Device groups and shared, from the nearest to the outermost. */
  around: Tree[];
}

/** In the order in which the rules of one place are tried. */
export const bases = ["pre-rulebase", "rulebase", "post-rulebase"];
const ownWords = [...bases, "address", "address-group", "service", "service-group", "zone"];
const wrappers = ["config", "response", "result", "policy", "panorama"];
const deepestWrapper = 8;

export function placesOf(root: Tree): Places {
  const places: Places = {
    systems: [],
    groups: [],
    shared: [],
    loose: [],
    networks: [],
    templates: [],
    parents: new Map(),
  };
  collect(fragment(root), places, 0);
  return places;
}

function collect(tree: Tree, places: Places, depth: number): void {
  if (depth > deepestWrapper) return;
  const known = ownWords.some((word) => partOf(tree, word));
  if (known) places.loose.push(tree);
  places.systems.push(...named(partOf(tree, "vsys")));
  places.groups.push(...named(partOf(tree, "device-group")));
  for (const [word, list] of [
    ["shared", places.shared],
    ["network", places.networks],
  ] as const) {
    const part = partOf(tree, word);
    if (part) list.push(part);
  }
  for (const [, template] of partsOf(partOf(tree, "template"))) {
    places.templates.push(partOf(template, "config") ?? template);
  }
  for (const [name, group] of partsOf(partOf(tree, "device-group"))) addParent(name, group);
  for (const [, device] of partsOf(partOf(tree, "readonly", "devices"))) {
    for (const [name, group] of partsOf(partOf(device, "device-group"))) addParent(name, group);
  }
  for (const [, device] of partsOf(partOf(tree, "devices"))) collect(device, places, depth + 1);
  for (const word of wrappers) {
    const part = partOf(tree, word);
    if (part) collect(part, places, depth + 1);
  }
  // A part of a configuration, exported by itself, stands in elements of other names.
  const [only, ...more] = partsOf(tree);
  const nothing = [places.systems, places.groups, places.shared, places.loose].every(isEmpty);
  if (nothing && only && more.length === 0) collect(fragment(only[1]), places, depth + 1);

  function addParent(name: string, group: Tree): void {
    const parent = wordOf(partOf(group, "parent-dg"));
    if (parent !== undefined) places.parents.set(name, parent);
  }
}

function isEmpty(list: readonly unknown[]): boolean {
  return list.length === 0;
}

function named(tree: Tree | undefined): Place[] {
  return [...partsOf(tree)].map(([name, part]) => ({ name, tree: part }));
}

/** `show rulebase security rules` prints the rules only; this puts them where they belong. */
function fragment(tree: Tree): Tree {
  if (isRules(tree)) return below(below(below(tree, "rules"), "security"), "rulebase");
  const rules = partOf(tree, "rules");
  if (rules && isRules(rules)) return below(below(tree, "security"), "rulebase");
  return partOf(tree, "security", "rules") ? below(tree, "rulebase") : tree;
}

function isRules(tree: Tree): boolean {
  const [first] = partsOf(tree);
  return partOf(first?.[1], "action") !== undefined && partOf(first?.[1], "source") !== undefined;
}

function below(tree: Tree, word: string): Tree {
  return { ...newTree(tree.line), parts: new Map([[word, tree]]) };
}

export function rulesOf(tree: Tree | undefined, base: string, kind: string): Tree | undefined {
  return partOf(tree, base, kind, "rules");
}

export function hasRules(tree: Tree): boolean {
  return bases.some((base) => rulesOf(tree, base, "security")?.parts?.size);
}

/** The one system and device group that there are, or the one that `list` names. */
export function select(places: Places, list: string | undefined): Selection {
  const loose = places.loose.filter(hasRules).map((tree) => ({ name: "rulebase", tree }));
  const every = [...places.systems, ...loose];
  const ruled = every.filter(({ tree }) => hasRules(tree));
  const systems = list === undefined && ruled.length > 0 ? ruled : every;
  const { groups } = places;
  const here = [...systems, ...groups];
  const asked = here.filter(({ name }) => name === list);
  const clear = list === undefined ? systems.length < 2 && groups.length < 2 : asked.length === 1;
  if (!clear) {
    const lists = [...new Set(here.map(({ name }) => name))].join(", ");
    throw new ConfigError("firewall.config.which-list", 0, { lists });
  }
  const local = systems.length === 1 ? systems[0] : asked.find((place) => systems.includes(place));
  const group = groups.length === 1 ? groups[0] : asked.find((place) => groups.includes(place));
  const around = [...lineage(places, group), ...places.shared];
  const own = local ? [local.tree] : [];
  const others = places.loose.filter((tree) => !hasRules(tree));
  return { lookup: [...own, ...others, ...around], local: local?.tree, around };
}

/** A device group, its parent, and so on. */
function lineage({ groups, parents }: Places, first: Place | undefined): Tree[] {
  const found = new Set<Tree>();
  for (let group = first; group && !found.has(group.tree); ) {
    found.add(group.tree);
    const parent = parents.get(group.name);
    group = groups.find(({ name }) => name === parent);
  }
  return [...found];
}
