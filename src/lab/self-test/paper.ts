import { formatBlock, isBlock, parseBlock, withoutHostBits } from "../../guide/block.ts";
import type { Guide } from "../../guide/guide.ts";
import { hostMatches } from "../../guide/host.ts";
import { type Claims, createClaims } from "./claims.ts";
import type { Opening, Readers } from "./readers.ts";

/** One packet at an edge of an opening. */
interface Packet {
  program: string;
  group: string;
  direction: Opening["direction"];
  protocol: string;
  host: string;
  address: string | undefined;
  port: number;
  required: boolean;
}

/**
 * A firewall that is opened as one guide asks, table by table and for each program by itself, in front
 * of the servers and programs of another: what those need must get through, and nothing else. An application
 * firewall also looks at what is spoken, and with whom.
 */
export function openingTrouble(
  { openings }: Readers,
  original: Guide,
  guide: Guide,
): string | undefined {
  const [needed, opened] = [openings(original), openings(guide)];
  // What both ask for alike lets its own packets through; only what differs has to be looked for.
  const [isNeeded, isOpened] = [alike(needed), alike(opened)];
  const stopped = needed
    .filter((one) => !isOpened(one))
    .flatMap(edges)
    .find((packet) => !opened.some((one) => permits(one, packet)));
  if (stopped) return `passes ${told(stopped)}`;
  const surplus = opened
    .filter((one) => !isNeeded(one))
    .flatMap(edges)
    .find((packet) => !needed.some((one) => permits(one, packet)));
  return surplus && `opens nothing else than needed: ${told(surplus)}`;
}

function alike(openings: readonly Opening[]): (one: Opening) => boolean {
  const known = new Set(openings.map((one) => JSON.stringify(one)));
  return (one) => known.has(JSON.stringify(one));
}

const told = ({ program, group, direction, protocol, host, address, port, required }: Packet) =>
  `${program} ${group} ${direction} ${host}|${address ?? "*"}:${port} ${protocol}${required ? "" : " optional"}`;

/** Stands for a name below a pattern. */
const anyServer = "any-server";

/** First and last address, first and last port. */
function edges({ ports, address, ...rest }: Opening): Packet[] {
  const addresses = address === undefined ? [undefined] : ends(address);
  const host = rest.host.replace("*", anyServer);
  return addresses.flatMap((each) =>
    [...new Set(ports)].map((port) => ({ ...rest, host, address: each, port })),
  );
}

function ends(address: string): string[] {
  const block = isBlock(address) ? parseBlock(address) : undefined;
  if (!block) return [address];
  const { width, bits, address: first } = withoutHostBits(block);
  const last = first + (1n << BigInt(width - bits)) - 1n;
  return [first, last].map((each) => formatBlock({ address: each, width, bits: width }));
}

function permits(opening: Opening, packet: Packet): boolean {
  const [first, last] = opening.ports;
  return (
    opening.program === packet.program &&
    opening.group === packet.group &&
    opening.direction === packet.direction &&
    opening.protocol === packet.protocol &&
    opening.required === packet.required &&
    first <= packet.port &&
    packet.port <= last &&
    leadsTo(opening, packet)
  );
}

/** Who filters by names asks for the name as well; where only that is documented, it decides. */
function leadsTo({ host, address }: Opening, packet: Packet): boolean {
  if (!hostMatches(host, packet.host)) return false;
  if (address === undefined || packet.address === undefined) return address === packet.address;
  const [wide, one] = [parseBlock(address), parseBlock(packet.address)];
  if (!wide || !one || wide.width !== one.width) return false;
  const behind = BigInt(wide.width - wide.bits);
  return wide.address >> behind === one.address >> behind;
}

/**
 * Servers from which the programs and certificates of one guide are to be had, each file under its
 * address, signed as it is; and a person who fetches by another guide what that one says.
 */
export function downloadClaims(original: Guide, guide: Guide): Claims {
  const claims = createClaims();
  const files = new Map(
    original.programs.flatMap(({ download }) => (download ? [[download.url, download]] : [])),
  );
  for (const { id, download } of guide.programs) {
    if (!download) continue;
    const there = files.get(download.url);
    claims.hold(`fetches ${id}`, there !== undefined && there.file === download.file);
    if (!there) continue;
    const { sha256 = [], publisher } = download;
    const signed = there.publisher;
    const isOwn = there.sha256 ?? [];
    const byHash = isOwn.every((hash) => sha256.includes(hash)) && sha256.length === isOwn.length;
    const bySigner =
      publisher === undefined ||
      (publisher.subject === signed?.subject &&
        (publisher.issuer === undefined || publisher.issuer === signed.issuer) &&
        (publisher.old ?? false) === (signed.old ?? false));
    claims.hold(`accepts ${id}`, byHash && bySigner && Boolean(download.sha256 ?? publisher));
  }
  const roots = new Map(original.certificates.map((one) => [one.url, one]));
  for (const { id, url, file, candidates } of guide.certificates) {
    const there = roots.get(url);
    claims.hold(`fetches ${id}`, there !== undefined && there.file === file);
    for (const [at, held] of (there?.candidates ?? []).entries()) {
      const known = candidates.some(
        (one) =>
          one.subject === held.subject &&
          (one.sha1 === undefined || one.sha1 === held.sha1) &&
          (one.sha256 === undefined || one.sha256 === held.sha256) &&
          (one.notBefore === undefined || one.notBefore === held.notBefore) &&
          (one.notAfter === undefined || one.notAfter === held.notAfter),
      );
      claims.hold(`recognises ${id} ${at + 1}`, known);
    }
  }
  return claims;
}

/** A saved evidence file names its guide; it can be judged again only where that is to be found. */
export function identityClaims(original: Guide, guide: Guide): Claims {
  const claims = createClaims();
  const name = ({ id, edition }: Guide) => `${id}@${edition}`;
  claims.hold("is found by its name", name(guide) === name(original), name(guide));
  return claims;
}
