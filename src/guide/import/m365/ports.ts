import type { Endpoint } from "../../schema/endpoint.ts";

export type Ports = Endpoint["ports"][number];

const highest = 65_535;
const most = 64;

/** What is spoken on ports that are known for it; on others it is TCP and no more is said. */
const spoken: Record<number, Ports["protocol"]> = { 80: "http", 443: "https", 389: "ldap" };

/** `80,443` or `3478-3481`, ascending and each once; undefined where it is neither. */
export function portsOf(text: string, transport: "tcp" | "udp"): Ports[] | undefined {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0 || parts.length > most) return undefined;
  const ranges: [number, number][] = [];
  for (const part of parts) {
    const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(part);
    const first = Number(match?.[1]);
    const last = match?.[2] === undefined ? first : Number(match[2]);
    if (!(first >= 1 && first <= last && last <= highest)) return undefined;
    ranges.push([first, last]);
  }
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const apart = ranges.filter(([first], at) => first > (ranges[at - 1]?.[1] ?? 0));
  return apart.length < new Set(ranges.map(String)).size
    ? undefined
    : apart.map(([port, to]) => ({
        port,
        ...(to > port && { to }),
        protocol: transport === "udp" ? "udp" : to > port ? "tcp" : (spoken[port] ?? "tcp"),
      }));
}

/** What is left of some ports where others are open already. TCP and UDP are two. */
export function without(ports: readonly Ports[], open: readonly Ports[]): Ports[] {
  return ports.flatMap((each) => {
    const same = open.filter((one) => (one.protocol === "udp") === (each.protocol === "udp"));
    let parts: [number, number][] = [[each.port, each.to ?? each.port]];
    for (const { port, to = port } of same) {
      parts = parts.flatMap(([first, last]): [number, number][] => {
        if (to < first || port > last) return [[first, last]];
        const rest: [number, number][] = [
          [first, port - 1],
          [to + 1, last],
        ];
        return rest.filter(([a, b]) => a <= b);
      });
    }
    return parts.map(([port, to]) => ({
      port,
      ...(to > port && { to }),
      protocol: each.protocol,
    }));
  });
}

export function portText({ port, to, protocol }: Ports): string {
  const range = to === undefined ? String(port) : `${port}-${to}`;
  return protocol === "udp" ? `UDP ${range}` : range;
}
