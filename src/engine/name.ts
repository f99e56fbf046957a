import { impossibleName } from "../evidence/impossible-name.ts";
import type { DnsFailure, DnsOutcome } from "../evidence/outcome.ts";
import type { Reason } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { type Row, rowId, wherever } from "../guide/guide.ts";
import { holderOf, isNowhere, isPrivate } from "./address.ts";
import { blockWords } from "./block-page.ts";
import { type Case, isDocumented } from "./case.ts";
import { reason } from "./layer.ts";
import { isForeign, isVouchedFor, walksTo } from "./walk.ts";

/** What a host's name leads to, as programs on this PC see it. */
export interface NameResult {
  /** Verdict for the host's documented rows. */
  verdict: Verdict | "not-tested";
  because: Reason[];
  decidedBy?: Reason;
  /** Addresses outside the documented set, each with its own verdict. */
  outside: { address: string; verdict: Verdict; because: Reason[] }[];
  /** Documented addresses that it led to; none where nobody was asked or nobody answered. */
  inside?: string[];
  /** The resolver whose answer, or silence, decided. */
  server?: string;
}

/** c-ares answers to verdicts: a port that refuses and a server that refuses are one remedy. */
const failureVerdicts: Record<DnsFailure, Verdict> = {
  nxdomain: "dns.nxdomain",
  nodata: "dns.nodata",
  servfail: "dns.servfail",
  refused: "dns.refused",
  closed: "dns.refused",
  timeout: "dns.timeout",
  unreachable: "dns.timeout",
  guarded: "insufficient",
  other: "dns",
};

/** Addresses of one name that are tried; who has more of them shares them out among many places. */
const addressesMost = 16;

/** Answers after which a program does not ask the next server. */
const final = new Set<DnsFailure>(["nxdomain", "nodata"]);

export function judgeName(the: Case, host: string): NameResult {
  const overridden = hostsEntries(the, host);
  if (overridden.length > 0) return judgeHostsFile(the, host, overridden);

  const answers = the.book
    .all("resolve")
    .filter((entry) => entry.with.name === host)
    .map((entry) => ({ server: entry.with.server, outcome: entry.fact }));
  const lookup = the.book.get("lookup", { name: host });
  const decisive = decisiveAnswer(answers);
  if (!decisive) return { verdict: "not-tested", because: [], outside: [] };
  const { server, outcome } = decisive;
  if (outcome.ok) return judgeAddresses(the, host, outcome.addresses, server);
  // The system may know another way (a search list, a second protocol) that our own question lacks.
  if (lookup?.ok) return judgeAddresses(the, host, lookup.addresses, server);
  const because = answers.map((answer) => dnsReason(answer.server, host, answer.outcome));
  return { verdict: failureVerdicts[outcome.failure], because, outside: [], server };
}

/** The answer that a program would act on: the first server in order that gives a final one. */
function decisiveAnswer(answers: { server: string; outcome: DnsOutcome }[]) {
  const acted = answers.find(({ outcome }) => outcome.ok || final.has(outcome.failure));
  const spoke = answers.find(({ outcome }) => !outcome.ok && outcome.failure !== "timeout");
  return acted ?? spoke ?? answers[0];
}

function dnsReason(server: string, name: string, outcome: DnsOutcome): Reason {
  if (outcome.ok) {
    return reason("reason.dns.ok", { server, name, addresses: outcome.addresses.join(", ") });
  }
  return reason(`reason.dns.${outcome.failure}`, { server, name });
}

function hostsEntries({ book }: Case, host: string): string[] {
  const file = book.one("hosts-file");
  if (file?.state !== "found") return [];
  return file.value
    .filter(({ name }) => name.toLowerCase() === host.toLowerCase())
    .map(({ address }) => address);
}

function judgeHostsFile(the: Case, host: string, addresses: string[]): NameResult {
  const strange = addresses.filter((address) => !isDocumented(the, host, address));
  const wrong = strange.filter((address) => !walksTo(the.book, host, address).some(isVouchedFor));
  const because = addresses.map((address) => reason("reason.hosts-file", { name: host, address }));
  const inside = addresses.filter((address) => !strange.includes(address));
  const outside = strange.map((address) => ({
    address,
    verdict: (wrong.includes(address) ? "local.hosts-override" : "ip.drift") as Verdict,
    because,
  }));
  if (wrong.length === addresses.length)
    return { verdict: "local.hosts-override", because, outside };
  return { verdict: "ok", because, outside, inside };
}

function judgeAddresses(the: Case, host: string, addresses: string[], server: string): NameResult {
  const outside = addresses
    .filter((address) => !isDocumented(the, host, address))
    .map((address) => ({ address, ...judgeOutside(the, host, address, server) }));
  const inside = addresses.filter((address) => isDocumented(the, host, address));
  const sunk = sunkNowhere(the, host, inside, server);
  if (sunk) return { verdict: "dns.sinkhole", because: sunk, outside, inside, server };
  if (inside.length > 0) {
    const because = [
      reason("reason.dns.ok", { server, name: host, addresses: addresses.join(", ") }),
    ];
    return { verdict: "ok", because, outside, inside, server };
  }
  const [first] = outside;
  if (!first) return { verdict: "dns.nodata", because: [], outside, server };
  // The worst that one of them is stands for the name: a browser may take any.
  const order: Verdict[] = ["dns.sinkhole", "dns.hijack", "insufficient", "ip.drift"];
  const worst = order.find((verdict) => outside.some((row) => row.verdict === verdict));
  const verdict = worst ?? "insufficient";
  const because = outside.flatMap((row) => row.because);
  if (verdict !== "insufficient") return { verdict, because, outside, server };
  return { verdict, because, outside, server, decidedBy: reason("decide.certificate-there") };
}

