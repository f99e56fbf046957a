import type { UnknownCode } from "../../policy.ts";

/**
 * What may stand in a policy, by what it means for a proof. A word in none of these lists may narrow
 * the policy: then the policy matches only perhaps. Source: FortiOS 7.4 CLI reference,
 * `config firewall policy` and `config firewall security-policy`.
 */

/** Read by the reader itself. */
export const understood: ReadonlySet<string> = new Set(
  `action status srcintf dstintf srcaddr dstaddr srcaddr6 dstaddr6 srcaddr4 dstaddr4 service schedule
  srcaddr-negate dstaddr-negate srcaddr6-negate dstaddr6-negate service-negate
  nat46 nat64 outbound`.split(/\s+/),
);

/** Does not change which new connections the policy permits. */
export const harmless: ReadonlySet<string> = new Set(
  `policyid name uuid uuid-idx comments label global-label custom-log-fields
  logtraffic logtraffic-start log-http-transaction log-unmatched-traffic capture-packet
  nat ippool poolname poolname6 fixedport port-preserve port-random natip natinbound natoutbound
  permit-any-host permit-stun-host pcp-inbound pcp-outbound pcp-poolname rtp-nat rtp-addr cgn-eif
  cgn-eim cgn-log-server-grp cgn-resource-quota cgn-session-quota match-vip match-vip-only
  utm-status utm-inspection-mode inspection-mode profile-type profile-group profile-protocol-options
  ssl-ssh-profile av-profile webfilter-profile dnsfilter-profile emailfilter-profile
  spamfilter-profile dlp-profile dlp-sensor file-filter-profile ips-sensor application-list
  voip-profile ips-voip-filter sctp-filter-profile diameter-filter-profile virtual-patch-profile
  icap-profile videofilter-profile waf-profile ssh-filter-profile casb-profile cifs-profile
  mms-profile pfcp-profile gtp-profile isolator-profile scan-botnet-connections
  auto-asic-offload np-acceleration delay-tcp-npu-session delay-tcp-npu-sessoin anti-replay
  tcp-session-without-syn tcp-mss-sender tcp-mss-receiver session-ttl timeout-send-rst
  send-deny-packet firewall-session-dirty schedule-timeout dsri block-notification
  traffic-shaper traffic-shaper-reverse per-ip-shaper dynamic-shaping passive-wan-health-measurement
  app-monitor vlan-cos-fwd vlan-cos-rev diffserv-copy diffserv-forward diffserv-reverse
  diffservcode-forward diffservcode-rev wccp fec wanopt wanopt-detection wanopt-passive-opt
  wanopt-peer wanopt-profile webcache webcache-https webproxy-profile webproxy-forward-server
  replacemsg-override-group redirect-url auth-path auth-cert auth-redirect-addr
  captive-portal-exempt radius-mac-auth-bypass radius-ip-auth-bypass disclaimer-delegate
  email-collect fsso fsso-agent-for-ntlm ntlm-guest ntlm-enabled-browsers
  vpntunnel inbound ssl-mirror ssl-mirror-intf decrypted-traffic-mirror learning-mode
  geoip-anycast geoip-match reputation-direction reputation-direction6 tos-mask
  enforce-default-app-port ztna-tags-match-logic eif-check eif-learn telemetry-profile`.split(
    /\s+/,
  ),
);

/** Narrows the policy by something that a file cannot tell. */
export const narrowing: Readonly<Record<string, UnknownCode>> = {
  groups: "user",
  users: "user",
  "fsso-groups": "user",
  rsso: "user",
  ntlm: "user",
  disclaimer: "user",
  "identity-based": "user",
  "identity-based-route": "user",
  "policy-expiry": "schedule",
  "policy-expiry-date": "schedule",
  "policy-expiry-date-utc": "schedule",
  application: "application",
  "app-category": "application",
  "app-group": "application",
  "url-category": "application",
  "ztna-ems-tag": "dynamic-group",
  "ztna-ems-tag-secondary": "dynamic-group",
  "ztna-geo-tag": "dynamic-group",
  "ztna-status": "dynamic-group",
  "ztna-device-ownership": "dynamic-group",
  "network-service-dynamic": "dynamic-group",
  "network-service-src-dynamic": "dynamic-group",
  sgt: "dynamic-group",
  "sgt-check": "dynamic-group",
};

/** Switches to lists of services that the vendor keeps, in the place of addresses. */
export const internetServices = /^internet-service(6)?(-|$)/;

/** What a full configuration prints for a condition that is not set. */
export const neutral: ReadonlySet<string> = new Set([
  "",
  "disable",
  "none",
  "0",
  "0x00",
  "0000-00-00",
  "00:00:00",
]);
