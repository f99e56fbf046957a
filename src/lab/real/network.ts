import { isIPv4 } from "node:net";
import { office, sideOf } from "../../machine/memory/place.ts";
import type { World } from "../../machine/world.ts";

/**
 * The lab's wires, as commands for `ip -batch`. The router is the namespace the lab starts in;
 * `client` is the PC, `internet` holds every server, `wire` the relay that delays packets.
 *
 *     client eth0 ── lan ROUTER dmz ── office  internet (same namespace, two interfaces)
 *                           wan ───── world
 *                           wan ─ near [wire] far ─ world      where the world has a delay
 *
 * Both ends of a pair have index numbers that differ: the kernel calls a veth with its peer's own
 * number up only after a second.
 */
export const net = {
  client: "client",
  servers: "internet",
  wire: "wire",
  lan: "lan",
  dmz: "dmz",
  wan: "wan",
  near: "near",
  far: "far",
} as const;

const addresses = {
  gateway: "10.10.1.1",
  officeNet: "10.10.0.0/16",
  dmzRouter: "10.10.2.1",
  dmzServers: "10.10.2.2",
  wanRouter: "100.64.255.1",
  wanServers: "100.64.255.2",
} as const;

/** Office servers answer by the way the question came, so that only the internet is far away. */
const officeTable = 100;

export const buildRouter = [
  `netns add ${net.client}`,
  `netns add ${net.servers}`,
  `link add ${net.lan} index 101 type veth peer name ${office.interface} index 201 netns ${net.client}`,
  `link add ${net.dmz} index 102 type veth peer name office index 202 netns ${net.servers}`,
  "link set lo up",
  `addr add ${addresses.gateway}/24 dev ${net.lan}`,
  `addr add ${addresses.dmzRouter}/24 dev ${net.dmz}`,
  `link set ${net.lan} up`,
  `link set ${net.dmz} up`,
  `route add ${addresses.officeNet} dev ${net.dmz} scope link`,
];

export const buildServers = [
  "link set lo up",
  `addr add ${addresses.dmzServers}/24 dev office`,
  "link set office up",
  `route add default via ${addresses.dmzRouter} table ${officeTable}`,
  `rule add from ${addresses.officeNet} lookup ${officeTable}`,
];

export const buildClient = ["link set lo up"];

/** Takes away one end of each outward wire; the other end goes with it. */
export const cutWan = { router: [`link del ${net.wan}`], servers: ["link del world"] };

export const buildWire = [`netns add ${net.wire}`];

/** Lays the router's outward wire, with or without the relay in the middle. */
export function layWan(relayed: boolean): string[] {
  const world = `peer name world index 203 netns ${net.servers}`;
  return [
    ...(relayed
      ? [
          `link add ${net.wan} index 103 type veth peer name ${net.near} index 204 netns ${net.wire}`,
          `link add ${net.far} index 104 netns ${net.wire} type veth ${world}`,
        ]
      : [`link add ${net.wan} index 103 type veth ${world}`]),
    `addr add ${addresses.wanRouter}/30 dev ${net.wan}`,
    `link set ${net.wan} up`,
    // On-link: an address that nobody has is a host that is switched off.
    `route add default dev ${net.wan} scope link`,
  ];
}

export const raiseWorld = [
  `addr add ${addresses.wanServers}/30 dev world`,
  "link set world up",
  `route add default via ${addresses.wanRouter}`,
];

export const raiseWire = [`link set ${net.near} up`, `link set ${net.far} up`];

/** From whatever the PC's link was to what this world says. */
export function clientLink({ online, defaultRoute }: World["pc"]): string[] {
  const down = [`link set ${office.interface} down`, `addr flush dev ${office.interface}`];
  if (!online) return down;
  return [
    ...down,
    `addr add ${office.pc}/24 dev ${office.interface}`,
    `link set ${office.interface} up`,
    `route add ${addresses.officeNet} via ${addresses.gateway}`,
    ...(defaultRoute ? [`route add default via ${addresses.gateway}`] : []),
  ];
}

/** Every address in this world that a host answers ARP for. Ports are another matter. */
export function hostAddresses(world: World): Set<string> {
  const behaviours = Object.values(world.resolvers).flatMap((resolver) => [
    ...[resolver.otherwise, ...Object.values(resolver.names)].flatMap((behaviour) =>
      behaviour.kind === "addresses" ? behaviour.addresses : [],
    ),
    ...(resolver.wildcard ?? []),
  ]);
  const authorities = [...Object.keys(world.services), ...Object.keys(world.proxies)];
  const mentioned = [
    ...authorities.map((authority) => authority.slice(0, authority.lastIndexOf(":"))),
    ...Object.values(world.names).flat(),
    ...Object.keys(world.resolvers),
    ...world.pc.hosts.map(({ address }) => address),
    ...world.pc.resolvers,
    ...behaviours,
    URL.parse(world.pc.proxy.pacUrl ?? "")?.hostname ?? "",
  ];
  const dead = new Set([...world.deadHosts, ...routers]);
  return new Set(mentioned.filter((address) => isHost(address) && !dead.has(address)));
}

const routers: string[] = [
  office.pc,
  addresses.gateway,
  addresses.dmzRouter,
  addresses.dmzServers,
  addresses.wanRouter,
  addresses.wanServers,
];

function isHost(address: string): boolean {
  if (!isIPv4(address) || sideOf(address) === "loopback") return false;
  const first = Number(address.split(".")[0]);
  return first > 0 && first < 224;
}

/** The servers' addresses, from those of the world before to those of this one. */
export function moveAddresses(before: Set<string>, after: Set<string>): string[] {
  const gone = [...before].filter((address) => !after.has(address));
  const fresh = [...after].filter((address) => !before.has(address));
  return [
    ...gone.map((address) => `addr del ${address}/32 dev lo`),
    ...fresh.map((address) => `addr add ${address}/32 dev lo`),
  ];
}

/** Who was alive a moment ago must be asked again. */
export const forgetNeighbours = [`neigh flush dev ${net.wan}`, `neigh flush dev ${net.dmz}`];
