import { parseAddresses } from "../../src/firewall/address.ts";
import { flowsOf } from "../../src/firewall/flow.ts";
import { recognise } from "../../src/firewall/read/index.ts";
import type { Source } from "../../src/firewall/source.ts";
import type { Verification } from "../../src/firewall/verify/verification.ts";
import { verify } from "../../src/firewall/verify/verify.ts";
import { writerFor } from "../../src/firewall/write/index.ts";
import { guide } from "../cli/_evidence.ts";

const today = "2026-11-26";
const given = "10.20.0.0/16";

export interface Hook {
  hook?: "forward" | "input" | "output";
}

/** What is proved of a configuration, and what would mend it. */
export async function verified(text: string, { hook }: Hook = {}): Promise<Verification> {
  const source: Source = {
    file: "config",
    bytes: new TextEncoder().encode(text),
    text: () => text,
  };
  const reader = await recognise(source);
  const options = { hook, list: undefined, ipset: undefined, today };
  const policy = reader.read(source, options);
  return verify({
    source,
    policy,
    guide,
    flows: flowsOf(guide),
    sources: parseAddresses(given)!,
    sourcesGiven: [given],
    crossing: { input: undefined, output: undefined },
    audit: "none",
    today,
    writer: writerFor(policy.vendor),
  });
}

const pay = "203.175.190.200";
const ldap = "203.233.91.0";

const iptables = (...rules: string[]) => `*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT DROP [0:0]
:USERS - [0:0]
${rules.join("\n")}
COMMIT
`;
const answers = "-m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT";

const nft = (family: string, table: string, ...rules: string[]) => `table ${family} ${table} {
	chain way {
		type filter hook forward priority filter; policy drop;
		comment "what goes out"
		ct state established,related accept
		ip saddr ${given} jump users
	}
	chain users {
		ip daddr ${pay} tcp dport 443 accept
${rules.map((rule) => `\t\t${rule}\n`).join("")}	}
}
`;

const ios = (out: string[], back: string[] = []) => `hostname r1
interface GigabitEthernet0/0
 ip address 10.20.0.1 255.255.0.0
 ip access-group USERS in
interface GigabitEthernet0/1
 ip address 198.51.100.2 255.255.255.0
${back.length > 0 ? " ip access-group BACK in\n" : ""}ip route 0.0.0.0 0.0.0.0 198.51.100.1
ip access-list extended USERS
${out.map((line) => ` ${line}\n`).join("")}${back.length > 0 ? "ip access-list extended BACK\n" : ""}${back
  .map((line) => ` ${line}\n`)
  .join("")}end
`;

const asa = (...lines: string[]) => `ASA Version 9.12(4)
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.2 255.255.255.0
interface GigabitEthernet0/1
 nameif inside
 security-level 100
 ip address 10.20.0.1 255.255.0.0
${lines.map((line) => `access-list ${line}\n`).join("")}access-group INS in interface inside
route outside 0.0.0.0 0.0.0.0 198.51.100.1 1
: end
`;

const panosAll = "application any service any";
const panos = (...rules: string[]) => `set deviceconfig system hostname pa
set network interface ethernet ethernet1/1 layer3 ip 10.20.0.1/16
set network interface ethernet ethernet1/2 layer3 ip 198.51.100.2/24
set zone trust network layer3 ethernet1/1
set zone untrust network layer3 ethernet1/2
${rules.map((rule) => `set rulebase security rules ${rule}\n`).join("")}`;

const fortiPolicy = (number: number, address: string, service: string, action: string) =>
  `    edit ${number}
        set srcintf "port1"
        set dstintf "port2"
        set srcaddr "all"
        set dstaddr "${address}"
        set action ${action}
        set schedule "always"
        set service "${service}"
    next
`;
const fortios = (...policies: string[]) => `#config-version=FGT60F-7.2.4-FW-build1396-230131
config system interface
    edit "port1"
        set ip 10.20.0.1 255.255.0.0
    next
    edit "port2"
        set ip 198.51.100.2 255.255.255.0
    next
end
config firewall address
    edit "pay"
        set subnet ${pay} 255.255.255.255
    next
    edit "ldap"
        set subnet ${ldap} 255.255.255.0
    next
end
config firewall policy
${policies.join("")}end
`;

const srx = (...lines: string[]) => `set system host-name srx
set interfaces ge-0/0/0 unit 0 family inet address 10.20.0.1/16
set interfaces ge-0/0/1 unit 0 family inet address 198.51.100.2/24
set security zones security-zone trust interfaces ge-0/0/0.0
set security zones security-zone untrust interfaces ge-0/0/1.0
set routing-options static route 0.0.0.0/0 next-hop 198.51.100.1
set security address-book global address ldap ${ldap}/24
${lines.map((line) => `set security policies ${line}\n`).join("")}`;
const srxPolicy = (where: string, name: string, to: string, application: string, then: string) => [
  `${where} policy ${name} match source-address any`,
  `${where} policy ${name} match destination-address ${to}`,
  `${where} policy ${name} match application ${application}`,
  `${where} policy ${name} then ${then}`,
];
const between = "from-zone trust to-zone untrust";

