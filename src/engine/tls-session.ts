import { impossibleName } from "../evidence/impossible-name.ts";
import type { TlsOutcome } from "../evidence/outcome.ts";
import { holderOf } from "./address.ts";
import type { Case, Target } from "./case.ts";
import type { ClockResult } from "./clock.ts";
import { failed, type LayerResult, passed, reason, undecided } from "./layer.ts";

type Session = Extract<TlsOutcome, { ok: true }>;

/** A session that came about: whose certificate, for which name, valid when. */
export function judgeSession(
  the: Case,
  clock: ClockResult,
  row: Target,
  tls: Session,
  separable: boolean,
): LayerResult {
  const leaf = tls.chain[0];
  const root = tls.chain[tls.chain.length - 1];
  if (!leaf || !root) return undecided("tls", reason("decide.certificate"), []);
  const chain = reason("reason.tls.chain", { issuer: leaf.issuer, root: root.issuer });
  if (tls.anchor === "pc") {
    return failed("tls.intercepted", chain, reason("reason.tls.pc-root"));
  }
  if (tls.anchor === "none") return judgeUnknownIssuer(the, row, tls, chain, separable);
  if (!tls.nameMatches) {
    return failed("tls.wrong-host", chain, reason("reason.tls.name", { subject: leaf.subject }));
  }
  return judgeDates(the, clock, tls) ?? passed(chain);
}

/** An unknown issuer is an inspection device where it signs for strangers or for any name asked. */
function judgeUnknownIssuer(
  the: Case,
  row: Target,
  tls: Session,
  chain: ReturnType<typeof reason>,
  separable: boolean,
): LayerResult {
  const issuer = issuerOf(tls);
  // A server that leaves out its intermediate shares that issuer with many a stranger.
  const whole = tls.chain.length > 1;
  const holders = new Set<string>();
  for (const { with: given, fact } of the.book.all("row")) {
    const other = fact.tls;
    if (other?.ok && other.anchor === "none" && issuerOf(other) === issuer) {
      holders.add(holderOf(given.host));
    }
  }
  if (whole && holders.size >= 2) {
    const together = reason("reason.tls.same-issuer", { issuer, count: holders.size });
    return failed("tls.intercepted", chain, together);
  }
  const { host, address, port } = row;
  const control = the.book.get("control-name", { host, address, port });
  const minted = control?.find(
    ({ servername, tls: other }) =>
      servername === impossibleName && other.ok && other.nameMatches && issuerOf(other) === issuer,
  );
  if (minted) {
    const name = reason("reason.tls.minted-for-other-name", { name: impossibleName });
    return failed("tls.intercepted", chain, name);
  }
  const untrusted = failed(
    "tls.untrusted",
    chain,
    reason("reason.tls.untrusted", { verify: tls.verify }),
  );
  if (control || !separable) return untrusted;
  return { ...untrusted, wants: [{ probe: "control-name", with: { host, address, port } }] };
}

function issuerOf(tls: Session): string {
  return tls.chain[tls.chain.length - 1]?.issuer ?? "";
}

function judgeDates(the: Case, clock: ClockResult, tls: Session): LayerResult | undefined {
  const now = the.startedAt;
  const bad = tls.chain.find(({ notBefore, notAfter }) => now < notBefore || now > notAfter);
  if (!bad) return undefined;
  const dates = reason("reason.tls.dates", {
    notBefore: day(bad.notBefore),
    notAfter: day(bad.notAfter),
  });
  const there = now + clock.offsetMs;
  const validThere = there >= bad.notBefore && there <= bad.notAfter;
  if (clock.skewed && validThere) {
    const seconds = Math.abs(Math.round(clock.offsetMs / 1_000));
    return failed("clock.skew", dates, reason("reason.clock", { seconds, servers: clock.servers }));
  }
  if (!clock.known && datesFailAtStrangers(the)) {
    return failed("clock.skew", dates, reason("reason.clock.strangers"));
  }
  const at = clock.skewed ? there : now;
  return failed(at < bad.notBefore ? "tls.not-yet-valid" : "tls.expired", dates);
}

/** Without any server's clock to compare: strangers' certificates do not all run out at once. */
function datesFailAtStrangers(the: Case): boolean {
  const now = the.startedAt;
  const holders = new Set<string>();
  let good = 0;
  for (const { with: given, fact } of the.book.all("row")) {
    if (!fact.tls?.ok || fact.tls.anchor !== "public") continue;
    const bad = fact.tls.chain.some((c) => now < c.notBefore || now > c.notAfter);
    if (bad) holders.add(holderOf(given.host));
    else good += 1;
  }
  return holders.size >= 2 && good === 0;
}

function day(date: number): string {
  return new Date(date).toISOString().slice(0, 10);
}
