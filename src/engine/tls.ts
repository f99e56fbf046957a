import type { FactOf, Wish } from "../evidence/facts.ts";
import type { TlsOutcome } from "../evidence/outcome.ts";
import type { Row } from "../guide/guide.ts";
import { holderOf } from "./address.ts";
import { blockWords } from "./block-page.ts";
import type { Case } from "./case.ts";
import type { ClockResult } from "./clock.ts";
import { failed, type LayerResult, passed, reason, undecided } from "./layer.ts";

type Target = Pick<Row, "host" | "address" | "port">;
type Session = Extract<TlsOutcome, { ok: true }>;
type Refusal = Extract<TlsOutcome, { ok: false }>;

const certificateRequest = 13;
const impossibleServername = "jochi-control.invalid";

/** The TLS step of a walk. `separable`: a direct way, on which further tests can be made. */
export function judgeTls(
  the: Case,
  clock: ClockResult,
  row: Target,
  tls: TlsOutcome,
  separable: boolean,
): LayerResult {
  if (tls.ok) return judgeSession(the, clock, row, tls, separable);
  return judgeFailure(the, row, tls, separable);
}

function judgeSession(
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
  const holders = new Set<string>();
  for (const { with: given, fact } of the.book.all("row")) {
    const other = fact.tls;
    if (other?.ok && other.anchor === "none" && issuerOf(other) === issuer) {
      holders.add(holderOf(given.host));
    }
  }
  if (holders.size >= 2) {
    const together = reason("reason.tls.same-issuer", { issuer, count: holders.size });
    return failed("tls.intercepted", chain, together);
  }
  const { host, address, port } = row;
  const control = the.book.get("control-name", { host, address, port });
  const minted = control?.find(
    ({ servername, tls: other }) =>
      servername === impossibleServername &&
      other.ok &&
      other.nameMatches &&
      issuerOf(other) === issuer,
  );
  if (minted) {
    const name = reason("reason.tls.minted-for-other-name", { name: impossibleServername });
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
    const seconds = Math.round(clock.offsetMs / 1_000);
    return failed("clock.skew", dates, reason("reason.clock", { seconds, servers: clock.servers }));
  }
  if (!clock.known && datesFailAtStrangers(the)) {
    return failed("clock.skew", dates, reason("reason.clock.strangers"));
  }
  return failed(now < bad.notBefore ? "tls.not-yet-valid" : "tls.expired", dates);
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

function judgeFailure(the: Case, row: Target, tls: Refusal, separable: boolean): LayerResult {
  const seen = reason(`reason.tls.${tls.failure}`, { code: tls.code ?? "" });
  switch (tls.failure) {
    case "version":
      return failed("tls.version", seen);
    case "client-certificate-required":
      return failed("tls.client-cert", seen);
    case "alert":
      return failed("tls.alert", seen);
    case "handshake-failure":
      return judgeHandshakeFailure(the, row, seen, separable);
    case "not-tls":
      return judgeNotTls(the, row, seen, separable);
    case "timeout":
      return judgeStall(the, row, seen, separable);
    case "reset":
    case "closed":
      return judgeCut(the, row, seen, separable);
    default:
      return undecided("tls", reason("decide.control-name"), [], seen);
  }
}

/** Servers of TLS 1.2 say handshake_failure both for a missing certificate and for no suite. */
function judgeHandshakeFailure(
  the: Case,
  { host, address, port }: Target,
  seen: ReturnType<typeof reason>,
  separable: boolean,
): LayerResult {
  const given = { host, address, port };
  const flight = the.book.get("server-flight", given);
  if (!flight && separable) {
    return undecided(
      "tls",
      reason("decide.server-flight"),
      [{ probe: "server-flight", with: given }],
      seen,
    );
  }
  if (flight?.messages.includes(certificateRequest)) {
    return failed("tls.client-cert", seen, reason("reason.tls.certificate-request"));
  }
  return flight
    ? failed("tls.alert", seen)
    : undecided("tls", reason("decide.server-flight"), [], seen);
}

function judgeNotTls(
  the: Case,
  { host, address, port }: Target,
  seen: ReturnType<typeof reason>,
  separable: boolean,
): LayerResult {
  const given = { host, address, port };
  const plain = the.book.get("plain-http", given);
  if (!plain) {
    const wants: Wish[] = separable ? [{ probe: "plain-http", with: given }] : [];
    return undecided("tls", reason("decide.plain-http"), wants, seen);
  }
  const words = plain.ok ? blockWords(plain, host) : undefined;
  if (words) return failed("http.block-page", seen, reason("reason.http.block-page", { words }));
  return undecided(
    "tls",
    reason("decide.provider-says"),
    [],
    seen,
    reason("reason.tls.speaks-http"),
  );
}

function judgeStall(
  the: Case,
  { host, address, port }: Target,
  seen: ReturnType<typeof reason>,
  separable: boolean,
): LayerResult {
  const given = { host, address, port };
  const control = the.book.get("control-name", given);
  const small = the.book.get("small-answer", given);
  if (!control || !small) {
    const wants: Wish[] = separable
      ? [
          { probe: "control-name", with: given },
          { probe: "small-answer", with: given },
        ]
      : [];
    return undecided("tls", reason("decide.control-name"), wants, seen);
  }
  const answered = answeringControl(control);
  if (answered !== undefined) {
    return failed("tls.sni-drop", seen, reason("reason.tls.control-ok", { name: answered || "-" }));
  }
  if (small.ok) return failed("tls.mtu-blackhole", seen, reason("reason.tls.small-answer"));
  return failed("tls.silent", seen, reason("reason.tls.control-fails"));
}

function judgeCut(
  the: Case,
  { host, address, port }: Target,
  seen: ReturnType<typeof reason>,
  separable: boolean,
): LayerResult {
  const given = { host, address, port };
  const control = the.book.get("control-name", given);
  if (!control) {
    const wants: Wish[] = separable ? [{ probe: "control-name", with: given }] : [];
    return undecided("tls", reason("decide.control-name"), wants, seen);
  }
  const answered = answeringControl(control);
  if (answered !== undefined) {
    return failed(
      "tls.sni-reset",
      seen,
      reason("reason.tls.control-ok", { name: answered || "-" }),
    );
  }
  return failed("tls.reset", seen, reason("reason.tls.control-fails"));
}

/** A control name to which the address gave any TLS answer, an alert included. */
function answeringControl(control: FactOf<"control-name">): string | undefined {
  const answers = new Set(["version", "handshake-failure", "client-certificate-required", "alert"]);
  return control.find(({ tls }) => tls.ok || answers.has(tls.failure))?.servername;
}
