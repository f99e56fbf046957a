import type { Walk } from "../evidence/facts.ts";
import type { HttpAnswer, HttpOutcome } from "../evidence/outcome.ts";
import { holderOf } from "./address.ts";
import { blockWords, foreignTargets } from "./block-page.ts";
import type { Case } from "./case.ts";
import { failed, type LayerResult, passed, reason, rounded, undecided } from "./layer.ts";
import { isVouchedFor } from "./walk.ts";

/** The application step: HTTP, LDAP, or nothing for a bare TCP port. */
export function judgeApp(
  the: Case,
  walk: Pick<Walk, "tls" | "http" | "ldap">,
  host: string,
): LayerResult | undefined {
  const { http, ldap } = walk;
  if (http) return judgeHttp(the, http, host, isVouchedFor(walk));
  if (!ldap) return undefined;
  if (ldap.speaks) return passed(reason("reason.ldap.ok", { ms: rounded(ldap.answer.ms) }));
  const { answer } = ldap;
  const seen = answer.ok
    ? reason("reason.ldap.not-ldap")
    : reason("reason.ldap.silent", { ms: rounded(answer.ms) });
  return failed("ldap.not-speaking", seen);
}

function judgeHttp(the: Case, http: HttpOutcome, host: string, vouchedFor: boolean): LayerResult {
  if (!http.ok) return judgeHttpFailure(http);
  const { status, headers } = http;
  if (status === 407) {
    const scheme = headers["proxy-authenticate"] ?? "";
    return failed("http.proxy-auth", reason("reason.proxy.auth", { scheme }));
  }
  const words = blockWords(http, host, vouchedFor) ?? sharedTarget(the, http, host);
  if (words) return failed("http.block-page", reason("reason.http.block-page", { words }));
  // A server that names the day it will be back has said itself that it is down.
  if (status === 503 && headers["retry-after"] !== undefined) {
    return failed("svc.down", reason("reason.http.retry-after", { status }));
  }
  if (status >= 500) return failed("http.status", reason("reason.http.status", { status }));
  return passed(reason("reason.http.ok", { status }));
}

/** One stranger to whom unrelated names all send their readers is a filter or a log-in page. */
function sharedTarget(the: Case, http: HttpAnswer, host: string): string | undefined {
  const own = new Set(foreignTargets(http, host).map(({ hostname }) => hostname));
  if (own.size === 0) return undefined;
  for (const { with: given, fact } of the.book.all("row")) {
    if (!fact.http?.ok || holderOf(given.host) === holderOf(host)) continue;
    const shared = foreignTargets(fact.http, given.host).find(({ hostname }) => own.has(hostname));
    if (shared) return shared.hostname;
  }
  return undefined;
}

function judgeHttpFailure(http: Extract<HttpOutcome, { ok: false }>): LayerResult {
  switch (http.failure) {
    case "timeout":
      return failed("http.silent", reason("reason.http.silent", { ms: rounded(http.ms) }));
    case "client-certificate-required":
      return failed(
        "tls.client-cert",
        reason("reason.tls.client-certificate-required", { code: http.code ?? "" }),
      );
    case "alert":
    case "handshake-failure":
      return failed("tls.alert", reason("reason.tls.alert", { code: http.code ?? "" }));
    default:
      // Headers that no parser likes are HTTP all the same, and browsers take them.
      if (
        /^HPE_(INVALID_HEADER|LF_EXPECTED|CR_EXPECTED|UNEXPECTED_|INVALID_CHUNK)/.test(
          http.code ?? "",
        )
      ) {
        return passed(reason("reason.http.untidy"));
      }
      return undecided(
        "http",
        reason("decide.peer"),
        [],
        reason("reason.http.reset", { code: http.code ?? http.failure }),
      );
  }
}
