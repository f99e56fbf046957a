import { isKnown, presentIn } from "../evidence/known.ts";
import type { Guide } from "../guide/guide.ts";
import type { InstalledProgram } from "../machine/pc.ts";
import { verifyAuthenticode } from "../trust/authenticode.ts";
import type { Certificate } from "../trust/certificate.ts";
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
import { digestOf, inFolder, installerBytesMax, sourceOf } from "./file-hash.ts";
import { hasName } from "./installed.ts";
import { copyOf } from "./own-folder.ts";
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
    if (!isKnown(programs)) return unread(programs, wanted.map(({ name }) => name).join(", "));
    const installed = presentIn(programs) ?? [];
    const parts: Planned[] = [];
    for (const one of wanted) parts.push(await installOne(hands, given, one, installed));
    return together(parts);
  },
};

type Wanted = Guide["programs"][number];
type Download = NonNullable<Wanted["download"]>;

async function installOne(
  hands: Hands,
  { files, trusted = [] }: Given,
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
  const digest = await digestOf(system, path);
  if (digest.state === "absent") return refuse("file-missing", name, { file: path });
  if (digest.state === "unreadable" && digest.failure === "too-large")
    return refuse("file-too-large", name, { file: path, most: installerBytesMax });
  if (digest.state !== "found") return unread(digest, name);
  const { sha256 } = digest.value;
  if (download.sha256 && !download.sha256.includes(sha256))
    return refuse("wrong-hash", name, { file: path, fingerprint: sha256 });
  const source = sourceOf(system, path, digest.value);
  const signer =
    download.publisher && (await checkSigner(hands, source, download.publisher, trusted));
  if (signer?.is === "refused") {
    const { reason, found } = signer;
    return refuse("signature-refused", name, { file: path, reason, found });
  }
  if (!(await isElevated(hands))) return refuse("needs-admin", name);
  const copy = copyOf(path, sha256);
  return {
    changes: [
      {
        kind: "run",
        program: copy,
        args: [],
        files: [{ path, sha256, copy }],
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
          { key: "treat.about.file-sha256", with: { fingerprint: sha256 } },
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
  source: ReturnType<typeof sourceOf>,
  { subject, issuer, old }: NonNullable<Download["publisher"]>,
  trusted: readonly Certificate[],
): Promise<{ is: "accepted" } | { is: "refused"; reason: string; found: string }> {
  const signature = await verifyAuthenticode(source, {
    roots: [...(await machineRoots(machine.system)), ...trusted],
    now: new Date(machine.now()),
    legacy: old === true,
  });
  const decision = decide(signature, {
    commonName: subject,
    ...(issuer !== undefined && { issuerCommonName: issuer }),
  });
  if (decision.is === "accepted") return { is: "accepted" };
  const { reason, signer } = decision;
  const names = (reason === "wrong-issuer" ? signer?.issuer : signer?.subject) ?? [];
  const found = names.flatMap(({ type, value }) => (type === "CN" && value ? [value] : []));
  return {
    is: "refused",
    reason: reason === "not-valid" ? signature.verdict : reason,
    found: found.join(", ") || "-",
  };
}
