import type { DnsFailure, Failure, TlsFailure } from "../failure.ts";

/** What Node, libuv, OpenSSL and c-ares call expected trouble, in Jochi's words. */

const socketWords: Record<string, Failure> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "host-unreachable",
  // ICMP host unknown, host isolated and protocol unreachable: all an answer about the host.
  EHOSTDOWN: "host-unreachable",
  ENONET: "host-unreachable",
  ENOPROTOOPT: "host-unreachable",
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

/** Answers that are no TLS, or another version of it, by OpenSSL reason; ERR_SSL_ is cut off. */
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
  DATA_LENGTH_TOO_LONG: "not-tls",
  UNSUPPORTED_PROTOCOL: "version",
  NO_PROTOCOLS_AVAILABLE: "version",
  VERSION_TOO_LOW: "version",
  // Alerts that OpenSSL does not call so.
  TLSV1_UNSUPPORTED_EXTENSION: "alert",
  TLSV1_CERTIFICATE_UNOBTAINABLE: "alert",
  TLSV1_UNRECOGNIZED_NAME: "alert",
  TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE: "alert",
  TLSV1_BAD_CERTIFICATE_HASH_VALUE: "alert",
};

/** Alerts by their own name: OpenSSL's prefix (SSLV3_, TLSV1_, SSL/TLS_) changes with its version. */
const alertWords: Record<string, TlsFailure> = {
  PROTOCOL_VERSION: "version",
  INSUFFICIENT_SECURITY: "version",
  HANDSHAKE_FAILURE: "handshake-failure",
  MISSING_EXTENSION: "handshake-failure",
  CERTIFICATE_REQUIRED: "client-certificate-required",
  NO_CERTIFICATE: "client-certificate-required",
  BAD_CERTIFICATE: "client-certificate-required",
  UNSUPPORTED_CERTIFICATE: "client-certificate-required",
  CERTIFICATE_UNKNOWN: "client-certificate-required",
  UNKNOWN_CA: "client-certificate-required",
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
  EHOSTDOWN: "unreachable",
  ENONET: "unreachable",
  ENOPROTOOPT: "unreachable",
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

/** ICMP parameter problem; elsewhere Node gives this code to an error of the TLS session. */
function isIcmpAnswer(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return code === "EPROTO" && syscall === "connect";
}

export function socketFailure(error: unknown): { failure: Failure; code: string } {
  const code = codeOf(error);
  if (endedInOrder(error)) return { failure: "closed", code };
  if (isIcmpAnswer(error)) return { failure: "host-unreachable", code };
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
  const alert = /(?:^|_)ALERT_(.+)$/.exec(reason)?.[1];
  if (alert !== undefined) return { failure: alertWords[alert] ?? "alert", code };
  return { failure: tlsWords[reason] ?? "other", code };
}

/** After the handshake a failure may belong to the session (a late alert) or to the way. */
export function streamFailure(error: unknown): { failure: Failure | TlsFailure; code: string } {
  const isTls = codeOf(error).startsWith("ERR_SSL_");
  return isTls ? tlsFailure(error) : socketFailure(error);
}

export function dnsFailure(code: string): DnsFailure {
  return dnsWords[code] ?? "other";
}
