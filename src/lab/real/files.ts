import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import type { World } from "../../machine/world.ts";

/**
 * The client's own versions of system files. They lie on the lab's own /run, which only its mount
 * namespace sees and which goes with it; nothing of it is ever on a disk.
 */
export const labFolder = "/run/jochi";
const systemRoots = "/etc/ssl/certs/ca-certificates.crt";

export const labFile = {
  publicCa: `${labFolder}/public-ca.pem`,
  inspectionCa: `${labFolder}/inspection-ca.pem`,
  agentCas: `${labFolder}/agent-cas.pem`,
  pcFacts: `${labFolder}/pc-facts.json`,
  roots: `${labFolder}/ca-certificates.crt`,
} as const;

/** What lies over what. A file that the system has not got cannot be covered and is left out. */
const covers: [ours: string, theirs: string][] = [
  [`${labFolder}/resolv.conf`, "/etc/resolv.conf"],
  [`${labFolder}/hosts`, "/etc/hosts"],
  [`${labFolder}/nsswitch.conf`, "/etc/nsswitch.conf"],
  [labFile.roots, systemRoots],
];

/** What `mount --bind` is to do; the files are there afterwards. */
export function prepareFiles(systemRootsText: string): [ours: string, theirs: string][] {
  mkdirSync(labFolder, { recursive: true });
  writeFileSync(`${labFolder}/nsswitch.conf`, "hosts: files dns\n");
  writeFileSync(labFile.roots, systemRootsText);
  for (const name of ["resolv.conf", "hosts"]) writeFileSync(`${labFolder}/${name}`, "");
  return covers.filter(([, theirs]) => {
    revive(theirs);
    return existsSync(theirs);
  });
}

export function readSystemRoots(): string {
  return existsSync(systemRoots) ? readFileSync(systemRoots, "utf8") : "";
}

/** /etc/resolv.conf is often a link into /run, which is empty in here. */
function revive(path: string): void {
  try {
    realpathSync(path);
  } catch {
    const target = linkTarget(path);
    if (target === undefined || !target.startsWith("/run/")) return;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, "");
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return undefined;
  }
}

/** File → text for one world. Written in place, so that what lies over /etc changes with it. */
export function filesOf(world: World, systemRootsText: string): Record<string, string> {
  const { pc } = world;
  const read = (path: string) => readFileSync(path, "utf8");
  const resolvers = pc.resolvers.map((address) => `nameserver ${address}\n`).join("");
  const hosts = pc.hosts.map(({ address, name }) => `${address} ${name}\n`).join("");
  const inspection = pc.trustsInspectionCa ? read(labFile.inspectionCa) : "";
  return {
    // One try a second: a PC's own patience would only make silent resolvers slow to test.
    [`${labFolder}/resolv.conf`]: `${resolvers}options timeout:1 attempts:1\n`,
    [`${labFolder}/hosts`]: `127.0.0.1 localhost\n${hosts}`,
    [labFile.roots]: `${systemRootsText}\n${read(labFile.agentCas)}${inspection}`,
    [labFile.pcFacts]: JSON.stringify(pc.facts ?? null),
  };
}
