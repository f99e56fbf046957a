import type { RootCertificate } from "../../evidence/pc-outcome.ts";
import type { Reason } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { reason } from "../layer.ts";
import { cannotTell, fail, held, type Outcome, pass } from "./held.ts";

type Certificate = Guide["certificates"][number];
type Candidate = Certificate["candidates"][number];

/** Root certificates, by fingerprint and never by name alone. */
export function judgeCertificates(the: Case): JudgedCheck[] {
  return the.guide.certificates.map((certificate) =>
    held(certificate.id, "certificate", the.book.one("roots"), (roots) =>
      judge(the.startedAt, certificate, roots),
    ),
  );
}

function judge(now: number, { file, candidates }: Certificate, roots: RootCertificate[]): Outcome {
  const current = candidates.filter((candidate) => !isOver(candidate, now));
  const [first] = candidates;
  if (current.length === 0 && first) return over(candidates, roots, now);
  const found = roots.filter((root) => candidates.some((one) => sameness(one, root) === "same"));
  const good = found.find(({ distrusted, notAfter }) => !distrusted && notAfter >= now);
  if (good) return pass();
  const [bad] = found;
  if (bad?.distrusted) return fail("certificate.distrusted", { name: bad.subject });
  if (bad) return fail("certificate.expired", { name: bad.subject, notAfter: bad.notAfter });
  const alike = roots.find((root) => candidates.some((one) => sameness(one, root) === "unsure"));
  if (alike) return cannotTell(reason("reason.pc.certificate.unsure", { name: alike.subject }));
  const other = roots.find((root) => current.some((one) => isNamed(one, root)));
  const notes = other ? [reason("reason.pc.certificate.other", { name: other.subject })] : [];
  return fail("certificate.missing", { name: file }, ...notes);
}

/**
 * Nothing that the guide names is of use any more: its time is up, or Windows has stopped trusting
 * it altogether. Having it or not having it is then no fault of the PC and no remedy ends it;
 * programs signed since go by other roots. What was signed and stamped in time stays good.
 */
function over(candidates: Candidate[], roots: RootCertificate[], now: number): Outcome {
  const because = candidates.flatMap((candidate): Reason[] => {
    const { subject: name, notAfter, distrusted } = candidate;
    const there = roots.some((root) => sameness(candidate, root) !== "other");
    const has = reason(`reason.pc.certificate.${there ? "over-there" : "over-absent"}`, { name });
    const ran = notAfter !== undefined && Date.parse(notAfter) < now;
    return [
      ...(ran ? [reason("reason.pc.certificate.expired", { name, notAfter })] : []),
      ...(distrusted && isDistrusted(candidate, now)
        ? [reason("reason.pc.certificate.distrusted-since", { name, since: distrusted.since })]
        : []),
      has,
    ];
  });
  return {
    verdict: "pass",
    because: [...because, reason("reason.pc.certificate.over")],
  };
}

function isOver(candidate: Candidate, now: number): boolean {
  const { notAfter } = candidate;
  return (notAfter !== undefined && Date.parse(notAfter) < now) || isDistrusted(candidate, now);
}

/** For everything, and not only for what was issued later. */
function isDistrusted({ distrusted }: Candidate, now: number): boolean {
  return distrusted !== undefined && !distrusted.newOnly && Date.parse(distrusted.since) <= now;
}

/** `unsure` where the name is the same and there is no fingerprint that both have. */
function sameness(candidate: Candidate, root: RootCertificate): "same" | "other" | "unsure" {
  const { sha256, sha1 } = candidate;
  if (sha256 !== undefined) return sha256 === root.sha256 ? "same" : "other";
  if (sha1 !== undefined && root.sha1 !== undefined) return sha1 === root.sha1 ? "same" : "other";
  if (!isNamed(candidate, root)) return "other";
  return sha1 === undefined ? "same" : "unsure";
}

/** The guide's name is the common name or all of it; names are no proof. */
function isNamed({ subject }: Candidate, root: RootCertificate): boolean {
  const parts = root.subject.split(/[,\n]\s*/).map((part) => part.replace(/^\w+=/, ""));
  return root.subject === subject || parts.includes(subject);
}
