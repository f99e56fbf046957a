import type { Guide } from "../guide/guide.ts";
import type { InstalledProgram } from "../machine/pc.ts";
import type { System } from "../machine/system.ts";
import { verifyAuthenticode } from "../trust/authenticode.ts";
import { decide } from "../trust/publisher.ts";
import {
  type Action,
  type Given,
  type Hands,
  isElevated,
  nothing,
  type Planned,
  refuse,
  together,
  unread,
} from "./action.ts";
import { inFolder, installerBytesMax, sha256Of } from "./file-hash.ts";
import { hasName } from "./installed.ts";
import { machineRoots } from "./own-roots.ts";
import { isOlder } from "./version.ts";

/**
 * Installs the programs of the step from files that are what the guide pins: one of the hashes, the
 * publisher who signed, or both where both are given. Without a pin nothing is started.
 */
export const installProgram: Action = {
  id: "install-program",
  async plan(hands, given) {
    const wanted = given.guide.programs.filter(({ id }) => given.step.programs?.includes(id));
    const programs = await hands.machine.pc.programs();
    if (programs.state !== "found" && programs.state !== "absent")
      return unread(programs, wanted.map(({ name }) => name).join(", "));
    const installed = programs.state === "found" ? programs.value : [];
    const parts: Planned[] = [];
    for (const one of wanted) parts.push(await installOne(hands, given, one, installed));
    return together(parts);
  },
};

type Wanted = Guide["programs"][number];

async function installOne(
  hands: Hands,
  { files }: Given,
  wanted: Wanted,
  installed: readonly InstalledProgram[],
): Promise<Planned> {
  const { name, download, uninstallNames, minimumVersion } = wanted;
  const { system } = hands.machine;
  const there = installed.find((one) => one.state === "complete" && hasName(uninstallNames, one));
  const outdated = isOlder(there?.version, minimumVersion);
  const cut = there !== undefined && (await isWithoutService(hands, wanted));
  if (there && !outdated && !cut) return nothing;
  if (!download?.sha256 && !download?.publisher) return refuse("no-pin", name);
  if (files === undefined) return refuse("no-files-folder", name, { file: download.file });

  const path = inFolder(files, download.file);
  const hash = await sha256Of(system, path);
  if (hash.state === "absent") return refuse("file-missing", name, { file: path });
  if (hash.state === "unreadable" && hash.failure === "too-large")
    return refuse("file-too-large", name, { file: path, most: installerBytesMax });
  if (hash.state !== "found") return unread(hash, name);
  if (download.sha256 && !download.sha256.includes(hash.value))
    return refuse("wrong-hash", name, { file: path, fingerprint: hash.value });
  const signer = download.publisher && (await checkSigner(hands, path, download.publisher));
  if (signer?.is === "refused")
    return refuse("signature-refused", name, { file: path, reason: signer.reason });
  if (!(await isElevated(hands))) return refuse("needs-admin", name);
  return {
    changes: [
      {
        kind: "run",
        program: path,
        args: [],
        files: [{ path, sha256: hash.value }],
        timeoutMs: 1_800_000,
        visible: true,
        done: {
          sign: "program",
          names: uninstallNames,
          there: true,
          ...(outdated && minimumVersion !== undefined && { atLeast: minimumVersion }),
          ...(cut && { services: wanted.services }),
        },
        // Its uninstaller would take away also what had been there of it before.
        back: (await isPartlyThere(hands, wanted, installed))
          ? { way: "none" }
          : { way: "uninstall", names: uninstallNames },
        kept: [],
        about: [
          { key: "treat.about.program-installed", with: { name, file: path } },
          { key: "treat.about.file-sha256", with: { fingerprint: hash.value } },
          ...(download.publisher
            ? [{ key: "treat.about.file-signer", with: { name: download.publisher.subject } }]
            : []),
        ],
      },
    ],
    refused: [],
  };
}

/** Whether an entry or files of it are there, whole or not. */
async function isPartlyThere(
  { machine }: Hands,
  { uninstallNames, installFolders = [] }: Wanted,
  installed: readonly InstalledProgram[],
): Promise<boolean> {
  if (installed.some((one) => hasName(uninstallNames, one))) return true;
  for (const folder of installFolders) {
    const fact = await machine.system.fileFact(folder);
    if (fact.state === "found") return true;
  }
  return false;
}

/** Whether it is installed and yet none of its services is: only half of it is there. */
async function isWithoutService({ machine }: Hands, { services = [] }: Wanted): Promise<boolean> {
  if (services.length === 0) return false;
  const read = await machine.pc.services(services);
  return read.state === "found" && read.value.every(({ state }) => state === "absent");
}

/** Whether the file was signed, unbroken, by the publisher that is pinned. */
async function checkSigner(
  { machine }: Hands,
  path: string,
  { subject, issuer }: { subject: string; issuer?: string | undefined },
): Promise<{ is: "accepted" } | { is: "refused"; reason: string }> {
  const size = await machine.system.fileFact(path);
  if (size.state !== "found") return { is: "refused", reason: "unreadable" };
  const signature = await verifyAuthenticode(source(machine.system, path, size.value.size), {
    roots: await machineRoots(machine.system),
    now: new Date(machine.now()),
  });
  const decision = decide(signature, {
    commonName: subject,
    ...(issuer !== undefined && { issuerCommonName: issuer }),
  });
  if (decision.is === "accepted") return { is: "accepted" };
  const { reason } = decision;
  return { is: "refused", reason: reason === "not-valid" ? signature.verdict : reason };
}

function source(system: System, path: string, size: number) {
  return {
    size,
    async read(offset: number, length: number): Promise<Uint8Array> {
      const part = await system.readPart(path, offset, length);
      return part.state === "found" ? part.value : new Uint8Array();
    },
  };
}
