import type { ZoneEntry, ZoneSettings } from "../../evidence/pc-outcome.ts";
import type { Reason } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import { isPolicy } from "../../windows/zone-entry.ts";
import { trustedZone, type ZoneAnswer, zoneOf } from "../../windows/zone-map.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { reason } from "../layer.ts";
import {
  cannotTell,
  failBecause,
  foundIn,
  held,
  notApplicable,
  type Outcome,
  pass,
} from "./held.ts";
import { pageName, pagesOf } from "./pages.ts";
import { wordOf } from "./policies.ts";

type Site = Guide["sites"][number];
type Seen = { page: string; answer: ZoneAnswer };

/** As Windows has it where nobody has said otherwise. */
const usual = { machineOnly: false, listFromPolicy: false };

/** The zones that the guide's sites really get, and not only whether an entry is there. */
export function judgeSites(the: Case): JudgedCheck[] {
  const asIe = isShownAsIe(the);
  return the.guide.sites.map((site) =>
    held(site.id, "site", the.book.one("zone-entries"), (entries) =>
      site.onlyIn && !asIe
        ? notApplicable(reason("reason.pc.site.not-ie-mode"))
        : judgeSite(the, site, entries),
    ),
  );
}

/** By policy, or because Internet Explorer itself is what opens pages here. */
function isShownAsIe(the: Case): boolean {
  const browsers = foundIn(the.book.one("browsers")) ?? [];
  const [level] = wordOf(the, "edge").policy("InternetExplorerIntegrationLevel") ?? [];
  return level === "1" || browsers.some(({ id, default: usual }) => id === "ie" && usual);
}

function judgeSite(the: Case, site: Site, entries: ZoneEntry[]): Outcome {
  const seen = pagesOf(the.guide, site).map((page) => ({
    page,
    answer: zoneOnPc(the, page, entries),
  }));
  const known = the.guide.wrong.filter(
    ({ entry, meant }) => meant === site.id && entries.some((one) => isThat(one, entry)),
  );
  const bad = seen.find(({ answer }) => answer.known && answer.zone !== trustedZone);
  if (bad) return judgeBad(the, site, entries, bad, known);
  const open = seen.find(({ answer }) => !answer.known);
  if (open) return cannotTell(openReason(open), ...whys(known));
  const notes = known.map(({ entry }) => reason("reason.pc.site.needless", { entry }));
  return pass(...notes, ...whys(known));
}

/** What holds for the zone of a page on this PC; unread settings leave it open where they matter. */
export function zoneOnPc(the: Case, page: string, entries: ZoneEntry[]): ZoneAnswer {
  const settings = the.book.one("zone-settings");
  if (settings?.state === "found") return zoneOf(page, entries, settings.value);
  const answer = zoneOf(page, entries, usual);
  if (settings === undefined || settings.state === "not-applicable" || !answer.known) return answer;
  const alternatives = [
    { machineOnly: true, listFromPolicy: false },
    { machineOnly: false, listFromPolicy: true },
  ].map((rules) => zoneOf(page, entries, rules));
  const agreed = alternatives.every((other) => other.known && other.zone === answer.zone);
  if (agreed) return answer;
  const zones = alternatives.flatMap((other) => (other.known ? [other.zone] : other.zones));
  const all = [...new Set([answer.zone, ...zones])].sort();
  return { known: false, why: "settings-unread", zones: all, entries };
}

function judgeBad(
  the: Case,
  { pattern }: Site,
  entries: ZoneEntry[],
  { page, answer }: Seen,
  known: Guide["wrong"],
): Outcome {
  const by = answer.known ? answer.by : undefined;
  const zone = answer.known ? answer.zone : 3;
  const found = reason("reason.pc.site.in-zone", { page: pageName(page), zone });
  const settings = the.book.one("zone-settings");
  const rules = settings?.state === "found" ? settings.value : undefined;
  if (by && zone !== trustedZone) {
    const gaps = { pattern, entry: by.entry, zone };
    const other = reason("reason.pc.site.other-zone", gaps);
    const outcome = failBecause("site.not-trusted", other, found, ...whys(known));
    return isPolicy(by) || by.place === "machine" ? { ...outcome, managed: true } : outcome;
  }
  const isVoid = rules && wouldHold(page, entries, rules);
  if (isVoid) {
    const key = rules.listFromPolicy ? "void-by-policy" : "void-by-machine";
    const outcome = failBecause(
      "site.not-trusted",
      reason(`reason.pc.site.${key}`, { pattern }),
      found,
    );
    return { ...outcome, managed: true };
  }
  const managed = rules && (rules.machineOnly || rules.listFromPolicy);
  const outcome = withoutEntry(pattern, known, found);
  return managed ? { ...outcome, managed: true } : outcome;
}

function withoutEntry(pattern: string, known: Guide["wrong"], found: Reason): Outcome {
  const missing = reason("reason.pc.site.not-trusted", { name: pattern });
  if (known.length === 0) return failBecause("site.not-trusted", missing, found);
  const typos = known.map(({ entry }) =>
    reason("reason.pc.site.mistyped", { entry, meant: pattern }),
  );
  const [first = missing, ...more] = typos;
  return failBecause("site.mistyped", first, ...more, ...whys(known), found);
}

/** Whether the user's own entries would do if they counted. */
function wouldHold(page: string, entries: ZoneEntry[], rules: ZoneSettings): boolean {
  if (!rules.machineOnly && !rules.listFromPolicy) return false;
  const own = entries.filter((entry) => !isPolicy(entry));
  const answer = zoneOf(page, own, usual);
  return answer.known && answer.zone === trustedZone;
}

function whys(known: Guide["wrong"]): Reason[] {
  return known.map(({ entry }) => reason("reason.pc.site.why", { entry }));
}

function openReason({ page, answer }: Seen): Reason {
  const entry = answer.known ? "" : (answer.entries[0]?.entry ?? "");
  const why = answer.known ? "" : answer.why;
  return reason(`reason.pc.site.open.${why}`, { page: pageName(page), entry });
}

/**
 * Entries are the same whatever their capitals, and with a slash at the end or none. A host that
 * lies in the registry where domains belong is shown with `*.` and is the same mistake.
 */
function isThat({ entry, zone }: ZoneEntry, wrong: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase().replace(/\/+$/, "").replace("*://", "");
  const own = plain(entry);
  return zone === trustedZone && (own === plain(wrong) || own === `*.${plain(wrong)}`);
}
