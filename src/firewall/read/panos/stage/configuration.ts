/** A small PAN-OS configuration as plain data, to be printed in each form and judged by itself. */
export interface Configuration {
  zones: readonly string[];
  objects: Objects;
  shared: Objects;
  rules: readonly PlainRule[];
  defaults: { "intrazone-default"?: string; "interzone-default"?: string };
}

export interface Objects {
  addresses: Record<string, PlainAddress>;
  groups: Record<string, readonly string[]>;
  services: Record<string, PlainService>;
  serviceGroups: Record<string, readonly string[]>;
}

export type PlainAddress = readonly ["ip-netmask" | "ip-range" | "fqdn", string];
/** Ports as they are written: `80,443,1000-2000`. */
export interface PlainService {
  protocol: "tcp" | "udp";
  port: string;
  sourcePort?: string | undefined;
}

export interface PlainRule {
  name: string;
  type?: "universal" | "intrazone" | "interzone" | undefined;
  from: readonly string[];
  to: readonly string[];
  source: readonly string[];
  destination: readonly string[];
  negateSource?: boolean;
  negateDestination?: boolean;
  application: readonly string[];
  service: readonly string[];
  action: string;
  disabled?: boolean;
}

export const noObjects: Objects = { addresses: {}, groups: {}, services: {}, serviceGroups: {} };

/** A part of a configuration: a list of values, or parts by name. */
export type Part = readonly string[] | Branch;
export interface Branch {
  [word: string]: Part;
}

/** The same as nested names, from which every form is printed. */
export function branchOf({ zones, objects, shared, rules, defaults }: Configuration): {
  system: Branch;
  shared: Branch;
} {
  const overridden = Object.entries(defaults).map(([name, action]) => [name, { action: [action] }]);
  const system: Branch = {
    zone: Object.fromEntries(zones.map((zone) => [zone, { network: { layer3: [`if-${zone}`] } }])),
    ...objectsOf(objects),
    rulebase: {
      security: { rules: Object.fromEntries(rules.map((rule) => [rule.name, ruleOf(rule)])) },
      "default-security-rules": { rules: Object.fromEntries(overridden) },
    },
  };
  return { system, shared: objectsOf(shared) };
}

function objectsOf({ addresses, groups, services, serviceGroups }: Objects): Branch {
  return {
    address: mapped(addresses, ([kind, value]) => ({ [kind]: [value] })),
    "address-group": mapped(groups, (members) => ({ static: members })),
    service: mapped(services, ({ protocol, port, sourcePort }) => ({
      protocol: {
        [protocol]: { port: [port], ...(sourcePort && { "source-port": [sourcePort] }) },
      },
    })),
    "service-group": mapped(serviceGroups, (members) => ({ members })),
  };
}

function mapped<T>(all: Record<string, T>, part: (each: T) => Branch): Branch {
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, part(each)]));
}

function ruleOf(rule: PlainRule): Branch {
  const { from, to, source, destination, application, service, action } = rule;
  return {
    ...(rule.type && { "rule-type": [rule.type] }),
    to,
    from,
    source,
    destination,
    "source-user": ["any"],
    application,
    service,
    action: [action],
    ...(rule.negateSource && { "negate-source": ["yes"] }),
    ...(rule.negateDestination && { "negate-destination": ["yes"] }),
    ...(rule.disabled && { disabled: ["yes"] }),
    description: [`about ${rule.name}`],
  };
}
