import type { Policy } from "../../../policy.ts";
import { sourceOfText } from "../../../source.ts";
import { juniperSrx } from "../../juniper-srx.ts";
import { noOptions } from "../../reader.ts";

/** For tests: objects of every kind, and a policy in which a test changes what it is about. */
export const objects = `set version 21.4R3
set system host-name fw
set security zones security-zone trust interfaces ge-0/0/0.0
set security zones security-zone untrust interfaces ge-0/0/1.0
set security zones security-zone untrust address-book address local-only 203.0.113.9/32
set interfaces ge-0/0/0 unit 0 family inet address 10.20.0.1/16
set interfaces ge-0/0/1 unit 0 family inet address 198.51.100.1/30
set routing-options static route 0.0.0.0/0 next-hop 198.51.100.2
set routing-options static route 10.99.0.0/16 next-hop 10.20.0.9
set security address-book global address pcs 10.20.0.0/16
set security address-book global address pcs description "the { PCs } of #1; end"
set security address-book global address bank 203.0.113.7/32
set security address-book global address bank-name dns-name pay.example.kr
set security address-book global address pool range-address 10.20.9.10 to 10.20.9.19
set security address-book global address odd wildcard-address 10.20.0.9/255.255.0.255
set security address-book global address six 2001:db8:b::/48
set security address-book global address-set banks address bank
set security address-book global address-set banks address-set more
set security address-book global address-set more address pool
set security address-book global address-set round address bank
set security address-book global address-set round address-set again
set security address-book global address-set again address-set round
set security address-book inside address bank 10.20.7.7/32
set security address-book inside attach zone trust
set applications application pay protocol tcp
set applications application pay destination-port 7443
set applications application both term a protocol tcp
set applications application both term a destination-port 8000-8010
set applications application both term b protocol udp source-port 1024-65535 destination-port domain
set applications application odd-one protocol udp
set applications application odd-one rpc-program-number 100
set applications application echo protocol icmp
set applications application echo icmp-type echo-request
set applications application-set web application junos-http
set applications application-set web application-set secure
set applications application-set secure application junos-https
set applications application-set secure application pay
`;

/** What a test says about the policy. */
export interface Changes {
  /** Lines of policy `p` besides the usual ones or in their place; `-x` takes those with x away. */
  policy?: string;
  /** Whole statements. */
  also?: string;
}

const usual = [
  "match source-address any",
  "match destination-address any",
  "match application any",
  "then permit",
];

export function withPolicy({ policy = "", also = "" }: Changes): string {
  const changes = policy
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const starts = changes.map((line) => line.split(" ").slice(0, 2).join(" ").replace(/^-/, ""));
  const kept = usual.filter(
    (line) => !starts.some((start) => start !== "" && line.startsWith(start.slice(0, 24))),
  );
  const added = changes.filter((line) => !line.startsWith("-"));
  const head = "set security policies from-zone trust to-zone untrust policy p ";
  return `${objects}${[...kept, ...added].map((line) => head + line).join("\n")}\n${also}\n`;
}

/** Where the policy begins. */
export const policyLine = objects.split("\n").length;
export const pc = "10.20.1.5 > 203.0.113.7";

export function read(text: string, list?: string, today?: string): Policy {
  return juniperSrx.read(sourceOfText(text), { ...noOptions, list, today });
}
