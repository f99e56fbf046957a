import { policyBuilder } from "../builder.ts";
import type { Policy } from "../policy.ts";
import { ConfigError, type Source } from "../source.ts";
import { kind } from "./kinds/panos.ts";
import { algebra } from "./members.ts";
import { addressBook } from "./panos/addresses.ts";
import { readForm } from "./panos/form.ts";
import { addTranslations } from "./panos/nat.ts";
import { reachOf } from "./panos/network.ts";
import {
  bases,
  hasRules,
  type Places,
  placesOf,
  rulesOf,
  type Selection,
  select,
} from "./panos/places.ts";
import { addDefaults, addRules, type Books, zonesOf } from "./panos/rules.ts";
import { scheduleBook } from "./panos/schedules.ts";
import { serviceBook } from "./panos/services.ts";
import { partOf, partsOf, type Tree, wordsOf } from "./panos/tree.ts";
import { zoneBook } from "./panos/zones.ts";
import type { Reader, ReadOptions } from "./reader.ts";

/** Palo Alto Networks: `set` commands, the XML configuration, or what `show` prints in braces. */
export const panos: Reader = {
  ...kind,
  read,
};

/** A rulebase, and where in a selection it stands. */
type Layer = readonly [tree: Tree | undefined, base: string];

function read(source: Source, { list, today }: ReadOptions): Policy {
  const unread: { line: number; what: string }[] = [];
  const root = readForm(source, (line, what) => void unread.push({ line, what }));
  const places = placesOf(root);
  const scopes = [...places.systems, ...places.groups].map(({ tree }) => tree);
  const all = [...scopes, ...places.loose, ...places.shared];
  if (!all.some((tree) => hasRules(tree) || isFirewall(tree))) {
    throw new ConfigError("firewall.config.empty", 0);
  }
  const selection = select(places, list);
  const layers = layersOf(selection);
  const builder = policyBuilder({
    vendor: "panos",
    families: ["ipv4", "ipv6"],
    replies: "implicit",
  });
  for (const { line, what } of unread) builder.notUnderstood(line, what);
  const zoneTrees = zoneTreesOf(places, selection);
  const sets = algebra();
  const books: Books = {
    addresses: addressBook(selection.lookup, sets),
    services: serviceBook(selection.lookup, sets),
    zones: zoneBook(zoneNames(zoneTrees, layers)),
    isOver: scheduleBook(selection.lookup, today),
    builder,
    chain: builder.chain("security"),
  };
  for (const [tree, base] of layers) addTranslations(rulesOf(tree, base, "nat"), books);
  for (const [tree, base] of layers) addRules(rulesOf(tree, base, "security"), books);
  const nearest = [selection.local, ...selection.around];
  addDefaults(
    nearest.flatMap((tree) => bases.map((base) => partOf(tree, base))),
    books,
  );
  const templates = soleTemplate(places);
  const networks = [...places.networks, ...templates.flatMap(networksOf)];
  const reach = reachOf(zoneTrees, networks, books.addresses);
  for (const attachment of reach.attachments) builder.attach(attachment);
  const routed = layers.flatMap(([tree, base]) => wordsOf(rulesOf(tree, base, "pbf")));
  if (!reach.complete || routed.length > 0) builder.assume("firewall.assumed.static-routes");
  if (books.zones.names.length === 0) builder.assume("firewall.assumed.between-zones");
  for (const [tree, base] of layers) tellOthers(partOf(tree, base), builder.notUnderstood);
  return builder.finish();
}

/** A firewall without a rule of its own still has its defaults: it denies between zones. */
function isFirewall(tree: Tree): boolean {
  const hasDefaults = bases.some((base) => partOf(tree, base, "default-security-rules"));
  return hasDefaults || partOf(tree, "zone") !== undefined;
}

/** In the order in which rules are tried: shared before groups before the firewall's own. */
function layersOf({ local, around }: Selection): Layer[] {
  const before = around.toReversed().map((tree): Layer => [tree, "pre-rulebase"]);
  const after = around.map((tree): Layer => [tree, "post-rulebase"]);
  const own = bases.map((base): Layer => [local, base]);
  return [...before, ...own, ...after];
}

/** Which template belongs to a device group is not said, so only a single one is taken. */
function soleTemplate({ templates }: Places): Tree[] {
  return templates.length === 1 ? templates : [];
}

function devicesOf(template: Tree): Tree[] {
  return [...partsOf(partOf(template, "devices"))].map(([, device]) => device);
}

function networksOf(template: Tree): Tree[] {
  return [template, ...devicesOf(template)].flatMap((tree) => partOf(tree, "network") ?? []);
}

function zoneTreesOf(places: Places, { lookup }: Selection): (Tree | undefined)[] {
  const systems = soleTemplate(places)
    .flatMap((template) => [template, ...devicesOf(template)])
    .flatMap((tree) => [...partsOf(partOf(tree, "vsys"))].map(([, system]) => system));
  return [...lookup, ...systems].map((tree) => partOf(tree, "zone"));
}

function rulesIn(layers: readonly Layer[]): Tree[] {
  return layers.flatMap(([tree, base]) =>
    [...partsOf(rulesOf(tree, base, "security"))].map(([, rule]) => rule),
  );
}

function zoneNames(zones: readonly (Tree | undefined)[], layers: readonly Layer[]): string[] {
  const names = new Set(zones.flatMap(wordsOf));
  for (const rule of rulesIn(layers)) {
    for (const side of ["from", "to"] as const) {
      for (const zone of zonesOf(rule, side) ?? []) names.add(zone);
    }
  }
  // In a policy a star stands for several zones; no firewall has it in a zone's name.
  return [...names].filter((name) => !name.includes("*"));
}

/** Rules of another kind that may stop a packet as well. */
function tellOthers(base: Tree | undefined, told: (line: number, what: string) => void): void {
  for (const kind of ["dos", "authentication", "captive-portal"]) {
    for (const [name, rule] of partsOf(partOf(base, kind, "rules"))) {
      told(rule.line, `${kind} ${name}`);
    }
  }
}
