import type { Guide } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import { type Case, nothingFound } from "./case.ts";

type Candidate = Guide["certificates"][number]["candidates"][number];

const dayMs = 86_400_000;
/** The lab's own day, a little before noon in Korea. */
const usualDay = Date.UTC(2026, 10, 20, 1);

/** Each certificate that a file may be, alone in the store, and the days on which that changes. */
export function certificateCases(guide: Guide, healthy: World): Case[] {
  return guide.certificates.flatMap(({ id, candidates }) => {
    const without = (at?: Candidate): World => {
      const world = structuredClone(healthy);
      const facts = world.pc.facts;
      if (!facts) return world;
      const own = candidates.map(({ subject }) => subject);
      facts.rootCertificates = facts.rootCertificates.filter(
        ({ subject }) => !own.includes(subject),
      );
      if (at) facts.rootCertificates.push(rootOf(at));
      return world;
    };
    const current = candidates.filter((one) => !isOver(one, usualDay));
    const alone = current.map(
      (candidate): Case => ({
        id: `certificate-alone:${id}:${candidates.indexOf(candidate) + 1}`,
        world: without(candidate),
        expected: nothingFound,
        mended: healthy,
      }),
    );
    const days = turningDays(candidates).map((startAt): Case => {
      const isNeeded = candidates.some((one) => !isOver(one, startAt));
      const findings = isNeeded ? [{ cause: "certificate.missing", subjects: [id] }] : [];
      return {
        id: `certificate-missing-on:${new Date(startAt).toISOString().slice(0, 10)}:${id}`,
        world: without(),
        expected: { rows: {}, findings },
        mended: healthy,
        startAt,
      };
    });
    return [...alone, ...days];
  });
}

function rootOf({ subject, sha1, sha256, notAfter }: Candidate) {
  return {
    subject,
    sha256: sha256 ?? "0".repeat(64),
    ...(sha1 && { sha1 }),
    notAfter: notAfter === undefined ? Date.UTC(2038, 0, 1) : Date.parse(notAfter),
    distrusted: false,
  };
}

/** Windows has stopped trusting it for everything, or its time is up. */
function isOver({ notAfter, distrusted }: Candidate, now: number): boolean {
  const isPast = notAfter !== undefined && Date.parse(notAfter) < now;
  return (
    isPast ||
    (distrusted !== undefined && !distrusted.newOnly && Date.parse(distrusted.since) <= now)
  );
}

/** The day before and the day after each day from which a certificate is of no use. */
function turningDays(candidates: Candidate[]): number[] {
  const days = candidates.flatMap(({ notAfter, distrusted }) => [
    ...(notAfter === undefined ? [] : [Date.parse(notAfter)]),
    ...(distrusted === undefined || distrusted.newOnly ? [] : [Date.parse(distrusted.since)]),
  ]);
  return [...new Set(days)].flatMap((day) => [day - dayMs / 2, day + dayMs + dayMs / 2]);
}
