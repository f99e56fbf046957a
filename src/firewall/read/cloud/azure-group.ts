import type { Named } from "./choose.ts";
import type { Json, JsonObject } from "./json.ts";
import { isList, isObject, member, objectsOf, textOf, wholeOf } from "./value.ts";

/** A rule of a network security group, wherever its properties stand. */
export interface NsgRule {
  line: number;
  properties: JsonObject;
  /** Why nobody can tell whether it is a rule of this group at all. */
  doubt: string | undefined;
}

export interface Nsg extends Named {
  line: number;
  rules: readonly NsgRule[];
  /** Undefined where the file leaves Azure's own rules out. */
  defaults: readonly NsgRule[] | undefined;
  /** What stands where rules should, but cannot be read. */
  unread: readonly string[];
}

/** From here on stand Azure's own rules; people's end at 4096. */
const ownPriority = 65_000;
const groupType = "microsoft.network/networksecuritygroups";
const ruleType = `${groupType}/securityrules`;

/**
 * Every group in the output of `az network nsg show` or `list`, of `Get-AzNetworkSecurityGroup`, of the
 * REST interface, and in a template, whose rules may also be resources of their own.
 */
export function nsgsIn(root: Json): Nsg[] {
  const documents = (isList(root) ? root : [root]).filter(isObject);
  const all = documents.flatMap((document) => {
    const resources = resourcesOf(document);
    if (resources.length > 0) return nsgsOfTemplate(resources);
    const listed = objectsOf(member(document, "value"));
    return [...(listed.length > 0 ? listed : [document])].filter(isGroup).map(nsgOf);
  });
  return all.length > 0 ? all : ruleList(documents);
}

/** Resources are a list, or in the newer language of templates an object by symbolic name. */
function resourcesOf(document: JsonObject): JsonObject[] {
  const resources = member(document, "resources");
  return isObject(resources)
    ? [...resources.members.values()].filter(isObject)
    : objectsOf(resources);
}

function typeOf(resource: JsonObject): string | undefined {
  return textOf(resource, "type")?.toLowerCase();
}

function nsgsOfTemplate(resources: readonly JsonObject[]): Nsg[] {
  const loose = resources.filter((resource) => typeOf(resource) === ruleType);
  const groups = resources.filter((resource) => typeOf(resource) === groupType).map(nsgOf);
  if (groups.length === 0) return ruleList(loose);
  return groups.map((group) => ({
    ...group,
    rules: [...group.rules, ...loose.flatMap((rule) => looseRule(rule, group.names[0] ?? ""))],
  }));
}

/** `group/rule` names its group; an expression may name any. */
function looseRule(resource: JsonObject, group: string): NsgRule[] {
  const name = textOf(resource, "name") ?? "";
  const rule = ruleOf(resource);
  if (name === "" || name.startsWith("[")) return [{ ...rule, doubt: rule.doubt ?? "name" }];
  return name.toLowerCase().startsWith(`${group.toLowerCase()}/`) ? [rule] : [];
}

/**
 * Rules without their group: `az network nsg rule list`, perhaps with Azure's own, or a template that
 * adds to a group.
 */
function ruleList(documents: readonly JsonObject[]): Nsg[] {
  const rules = documents.filter((document) => member(ruleOf(document).properties, "direction"));
  if (rules.length === 0) return [];
  const [first] = rules;
  const { line } = first!;
  const whole = rules.some((rule) => priorityOf(ruleOf(rule)) >= ownPriority);
  const defaults = whole ? [] : undefined;
  return [{ names: [], line, rules: rules.map(ruleOf), defaults, unread: [] }];
}

function isGroup(document: JsonObject): boolean {
  return member(propertiesOf(document), "securityRules") !== undefined;
}

function nsgOf(resource: JsonObject): Nsg {
  const properties = propertiesOf(resource);
  const own = member(properties, "securityRules");
  const defaults = member(properties, "defaultSecurityRules");
  const nested = resourcesOf(resource).filter((each) => typeOf(each)?.endsWith("securityrules"));
  const readable = (list: Json | undefined) =>
    list == null || (isList(list) && list.every(isObject));
  return {
    names: ["name", "id"].flatMap((name) => textOf(resource, name) ?? []),
    line: resource.line,
    rules: [...objectsOf(own), ...nested].map(ruleOf),
    defaults: objectsOf(defaults).length > 0 ? objectsOf(defaults).map(ruleOf) : undefined,
    unread: [
      ...(readable(own) ? [] : ["securityRules"]),
      ...(readable(defaults) ? [] : ["defaultSecurityRules"]),
    ],
  };
}

function ruleOf(resource: JsonObject): NsgRule {
  const doubt = ["condition", "copy"].find((name) => member(resource, name) !== undefined);
  return { line: resource.line, properties: propertiesOf(resource), doubt };
}

/** -1 for a rule whose place cannot be told. */
export function priorityOf({ properties }: NsgRule): number {
  return wholeOf(member(properties, "priority")) ?? -1;
}

function propertiesOf(resource: JsonObject): JsonObject {
  const properties = member(resource, "properties");
  return isObject(properties) ? properties : resource;
}
