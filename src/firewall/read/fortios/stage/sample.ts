import type { Policy } from "../../../policy.ts";
import { sourceOfText } from "../../../source.ts";
import { fortios } from "../../fortios.ts";
import { noOptions } from "../../reader.ts";

/** For tests: objects of every kind, and a policy in which a test changes what it is about. */
export const objects = `#config-version=FGT60F-7.4.1-FW-build2463-230830:opmode=0:vdom=0:user=admin
config system interface
    edit "port1"
        set vdom "root"
        set ip 10.20.0.1 255.255.0.0
        config secondaryip
            edit 1
                set ip 10.30.0.1 255.255.255.0
            next
        end
    next
    edit "port2"
        set ip 198.51.100.1 255.255.255.252
        config ipv6
            set ip6-address 2001:db8:f::1/64
        end
    next
    edit "port3"
        set ip 10.40.0.1 255.255.255.0
    next
end
config system zone
    edit "inside"
        set interface "port1" "port3"
    next
end
config firewall address
    edit "all"
        set uuid 00000000-0000-0000-0000-000000000000
    next
    edit "pcs"
        set subnet 10.20.0.0 255.255.0.0
        set comment "say \\"end\\" and
next
end"
    next
    edit "printers"
        set type iprange
        set start-ip 10.20.9.10
        set end-ip 10.20.9.19
    next
    edit "bank"
        set subnet 203.0.113.7 255.255.255.255
    next
    edit "bank name"
        set type fqdn
        set fqdn "pay.example.kr"
    next
    edit "korea"
        set type geography
        set country "KR"
    next
    edit "odd hosts"
        set type wildcard
        set wildcard 10.20.0.9 255.255.0.255
    next
    edit "tagged"
        set type dynamic
        set sub-type ems-tag
    next
    edit "card"
        set type mac
        set macaddr "00:11:22:33:44:55"
    next
end
config firewall address6
    edit "bank6"
        set ip6 2001:db8:b::/48
    next
end
config firewall addrgrp
    edit "desks"
        set member "pcs"
        set exclude enable
        set exclude-member "printers"
    next
    edit "banks"
        set member "bank" "korea"
    next
    edit "round"
        set member "bank" "again"
    next
    edit "again"
        set member "round"
    next
end
config firewall service custom
    edit "HTTPS"
        set tcp-portrange 443
    next
    edit "pay"
        set tcp-portrange 7443 8000-8010 9000:1024-65535
        set udp-portrange 7443
    next
    edit "echo"
        set protocol ICMP
        set icmptype 8
        unset icmpcode
    next
    edit "tunnel"
        set protocol IP
        set protocol-number 47
    next
end
config firewall service group
    edit "web"
        set member "HTTP" "HTTPS"
    next
    edit "webs"
        set member "web" "pay"
    next
end
`;

const usual: Record<string, string> = {
  srcintf: '"port1"',
  dstintf: '"port2"',
  action: "accept",
  srcaddr: '"all"',
  dstaddr: '"all"',
  schedule: '"always"',
  service: '"ALL"',
};

/**
 * A configuration with one policy, and the line of it. What is given replaces the usual words, and
 * `- word` takes one away.
 */
export function withPolicy(changes = ""): { text: string; line: number } {
  const lines = changes.split("\n").map((line) => line.trim());
  const set = { ...usual };
  for (const line of lines) {
    const [word = "", ...rest] = line.split(" ");
    if (word === "-") delete set[rest[0]!];
    else if (word !== "") set[word] = rest.join(" ");
  }
  const body = Object.entries(set).map(([word, value]) => `        set ${word} ${value}`);
  const head = `${objects}config firewall policy\n`;
  return {
    text: `${head}    edit 7\n${body.join("\n")}\n    next\nend\n`,
    line: head.split("\n").length,
  };
}

export const pc = "10.20.1.5 > 203.0.113.7";

export function read(text: string, list?: string, today?: string): Policy {
  return fortios.read(sourceOfText(text), { ...noOptions, list, today });
}
