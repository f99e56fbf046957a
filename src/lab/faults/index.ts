import type { Words } from "../../guide/words.ts";
import { WordedError } from "../worded-error.ts";
import { browserIeMode } from "./browser.ie-mode.ts";
import { browserUnsupported } from "./browser.unsupported.ts";
import { certificateDistrusted } from "./certificate.distrusted.ts";
import { certificateExpired } from "./certificate.expired.ts";
import { certificateMissing } from "./certificate.missing.ts";
import { certificateRetired } from "./certificate.retired.ts";
import { clockAhead } from "./clock.ahead.ts";
import { clockBehind } from "./clock.behind.ts";
import { dnsClosed } from "./dns.closed.ts";
import { dnsHijack } from "./dns.hijack.ts";
import { dnsNodata } from "./dns.nodata.ts";
import { dnsNxdomain } from "./dns.nxdomain.ts";
import { dnsOneResolverDead } from "./dns.one-resolver-dead.ts";
import { dnsRefused } from "./dns.refused.ts";
import { dnsServfail } from "./dns.servfail.ts";
import { dnsSinkhole } from "./dns.sinkhole.ts";
import { dnsSinkholeLoopback } from "./dns.sinkhole-loopback.ts";
import { dnsTimeout } from "./dns.timeout.ts";
import { dnsWildcard } from "./dns.wildcard.ts";
import type { Fault } from "./fault.ts";
import { fileMissing } from "./file.missing.ts";
import { httpBlockPage } from "./http.block-page.ts";
import { httpProxyAuth } from "./http.proxy-auth.ts";
import { httpProxyDeniedHost } from "./http.proxy-denied-host.ts";
import { httpProxyDeniedPort } from "./http.proxy-denied-port.ts";
import { httpRedirect } from "./http.redirect.ts";
import { httpReset } from "./http.reset.ts";
import { httpSilent } from "./http.silent.ts";
import { httpStatus } from "./http.status.ts";
import { ipDeadHost } from "./ip.dead-host.ts";
import { ipDrift } from "./ip.drift.ts";
import { ipDriftAdded } from "./ip.drift-added.ts";
import { ipDriftBlocked } from "./ip.drift-blocked.ts";
import { ipMovedBlocked } from "./ip.moved-blocked.ts";
import { ipRotation } from "./ip.rotation.ts";
import { ldapGarbage } from "./ldap.garbage.ts";
import { ldapSilent } from "./ldap.silent.ts";
import { lineDelay } from "./line.delay.ts";
import { lineJitter } from "./line.jitter.ts";
import { lineLoss } from "./line.loss.ts";
import { localAgentCertificate } from "./local.agent-certificate.ts";
import { localAgentDown } from "./local.agent-down.ts";
import { localAgentToken } from "./local.agent-token.ts";
import { localHostsOverride } from "./local.hosts-override.ts";
import { localHostsRight } from "./local.hosts-right.ts";
import { localNameMissing } from "./local.name-missing.ts";
import { localOlderAgent } from "./local.older-agent.ts";
import { localPacBroken } from "./local.pac-broken.ts";
import { localPacDeadProxy } from "./local.pac-dead-proxy.ts";
import { localNetworkAccessAsks } from "./local-network-access.asks.ts";
import { localNetworkAccessPolicy } from "./local-network-access.policy.ts";
import { localNetworkAccessRefused } from "./local-network-access.refused.ts";
import { netNoRoute } from "./net.no-route.ts";
import { netOffline } from "./net.offline.ts";
import { popupBlocked } from "./popup.blocked.ts";
import { programConflict } from "./program.conflict.ts";
import { programHalf } from "./program.half.ts";
import { programLeftover } from "./program.leftover.ts";
import { programMissing } from "./program.missing.ts";
import { programOutdated } from "./program.outdated.ts";
import { programServiceDisabled } from "./program.service-disabled.ts";
import { programServiceMissing } from "./program.service-missing.ts";
import { programStopped } from "./program.stopped.ts";
import { proxyHealthy } from "./proxy.healthy.ts";
import { proxyLoopbackFixed } from "./proxy.loopback-fixed.ts";
import { proxyLoopbackScript } from "./proxy.loopback-script.ts";
import { siteMachineOnly } from "./site.machine-only.ts";
import { siteMistyped } from "./site.mistyped.ts";
import { siteNeedless } from "./site.needless.ts";
import { siteNotTrusted } from "./site.not-trusted.ts";
import { sitePolicyList } from "./site.policy-list.ts";
import { siteWrongZone } from "./site.wrong-zone.ts";
import { svcDown } from "./svc.down.ts";
import { tcpClosed } from "./tcp.closed.ts";
import { tcpDrop } from "./tcp.drop.ts";
import { tcpIcmpAdminProhibited } from "./tcp.icmp-admin-prohibited.ts";
import { tcpIcmpHostProhibited } from "./tcp.icmp-host-prohibited.ts";
import { tcpIcmpHostUnreachable } from "./tcp.icmp-host-unreachable.ts";
import { tcpIcmpNetProhibited } from "./tcp.icmp-net-prohibited.ts";
import { tcpIcmpNetUnreachable } from "./tcp.icmp-net-unreachable.ts";
import { tcpIcmpPortUnreachable } from "./tcp.icmp-port-unreachable.ts";
import { tcpReset } from "./tcp.reset.ts";
import { tlsAlert } from "./tls.alert.ts";
import { tlsClientCertificate12 } from "./tls.client-certificate-1.2.ts";
import { tlsClientCertificate13 } from "./tls.client-certificate-1.3.ts";
import { tlsExpired } from "./tls.expired.ts";
import { tlsFin } from "./tls.fin.ts";
import { tlsIntercepted } from "./tls.intercepted.ts";
import { tlsInterceptedUntrusted } from "./tls.intercepted-untrusted.ts";
import { tlsMtuBlackhole } from "./tls.mtu-blackhole.ts";
import { tlsNotYetValid } from "./tls.not-yet-valid.ts";
import { tlsPlainHttp } from "./tls.plain-http.ts";
import { tlsReset } from "./tls.reset.ts";
import { tlsSelfSigned } from "./tls.self-signed.ts";
import { tlsSilent } from "./tls.silent.ts";
import { tlsSniDrop } from "./tls.sni-drop.ts";
import { tlsSniReset } from "./tls.sni-reset.ts";
import { tlsUnknownCa } from "./tls.unknown-ca.ts";
import { tlsVersion } from "./tls.version.ts";
import { tlsWrongHost } from "./tls.wrong-host.ts";
import { toolbarPresent } from "./toolbar.present.ts";

