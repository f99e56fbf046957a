import type { Service } from "../../builder.ts";
import type { UnknownCode } from "../../policy.ts";
import { type Ranges, rangesOf } from "../../ranges.ts";
import { type Algebra, anyServices, type Services } from "../members.ts";
import { named } from "./named.ts";
import { partOf, type Tree, wordOf, wordsOf } from "./tree.ts";

const protocols = { tcp: 6, udp: 17, sctp: 132 } as const;

/** What the firewall itself knows without a definition. */
const predefined: readonly [string, Services][] = [
  ["any", anyServices],
  // With an application it stands for the application's own ports, and the rule is in doubt anyhow.
  ["application-default", anyServices],
  ["service-http", tcp([80, 80, 8080, 8080])],
  ["service-https", tcp([443, 443])],
];

export type ServiceBook = (names: readonly string[]) => Services;

/** `scopes` are searched from the first: the nearest definition wins. */
export function serviceBook(scopes: readonly Tree[], sets: Algebra): ServiceBook {
  const lists = new Map<string, Services>();
  const one = named([], define, unknown);

  function define(name: string): Services {
    for (const scope of scopes) {
      const object = partOf(scope, "service", name);
      if (object) return objectOf(name, object);
      const group = partOf(scope, "service-group", name);
      if (group) return groupOf(name, group);
    }
    const known = predefined.find(([word]) => word === name);
    return known ? known[1] : unknown("object-missing", name);
  }

  function groupOf(name: string, group: Tree): Services {
    const members = wordsOf(partOf(group, "members")).map(one);
    if (members.length === 0) return unknown("value", name);
    const circle = members.find(({ perhaps }) => perhaps?.unknown.code === "object-cyclic");
    return circle?.perhaps ? { sure: [], perhaps: circle.perhaps } : sets.joinedServices(members);
  }

  return (names) => {
    if (names.length === 1) return one(names[0]!);
    const key = names.join("\n");
    const found = lists.get(key) ?? sets.joinedServices(names.map(one));
    lists.set(key, found);
    return found;
  };
}

function objectOf(name: string, object: Tree): Services {
  const kinds = partOf(object, "protocol");
  const kind = wordOf(kinds) as keyof typeof protocols | undefined;
  const protocol = kind && protocols[kind];
  const to = portsOf(partOf(kinds, kind ?? "", "port"));
  const source = partOf(kinds, kind ?? "", "source-port");
  const from = source && portsOf(source);
  const clear = protocol !== undefined && to && (from || !source) && !partOf(object, "entry");
  if (!clear) return unknown("value", name);
  return { sure: [{ protocol, destinationPorts: to, sourcePorts: from }], perhaps: undefined };
}

/** `80,443,8000-8010` */
function portsOf(tree: Tree | undefined): Ranges<number> | undefined {
  const text = wordOf(tree);
  const pairs = text?.split(",").map((part) => {
    const found = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part);
    return [Number(found?.[1]), Number(found?.[2] ?? found?.[1])] as const;
  });
  return pairs?.every(([lo, hi]) => lo <= hi && hi <= 65_535) ? rangesOf(pairs) : undefined;
}

function tcp(destinationPorts: Ranges<number>): Services {
  return { sure: [{ protocol: protocols.tcp, destinationPorts }], perhaps: undefined };
}

function unknown(code: UnknownCode, what: string): Services {
  const anything: Service = {};
  return { sure: [], perhaps: { list: [anything], unknown: { code, what } } };
}
