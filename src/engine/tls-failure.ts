import type { FactOf, Wish } from "../evidence/facts.ts";
import type { TlsOutcome } from "../evidence/outcome.ts";
import { blockWords } from "./block-page.ts";
import type { Case, Target } from "./case.ts";
import { failed, type LayerResult, reason, undecided } from "./layer.ts";

type Refusal = Extract<TlsOutcome, { ok: false }>;

/** Handshake message in which a server asks for the client's certificate, RFC 5246 §7.4.4. */
const certificateRequest = 13;

/** A handshake that ended before there was a session, and the tests that tell why. */
export function judgeFailure(
  the: Case,
  row: Target,
  tls: Refusal,
  separable: boolean,
): LayerResult {
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
  const words = plain.ok ? blockWords(plain, host, false) : undefined;
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
  const plain = the.book.get("plain-http", given);
  if (!control || !small || !plain) {
    const wants: Wish[] = separable
      ? [
          { probe: "control-name", with: given },
          { probe: "small-answer", with: given },
          { probe: "plain-http", with: given },
        ]
      : [];
    return undecided("tls", reason("decide.control-name"), wants, seen);
  }
  const answered = answeringControl(control);
  if (answered !== undefined) {
    return failed("tls.sni-drop", seen, controlAnswered(answered));
  }
  // A server that waits for the end of a line never answers a ClientHello.
  if (plain.ok) return judgeNotTls(the, { host, address, port }, seen, separable);
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
    return failed("tls.sni-reset", seen, controlAnswered(answered));
  }
  return failed("tls.reset", seen, reason("reason.tls.control-fails"));
}

function controlAnswered(name: string) {
  return name === ""
    ? reason("reason.tls.control-ok-unnamed")
    : reason("reason.tls.control-ok", { name });
}

/** A control name to which the address gave any TLS answer, an alert included. */
function answeringControl(control: FactOf<"control-name">): string | undefined {
  const answers = new Set(["version", "handshake-failure", "client-certificate-required", "alert"]);
  return control.find(({ tls }) => tls.ok || answers.has(tls.failure))?.servername;
}
