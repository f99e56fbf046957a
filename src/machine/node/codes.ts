import type { DnsFailure, Failure, TlsFailure } from "../failure.ts";

/** What Node, libuv, OpenSSL and c-ares call expected trouble, in Jochi's words. */

const socketWords: Record<string, Failure> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "host-unreachable",
  EHOSTDOWN: "host-unreachable",
  ENETUNREACH: "net-unreachable",
  ENETDOWN: "net-unreachable",
  EADDRNOTAVAIL: "net-unreachable",
  ETIMEDOUT: "timeout",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  EACCES: "not-permitted",
  EPERM: "not-permitted",
};

const fileWords: Record<string, Failure> = {
  EACCES: "not-permitted",
  EPERM: "not-permitted",
  EFBIG: "too-large",
  ERR_FS_FILE_TOO_LARGE: "too-large",
};

/** The handshake ended in an alert or in bytes that are no TLS; ERR_SSL_ is cut off. */
const tlsWords: Record<string, TlsFailure> = {
  WRONG_VERSION_NUMBER: "not-tls",
  HTTP_REQUEST: "not-tls",
  HTTPS_PROXY_REQUEST: "not-tls",
  PACKET_LENGTH_TOO_LONG: "not-tls",
  RECORD_LENGTH_MISMATCH: "not-tls",
  UNEXPECTED_MESSAGE: "not-tls",
  UNKNOWN_PROTOCOL: "not-tls",
  BAD_RECORD_TYPE: "not-tls",
  RECORD_TOO_SMALL: "not-tls",
  ENCRYPTED_LENGTH_TOO_LONG: "not-tls",
  TLSV1_ALERT_PROTOCOL_VERSION: "version",
  UNSUPPORTED_PROTOCOL: "version",
  NO_PROTOCOLS_AVAILABLE: "version",
  VERSION_TOO_LOW: "version",
  TLSV1_ALERT_INSUFFICIENT_SECURITY: "version",
  SSLV3_ALERT_HANDSHAKE_FAILURE: "handshake-failure",
  TLSV13_ALERT_MISSING_EXTENSION: "handshake-failure",
  TLSV1_ALERT_MISSING_EXTENSION: "handshake-failure",
  TLSV13_ALERT_CERTIFICATE_REQUIRED: "client-certificate-required",
  SSLV3_ALERT_BAD_CERTIFICATE: "client-certificate-required",
  SSLV3_ALERT_NO_CERTIFICATE: "client-certificate-required",
  SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: "client-certificate-required",
  SSLV3_ALERT_CERTIFICATE_UNKNOWN: "client-certificate-required",
  TLSV1_ALERT_UNKNOWN_CA: "client-certificate-required",
};

const dnsWords: Record<string, DnsFailure> = {
  ENOTFOUND: "nxdomain",
  ENODATA: "nodata",
  ESERVFAIL: "servfail",
  EREFUSED: "refused",
  ETIMEOUT: "timeout",
  ECANCELLED: "timeout",
  ECONNREFUSED: "closed",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
};

export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? "unknown").slice(0, 100);
}

/** Node reports an orderly end in the middle of something as ECONNRESET, without a system call. */
function endedInOrder(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return code === "ECONNRESET" && syscall === undefined;
}

export function socketFailure(error: unknown): { failure: Failure; code: string } {
  const code = codeOf(error);
  if (endedInOrder(error)) return { failure: "closed", code };
  return { failure: socketWords[code] ?? "other", code };
}

export function fileFailure(error: unknown): { failure: Failure; code: string } {
  const code = codeOf(error);
  return { failure: fileWords[code] ?? "unreadable", code };
}

export function tlsFailure(error: unknown): { failure: TlsFailure; code: string } {
  const code = codeOf(error);
  if (!code.startsWith("ERR_SSL_")) {
    const { failure } = socketFailure(error);
    const same = failure === "reset" || failure === "closed" || failure === "timeout";
    return { failure: same ? failure : "other", code };
  }
  const reason = code.slice("ERR_SSL_".length);
  const word = tlsWords[reason] ?? (reason.includes("_ALERT_") ? "alert" : "other");
  return { failure: word, code };
}

/** After the handshake a failure may belong to the session (a late alert) or to the way. */
export function streamFailure(error: unknown): { failure: Failure | TlsFailure; code: string } {
  const isTls = codeOf(error).startsWith("ERR_SSL_");
  return isTls ? tlsFailure(error) : socketFailure(error);
}

export function dnsFailure(code: string): DnsFailure {
  return dnsWords[code] ?? "other";
}