/** Every fault, by id. */
export const faults: readonly Fault[] = [
  browserIeMode,
  browserUnsupported,
  certificateDistrusted,
  certificateExpired,
  certificateMissing,
  certificateRetired,
  clockAhead,
  clockBehind,
  dnsClosed,
  dnsHijack,
  dnsNodata,
  dnsNxdomain,
  dnsOneResolverDead,
  dnsRefused,
  dnsServfail,
  dnsSinkhole,
  dnsSinkholeLoopback,
  dnsTimeout,
  dnsWildcard,
  fileMissing,
  httpBlockPage,
  httpProxyAuth,
  httpProxyDeniedHost,
  httpProxyDeniedPort,
  httpRedirect,
  httpReset,
  httpSilent,
  httpStatus,
  ipDeadHost,
  ipDrift,
  ipDriftAdded,
  ipDriftBlocked,
  ipMovedBlocked,
  ipRotation,
  ldapGarbage,
  ldapSilent,
  lineDelay,
  lineJitter,
  lineLoss,
  localNetworkAccessAsks,
  localNetworkAccessPolicy,
  localNetworkAccessRefused,
  localAgentCertificate,
  localAgentDown,
  localAgentToken,
  localHostsOverride,
  localHostsRight,
  localNameMissing,
  localOlderAgent,
  localPacBroken,
  localPacDeadProxy,
  netNoRoute,
  netOffline,
  popupBlocked,
  programConflict,
  programHalf,
  programLeftover,
  programMissing,
  programOutdated,
  programServiceDisabled,
  programServiceMissing,
  programStopped,
  proxyHealthy,
  proxyLoopbackFixed,
  proxyLoopbackScript,
  siteMachineOnly,
  siteMistyped,
  siteNeedless,
  siteNotTrusted,
  sitePolicyList,
  siteWrongZone,
  svcDown,
  tcpClosed,
  tcpDrop,
  tcpIcmpAdminProhibited,
  tcpIcmpHostProhibited,
  tcpIcmpHostUnreachable,
  tcpIcmpNetProhibited,
  tcpIcmpNetUnreachable,
  tcpIcmpPortUnreachable,
  tcpReset,
  tlsAlert,
  tlsClientCertificate12,
  tlsClientCertificate13,
  tlsExpired,
  tlsFin,
  tlsIntercepted,
  tlsInterceptedUntrusted,
  tlsMtuBlackhole,
  tlsNotYetValid,
  tlsPlainHttp,
  tlsReset,
  tlsSelfSigned,
  tlsSilent,
  tlsSniDrop,
  tlsSniReset,
  tlsUnknownCa,
  tlsVersion,
  tlsWrongHost,
  toolbarPresent,
];

/** A fault by `id` or `id:target`; what stands after the first colon is the target. */
export function faultNamed(name: string): { fault: Fault; target?: string } {
  const at = name.indexOf(":");
  const id = at < 0 ? name : name.slice(0, at);
  const fault = faults.find((one) => one.id === id);
  if (!fault) throw new FaultError(unknownFault(id));
  return at < 0 ? { fault } : { fault, target: name.slice(at + 1) };
}

/** A fault that is not there, or cannot be aimed as asked: the asker's mistake, not a bug. */
export class FaultError extends WordedError {
  override name = "FaultError";
}

function unknownFault(id: string): Words {
  const family = faults.filter((one) => one.id.split(".")[0] === id.split(".")[0]);
  const offered = (family.length > 0 ? family : faults).map((one) => one.id).join(", ");
  return {
    ko: `"${id}"라는 고장은 없습니다. 있는 것: ${offered}`,
    en: `no fault is called "${id}"; there are ${offered}`,
  };
}
