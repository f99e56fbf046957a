import type { Guide } from "../../guide/guide.ts";
import { BundleFault } from "../fault.ts";
import {
  certificateBytesMax,
  certificateFactsOf,
  judgeCertificate,
  usableCandidates,
} from "../pins/certificate.ts";
import { guideName } from "../pins/guide.ts";
import { measureBytes, openNamed } from "./measure.ts";
import { checkedName, type Judges, type Offered, type Part } from "./wanted.ts";

type Wanted = Guide["certificates"][number];

/** A root certificate that is one of those that the guide pins, and that may still be trusted. */
export async function certificatePart(
  guide: Guide,
  wanted: Wanted,
  offered: Offered,
  judges: Judges,
): Promise<Part> {
  const refused = (because: string, detail = {}) =>
    new BundleFault("create.refused", wanted.id, { because, ...detail });
  const usable = usableCandidates(wanted, judges.day);
  if (usable.is === "expired") throw refused("certificate-expired", { day: usable.day });
  if (usable.is === "distrusted") throw refused("distrusted", { day: usable.since });
  if (usable.is === "no-pin") throw refused("no-pin");
  const bytes = await read(offered.path);
  const name = checkedName(`certificates/${wanted.file}`);
  const { size, sha256 } = measureBytes(bytes, offered.path);
  const at = Date.parse(judges.day);
  const answers = usable.candidates.map((one) => judgeCertificate(bytes, one.sha256, at));
  const answer =
    answers.find(({ checks }) => checks.some(({ because }) => because === "certificate-same")) ??
    answers[0]!;
  const bad = answer.checks.find(({ is }) => is === "no");
  if (bad || !answer.facts) throw refused(bad?.because ?? "certificate-malformed", bad?.detail);
  const certificate = certificateFactsOf(answer.facts);
  return {
    role: "certificates",
    entry: { name, bytes },
    size,
    sha256,
    pin: () => ({
      kind: "certificate",
      id: wanted.id,
      guide: guideName(guide),
      title: wanted.title,
      purpose: wanted.purpose,
      expires: certificate.notAfter,
      certificate,
      source: offered.source ?? wanted.url,
      retrievedOn: offered.retrievedOn ?? judges.day,
    }),
  };
}

async function read(path: string): Promise<Uint8Array> {
  const source = await openNamed(path);
  try {
    if (source.size > certificateBytesMax)
      throw new BundleFault("create.refused", path, {
        because: "certificate-malformed",
      });
    const bytes = new Uint8Array(source.size);
    await source.read(bytes, 0);
    return bytes;
  } finally {
    await source.close();
  }
}
