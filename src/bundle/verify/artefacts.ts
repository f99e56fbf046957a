import type { Guide } from "../../guide/guide.ts";
import type { ByteSource } from "../../trust/source.ts";
import type { Container } from "../container/read.ts";
import { BundleFault } from "../fault.ts";
import type { ListingRole } from "../metadata/roles.ts";
import type { CertificatePin, InstallerPin, Pin, PinKind } from "../pin.ts";
import {
  certificateBytesMax,
  certificateFactsOf,
  dayOf,
  judgeCertificate,
} from "../pins/certificate.ts";
import { type Check, no, yes } from "../pins/check.ts";
import { guideAsksCertificate, guideAsksInstaller, guideName } from "../pins/guide.ts";
import { type JudgedBy, judgePublisher } from "../pins/publisher.ts";
import { readListed } from "./contents.ts";
import type { Listed } from "./metadata.ts";

/** A file of a bundle, and what was found out about it. */
export interface Artefact {
  name: string;
  /** Bytes. */
  size: number;
  /** Of its content, in lower-case hex; computed, and the one that was signed. */
  sha256: string;
  role: ListingRole;
  kind: PinKind;
  pin: Pin;
  checks: readonly Check[];
}

export interface Judging extends JudgedBy {
  guides: readonly Guide[];
  /** Told before each file, as the large ones take their time. */
  onFile?: ((name: string, size: number) => void) | undefined;
}

/** Hashes one file and then looks into it. Throws BundleFault where it is not the one that was signed. */
export async function checkArtefact(
  container: Container,
  listed: Listed,
  judging: Judging,
): Promise<Artefact> {
  const { name, role, target } = listed;
  judging.onFile?.(name, target.length);
  const expected = target.hashes.sha256;
  const found = await container.sha256(name);
  if (found !== expected) throw new BundleFault("entry.hash", name, { found, expected });
  const checks = [yes("hash", "as-signed"), ...(await checksOf(container, listed, judging))];
  const { custom: pin, length: size } = target;
  return { name, size, sha256: found, role, kind: pin.kind, pin, checks };
}

async function checksOf(container: Container, listed: Listed, judging: Judging): Promise<Check[]> {
  const { custom } = listed.target;
  const guide =
    "guide" in custom ? judging.guides.find((one) => guideName(one) === custom.guide) : undefined;
  switch (custom.kind) {
    case "installer":
      return [
        ...(await installer(container, listed, custom, guide, judging)),
        ...overdue(custom.expires, judging.now),
      ];
    case "certificate":
      return [
        ...(await certificate(container, listed, custom, guide, judging.now.getTime())),
        ...overdue(custom.expires, judging.now),
      ];
    case "guide":
    case "page":
      return guide ? [] : [no("guide", "guide-unreadable")];
    default:
      return [];
  }
}

/** Its signers gave it a last day of their own. */
function overdue(day: string, now: Date): Check[] {
  return day < dayOf(now.getTime()) ? [no("period", "file-expired", { day })] : [];
}

async function installer(
  container: Container,
  { name, target }: Listed,
  pin: InstallerPin,
  guide: Guide | undefined,
  judging: Judging,
): Promise<Check[]> {
  const asked = guideAsksInstaller(guide, pin, { name, sha256: target.hashes.sha256 });
  if (!pin.publisher) return [asked];
  const source: ByteSource = {
    size: target.length,
    read: (offset, length) => container.readPart(name, offset, length),
  };
  return [(await judgePublisher(source, pin.publisher, judging)).check, asked];
}

async function certificate(
  container: Container,
  listed: Listed,
  pin: CertificatePin,
  guide: Guide | undefined,
  at: number,
): Promise<Check[]> {
  if (listed.target.length > certificateBytesMax)
    return [no("certificate", "certificate-malformed")];
  const file = await readListed(container, listed, certificateBytesMax);
  const { checks, facts } = judgeCertificate(file, pin.certificate.sha256, at);
  const isIt = facts?.sha256 === pin.certificate.sha256;
  const told = isIt ? JSON.stringify(certificateFactsOf(facts)) : undefined;
  const differs = told !== undefined && told !== JSON.stringify(inOrder(pin.certificate));
  const pinned = differs ? [no("certificate", "pin-differs")] : [];
  return [...checks, ...pinned, ...guideAsksCertificate(guide, pin, listed.name)];
}

/** As `certificateFactsOf` writes it. */
const inOrder = ({
  subject,
  sha256,
  notBefore,
  notAfter,
  purposes,
}: CertificatePin["certificate"]) => ({
  subject,
  sha256,
  notBefore,
  notAfter,
  purposes,
});
