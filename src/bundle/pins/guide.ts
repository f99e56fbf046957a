import type { Guide } from "../../guide/guide.ts";
import type { CertificatePin, InstallerPin } from "../pin.ts";
import { type Check, no, yes } from "./check.ts";

/** The name of a guide's edition, as pins give it. */
export const guideName = ({ id, edition }: Pick<Guide, "id" | "edition">): string =>
  `${id}@${edition}`;

/**
 * Whether the guide that came along asks for exactly this installer. So a file that its signers let
 * in by mistake is still not one that anybody is told to run.
 */
export function guideAsksInstaller(
  guide: Guide | undefined,
  pin: InstallerPin,
  file: { name: string; sha256: string },
): Check {
  if (!guide) return no("guide", "guide-missing");
  const download = guide.programs.find(({ id }) => id === pin.id)?.download;
  if (!download || `installers/${download.file}` !== file.name) return no("guide", "guide-other");
  const { sha256, publisher } = download;
  if (!sha256 && !publisher) return no("guide", "no-pin");
  if (sha256 && !sha256.includes(file.sha256)) return no("guide", "guide-other-hash");
  // Nor may it ask for less: who made a program is looked at once more where the guide says so.
  const same = publisher ? isSame(publisher, pin.publisher) : pin.publisher === undefined;
  if (!same) return no("guide", "guide-other-publisher");
  return yes("guide", "guide-asks");
}

function isSame(
  wanted: { subject: string; issuer?: string | undefined; old?: true | undefined },
  pinned: InstallerPin["publisher"],
): boolean {
  if (pinned?.subject !== wanted.subject || pinned.old !== wanted.old) return false;
  return wanted.issuer === undefined || wanted.issuer === pinned.issuer;
}

export function guideAsksCertificate(
  guide: Guide | undefined,
  pin: CertificatePin,
  name: string,
): Check[] {
  if (!guide) return [no("guide", "guide-missing")];
  const wanted = guide.certificates.find(({ id }) => id === pin.id);
  const candidate = wanted?.candidates.find(({ sha256 }) => sha256 === pin.certificate.sha256);
  if (!candidate || `certificates/${wanted!.file}` !== name) return [no("guide", "guide-other")];
  const { distrusted } = candidate;
  if (distrusted)
    return [yes("guide", "guide-asks"), no("distrust", "distrusted", { day: distrusted.since })];
  return [yes("guide", "guide-asks"), yes("distrust", "not-distrusted")];
}
