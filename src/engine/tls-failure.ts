import type { FactOf, Wish } from "../evidence/facts.ts";
import type { TlsOutcome } from "../evidence/outcome.ts";
import type { Reason } from "../evidence/report.ts";
import { blockWords } from "./block-page.ts";
import type { Case, Target } from "./case.ts";
import { failed, type LayerResult, reason, undecided } from "./layer.ts";

type Refusal = Extract<TlsOutcome, { ok: false }>;

/** Handshake message in which a server asks for the client's certificate, RFC 5246 §7.4.4. */
const certificateRequest = 13;

/** One failed handshake: what was seen of it, and how to ask further about the same place. */
interface Failure {
  the: Case;
  given: Target;
  seen: Reason;
  /** Undecided until these probes have run; nothing is asked where no test can be made. */
  until(decidedBy: string, ...probes: SeparatingProbe[]): LayerResult;
}

type SeparatingProbe = "control-name" | "small-answer" | "server-flight" | "plain-http";

/** A handshake that ended before there was a session, and the tests that tell why. */
export function judgeFailure(
  the: Case,
  { host, address, port }: Target,
  tls: Refusal,
  separable: boolean,
): LayerResult {
  const given = { host, address, port };
  const seen = reason(`reason.tls.${tls.failure}`, { code: tls.code ?? "" });
  const until: Failure["until"] = (decidedBy, ...probes) => {
    const wants = probes.map((probe): Wish => ({ probe, with: given }));
    return undecided("tls", reason(decidedBy), separable ? wants : [], seen);
  };
  const failure = { the, given, seen, until };
  switch (tls.failure) {
    case "version":
      return failed("tls.version", seen);
    case "client-certificate-required":
      return failed("tls.client-cert", seen);
    case "alert":
      return failed("tls.alert", seen);
    case "handshake-failure":
      return judgeHandshakeFailure(failure);
    case "not-tls":
      return judgeNotTls(failure);
    case "timeout":
      return judgeStall(failure);
    case "reset":
    case "closed":
      return judgeCut(failure);
    default:
      return until("decide.control-name");
  }
}

/** Servers of TLS 1.2 say handshake_failure both for a missing certificate and for no suite. */
function judgeHandshakeFailure({ the, given, seen, until }: Failure): LayerResult {
  const flight = the.book.get("server-flight", given);
  if (!flight) return until("decide.server-flight", "server-flight");
  if (!flight.messages.includes(certificateRequest)) return failed("tls.alert", seen);
  return failed("tls.client-cert", seen, reason("reason.tls.certificate-request"));
}

function judgeNotTls({ the, given, seen, until }: Failure): LayerResult {
  const plain = the.book.get("plain-http", given);
  if (!plain) return until("decide.plain-http", "plain-http");
  const words = plain.ok ? blockWords(plain, given.host, false) : undefined;
  if (words) return failed("http.block-page", seen, reason("reason.http.block-page", { words }));
  const speaksHttp = reason("reason.tls.speaks-http");
  return undecided("tls", reason("decide.provider-says"), [], seen, speaksHttp);
}

function judgeStall(failure: Failure): LayerResult {
  const { the, given, seen, until } = failure;
  const control = the.book.get("control-name", given);
  const small = the.book.get("small-answer", given);
  const plain = the.book.get("plain-http", given);
  if (!control || !small || !plain) {
    return until("decide.control-name", "control-name", "small-answer", "plain-http");
  }
  const answered = answeringControl(control);
  if (answered !== undefined) return failed("tls.sni-drop", seen, controlAnswered(answered));
  // A server that waits for the end of a line never answers a ClientHello.
  if (plain.ok) return judgeNotTls(failure);
  if (small.ok) return failed("tls.mtu-blackhole", seen, reason("reason.tls.small-answer"));
  return failed("tls.silent", seen, reason("reason.tls.control-fails"));
}

function judgeCut({ the, given, seen, until }: Failure): LayerResult {
  const control = the.book.get("control-name", given);
  if (!control) return until("decide.control-name", "control-name");
  const answered = answeringControl(control);
  if (answered !== undefined) return failed("tls.sni-reset", seen, controlAnswered(answered));
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
