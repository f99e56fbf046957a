/**
 * The closed list of what may be said about one endpoint, deepest nodes first named by
 * `layer.finding`, and their common parents (`tcp`, `tls`, …) for when two of them look alike and
 * the test that separates them could not run.
 */
export const verdicts = [
  "ok",
  "clock.skew",
  "local.hosts-override",
  "local.pac-wrong",
  "local.agent-down",
  "local.agent-certificate",
  "net.offline",
  "net.no-route",
  "dns.nxdomain",
  "dns.servfail",
  "dns.refused",
  "dns.timeout",
  "dns.nodata",
  "dns.sinkhole",
  "dns.hijack",
  "ip.drift",
  "ip.dead-host",
  "tcp.drop",
  "tcp.reject",
  "tcp.closed",
  "tls.sni-reset",
  "tls.sni-drop",
  "tls.reset",
  "tls.silent",
  "tls.mtu-blackhole",
  "tls.intercepted",
  "tls.expired",
  "tls.not-yet-valid",
  "tls.wrong-host",
  "tls.untrusted",
  "tls.version",
  "tls.client-cert",
  "tls.alert",
  "http.block-page",
  "http.proxy-auth",
  "http.proxy-denied",
  "http.status",
  "http.silent",
  "ldap.not-speaking",
  "svc.down",
  "insufficient",
  "dns",
  "tcp",
  "tls",
  "http",
] as const;

export type Verdict = (typeof verdicts)[number];

/** Who can act on a cause. */
export const owners = [
  "user",
  "pc-admin",
  "network",
  "dns",
  "security",
  "proxy",
  "provider",
] as const;

export type Owner = (typeof owners)[number];

/** The verdict of a check: yes, no, cannot tell, does not apply here. */
export const checkVerdicts = ["pass", "fail", "unknown", "not-applicable"] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** How sure a finding is. */
export const certainties = ["confirmed", "likely", "possible", "ruled-out"] as const;
export type Certainty = (typeof certainties)[number];

/** Causes outside the network. A guide may add its own. */
export const localCauses = [
  "browser.unsupported",
  "site.not-trusted",
  "site.mistyped",
  "popup.blocked",
  "toolbar.present",
  "program.missing",
  "program.outdated",
  "program.stopped",
  "program.conflict",
  "certificate.missing",
  "certificate.expired",
  "certificate.distrusted",
  "file.missing",
  "local-network-access.denied",
  "proxy.captures-loopback",
  "local.name-missing",
] as const;

/** Every cause that Jochi itself knows; a guide may add more. */
export const knownCauses: readonly string[] = [...verdicts, ...localCauses];