/** Configurations that deny, each in a place of its own; the vendor stands before the colon. */
export const cases: [name: string, config: string, how?: Hook][] = [
  [
    "iptables: before a line of a user chain",
    iptables(
      `-A FORWARD ${answers}`,
      "-A FORWARD -s 10.20.0.0/16 -j USERS",
      `-A USERS -d ${pay}/32 -p tcp -j ACCEPT`,
      `-A USERS -d ${ldap}/24 -j DROP`,
      "-A USERS -p tcp -m tcp --dport 80 -j ACCEPT",
      "-A USERS -j REJECT --reject-with icmp-port-unreachable",
    ),
  ],
  [
    "iptables: two chains deny, each something else",
    iptables(
      `-A FORWARD ${answers}`,
      `-A FORWARD -d ${pay}/32 -j DROP`,
      "-A FORWARD -s 10.20.0.0/16 -j USERS",
      `-A USERS -d ${ldap}/24 -j DROP`,
      "-A USERS -p tcp -j ACCEPT",
    ),
  ],
  ["iptables: nothing lets answers back", iptables("-A FORWARD -s 10.20.0.0/16 -p tcp -j ACCEPT")],
  ["iptables: only a default denies", iptables(`-A FORWARD ${answers}`)],
  ["iptables: on a PC itself", iptables(`-A OUTPUT -d ${pay}/32 -j DROP`), { hook: "output" }],
  ["nftables: before a rule", nft("inet", "filter", `ip daddr ${ldap}/24 drop`, "accept")],
  ["nftables: a table of another name and family", nft("ip", "office", "counter reject")],
  [
    "nftables: by handle",
    nft("inet", "filter", `ip daddr ${ldap}/24 drop # handle 6`, "accept # handle 7"),
  ],
  [
    "cisco-asa: before a line, remarks counted",
    asa(
      `INS extended permit tcp any host ${pay} eq https`,
      "INS remark nothing else there",
      `INS extended deny ip any ${ldap} 255.255.255.0`,
      "INS extended permit tcp any any eq www",
      "INS extended deny ip any any",
    ),
  ],
  ["cisco-asa: at the end", asa(`INS extended permit tcp any host ${pay} eq https`)],
  [
    "cisco-ios: numbers that leave no room",
    ios(["10 permit tcp any any eq 80", `20 deny ip any ${ldap} 0.0.0.255`, "30 deny ip any any"]),
  ],
  [
    "cisco-ios: numbers that leave room",
    ios([
      "10 permit tcp any any eq 80",
      `500 deny ip any ${ldap} 0.0.0.255`,
      "510 deny ip any any",
    ]),
  ],
  ["cisco-ios: no numbers", ios(["permit tcp any any eq 80", "deny ip any any"])],
  ["cisco-ios: at the end", ios(["permit tcp any any eq 80"])],
  [
    "cisco-ios: the answers too",
    ios(["permit tcp any any eq 80", "deny ip any any"], ["deny ip any any"]),
  ],
  [
    "panos: before a rule",
    panos(
      `pay from trust to untrust source any destination ${pay} ${panosAll} action allow`,
      `noldap from trust to untrust source any destination ${ldap}/24 ${panosAll} action deny`,
      `end from any to any source any destination any ${panosAll} action deny`,
    ),
  ],
  [
    "panos: at the end",
    panos(`pay from trust to untrust source any destination ${pay} ${panosAll} action allow`),
  ],
  ["panos: no rule but the defaults", panos()],
  [
    "fortios: before a policy",
    fortios(
      fortiPolicy(5, "pay", "HTTPS", "accept"),
      fortiPolicy(3, "ldap", "ALL", "deny"),
      fortiPolicy(9, "all", "HTTP", "accept"),
    ),
  ],
  ["fortios: at the end", fortios(fortiPolicy(5, "pay", "HTTPS", "accept"))],
  [
    "juniper-srx: before a policy",
    srx(
      ...srxPolicy(between, "noldap", "ldap", "any", "deny"),
      ...srxPolicy(between, "web", "any", "junos-http", "permit"),
    ),
  ],
  [
    "juniper-srx: before a global policy",
    srx(
      ...srxPolicy("global", "noldap", "ldap", "any", "deny"),
      ...srxPolicy("global", "web", "any", "junos-http", "permit"),
    ),
  ],
  ["juniper-srx: at the end", srx(...srxPolicy(between, "web", "any", "junos-http", "permit"))],
];
