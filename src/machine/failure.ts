/** The words for expected trouble are part of the evidence format; the machine speaks them. */
export {
  type DnsFailure,
  dnsFailures,
  type Failure,
  failures,
  type Reading,
  type TlsFailure,
  tlsFailures,
} from "../evidence/outcome.ts";