/**
 * Of a host that is documented by its name only every address is right, apart from one that is
 * nowhere, or that the same server gives for a name which does not exist.
 */
function sunkNowhere(
  the: Case,
  host: string,
  addresses: string[],
  server: string,
): Reason[] | undefined {
  const [address] = addresses;
  if (address === undefined || the.documented.get(host)?.length !== 0) return undefined;
  if (addresses.every(isNowhere)) return [reason("reason.dns.nowhere", { address })];
  const random = the.book.get("resolve", { server, name: impossibleName });
  const isShared = random?.ok && addresses.every((each) => random.addresses.includes(each));
  if (!isShared || walksTo(the.book, host, address).some(isVouchedFor)) return undefined;
  return [reason("reason.dns.random-name-answers", { address })];
}

/**
 * An address that the guide does not know. Rotation alone is never a hijack: a certificate that
 * public roots vouch for clears it, whatever else looks odd.
 */
function judgeOutside(the: Case, host: string, address: string, server: string) {
  const walks = walksTo(the.book, host, address);
  const differs = reason("reason.dns.documented-differs", { addresses: address });
  if (isNowhere(address)) {
    return {
      verdict: "dns.sinkhole" as const,
      because: [differs, reason("reason.dns.nowhere", { address })],
    };
  }
  if (walks.some(isVouchedFor)) {
    return {
      verdict: "ip.drift" as const,
      because: [differs, reason("reason.dns.certificate-valid")],
    };
  }
  const random = the.book.get("resolve", { server, name: impossibleName });
  if (random?.ok && random.addresses.includes(address)) {
    const because = [differs, reason("reason.dns.random-name-answers", { address })];
    return { verdict: "dns.sinkhole" as const, because };
  }
  const sharing = namesLedTo(the, address).filter((name) => holderOf(name) !== holderOf(host));
  if (sharing.length > 0) {
    const because = [
      differs,
      reason("reason.dns.same-address", { address, names: [host, ...sharing].join(", ") }),
    ];
    return { verdict: "dns.sinkhole" as const, because };
  }
  const words = walks
    .map(({ http }) => http?.ok && blockWords(http, host, false))
    .find((found) => typeof found === "string");
  if (words) {
    const because = [differs, reason("reason.http.block-page", { words })];
    return { verdict: "dns.sinkhole" as const, because };
  }
  // A place that leads nowhere does not speak LDAP.
  const relays = relaysExist(the) || walks.some(({ ldap }) => ldap?.speaks);
  if (isPrivate(address) && relays) {
    return { verdict: "ip.drift" as const, because: [differs, reason("reason.dns.relay")] };
  }
  if (isPrivate(address)) {
    return {
      verdict: "dns.sinkhole" as const,
      because: [differs, reason("reason.dns.private", { address })],
    };
  }
  if (walks.some(isForeign)) {
    return {
      verdict: "dns.hijack" as const,
      because: [differs, reason("reason.dns.certificate-invalid")],
    };
  }
  return { verdict: "insufficient" as const, because: [differs] };
}

/** Some name leads to an inside address that proves itself: this network relays by design. */
function relaysExist(the: Case): boolean {
  return the.book
    .all("row")
    .some(({ with: given, fact }) => isPrivate(given.address) && isVouchedFor(fact));
}

/** Documented names whose answer contains an address that is not documented for them. */
function namesLedTo(the: Case, address: string): string[] {
  return the.book
    .all("resolve")
    .filter(({ fact, with: { name } }) => {
      if (!fact.ok || !fact.addresses.includes(address)) return false;
      return the.documented.has(name) && !isDocumented(the, name, address);
    })
    .map(({ with: { name } }) => name);
}

/**
 * Rows of a host at the documented addresses that its name led to, where no single one is
 * documented; one row `wherever` for each port where it led to none at all.
 */
export function openRowsAt(the: Case, host: string, name: NameResult | undefined): Row[] {
  const known = new Set(the.rows.map(rowId));
  const { inside = [], outside = [] } = name ?? {};
  const led = inside.slice(0, addressesMost);
  // Rows beside the documented ones say what is to be said of an address outside of them.
  const places = led.length === 0 && outside.length === 0 ? [wherever] : led;
  return the.open
    .filter((row) => row.host === host)
    .flatMap((row) => places.map((address) => ({ ...row, address })))
    .filter((row) => !known.has(rowId(row)));
}

/** Addresses that names led to and no row documents: each deserves a row of its own. */
export function outsideAddresses(the: Case, host: string): string[] {
  return judgeName(the, host).outside.map(({ address }) => address);
}
