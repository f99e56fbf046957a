import type { Finding, Reason } from "../evidence/report.ts";
import { ageOf, type Dated, isOld } from "../guide/age.ts";
import { covers } from "../guide/block.ts";
import type { Guide } from "../guide/guide.ts";
import type { Draft } from "./draft.ts";
import { reason } from "./layer.ts";

/** A fact of the guide that a finding rests on, and the name by which a report calls it. */
export interface Ground extends Dated {
  name: string;
  isAddress?: true;
}

/**
 * What the age of the guide's facts makes of a finding. What was measured stays measured; whether the
 * service still asks for it is only as fresh as the guide. Where everything that a finding rests on is
 * past its day of review or its end, it is one step less sure; where anything is, it says which and
 * since when. A fact that merely has not been verified for a year takes nothing from it; it then says
 * when that last was. More in docs/age.md.
 *
 * @param day of the evidence, YYYY-MM-DD
 */
export function aged(
  guide: Guide,
  { cause, certainty, subjects, because }: Draft,
  day: string,
): Pick<Finding, "certainty" | "because"> {
  const same = { certainty, because };
  if (certainty === "ruled-out") return same;
  const entry = guide.causes.find(({ id }) => id === cause);
  // Where the guide says how a cause is known, that is a fact, too; else it only says what helps.
  const own = entry && (entry.title || entry.confirmedBy) ? [{ ...entry, name: cause }] : [];
  const required = subjects.map((id) => groundsOf(guide, id));
  const grounds = [...required.flat(), ...own];

  const past = (one: Ground) => passedOn(one, day) !== undefined;
  const first = earliest(grounds.filter(past), (one) => passedOn(one, day)!);
  if (first) {
    const lost = required.every((all) => all.length > 0 && all.every(past)) || own.some(past);
    const key = ageOf(first, day) === "expired" ? "reason.age.expired" : "reason.age.review";
    return {
      certainty: lost && certainty === "confirmed" ? "likely" : certainty,
      because: [...because, reason(key, { name: first.name, day: passedOn(first, day)! })],
    };
  }

  const old = grounds.filter(
    ({ verifiedOn, reviewBy }) => !reviewBy && verifiedOn && isOld(verifiedOn, day),
  );
  const oldest = earliest(old, ({ verifiedOn }) => verifiedOn!);
  // A guess rests on nothing that was measured; that its grounds are old goes without saying.
  if (!oldest || certainty === "possible") return same;
  return { certainty, because: [...because, lastVerified(oldest)] };
}

function lastVerified({ verifiedOn, isAddress }: Ground): Reason {
  const [year, month] = verifiedOn!.split("-").map(Number);
  const key = isAddress ? "reason.age.address" : "reason.age.fact";
  return reason(key, { year: year!, month: month! });
}

/** The day that a fact's end or its review was set for, where that is over. */
function passedOn(fact: Ground, day: string): string | undefined {
  if (fact.expires && day > fact.expires) return fact.expires;
  return fact.reviewBy && day > fact.reviewBy ? fact.reviewBy : undefined;
}

function earliest(grounds: Ground[], dayOf: (ground: Ground) => string): Ground | undefined {
  return grounds.reduce<Ground | undefined>(
    (first, one) => (first === undefined || dayOf(one) < dayOf(first) ? one : first),
    undefined,
  );
}

/** What the guide says of a row (`host|address:port`) or of a requirement. */
export function groundsOf(guide: Guide, subject: string): Ground[] {
  const [host = "", place] = subject.split("|");
  if (place !== undefined) {
    const hosts = guide.endpoints.filter((endpoint) => endpoint.host === host);
    const address = place.slice(0, place.lastIndexOf(":"));
    const there = hosts.filter(({ addresses }) => covers(addresses, address));
    // An address that no entry has was met on the way to what the name's entries ask for.
    return (there.length > 0 ? there : hosts).map((one) => ({
      ...one,
      name: host,
      isAddress: true,
    }));
  }
  const { sites, browsers, popups, toolbars, localNetwork, programs, agents, certificates, files } =
    guide;
  return [sites, browsers, popups, toolbars, localNetwork, programs, agents, certificates, files]
    .flat()
    .filter(({ id }) => id === subject)
    .map((one) => ({ ...one, name: one.id }));
}
