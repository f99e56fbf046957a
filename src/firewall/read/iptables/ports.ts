import { type Ranges, rangesOf } from "../../ranges.ts";
import { everyPort } from "./boxes.ts";

/** Names that people write instead of ports, the same for every protocol, from IANA's registry. */
const numbers: Readonly<Record<string, number>> = {
  "ftp-data": 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  time: 37,
  whois: 43,
  tacacs: 49,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  tftp: 69,
  gopher: 70,
  finger: 79,
  http: 80,
  www: 80,
  kerberos: 88,
  pop3: 110,
  sunrpc: 111,
  auth: 113,
  ident: 113,
  nntp: 119,
  ntp: 123,
  "netbios-ns": 137,
  "netbios-dgm": 138,
  "netbios-ssn": 139,
  imap: 143,
  imap2: 143,
  snmp: 161,
  "snmp-trap": 162,
  snmptrap: 162,
  bgp: 179,
  ldap: 389,
  https: 443,
  "microsoft-ds": 445,
  submission: 587,
  ldaps: 636,
  "domain-s": 853,
  rsync: 873,
  ftps: 990,
  "ftps-data": 989,
  telnets: 992,
  imaps: 993,
  pop3s: 995,
  socks: 1080,
  openvpn: 1194,
  "ms-sql-s": 1433,
  "ms-sql-m": 1434,
  radius: 1812,
  "radius-acct": 1813,
  nfs: 2049,
  mysql: 3306,
  "ms-wbt-server": 3389,
  sip: 5060,
  "sip-tls": 5061,
  mdns: 5353,
  postgresql: 5432,
  "http-alt": 8080,
};

/** A port by number or name; undefined where it is neither. A leading zero would be octal. */
function portNumber(text: string): number | undefined {
  if (/^(0|[1-9]\d{0,4})$/.test(text)) return Number(text) < 65_536 ? Number(text) : undefined;
  const name = text.toLowerCase();
  return Object.hasOwn(numbers, name) ? numbers[name] : undefined;
}

/** `80`, `1:5`, `:5`, `5:`. */
export function portRange(text: string): [number, number] | undefined {
  const [from = "", to = from, more] = text.split(":");
  if (more !== undefined || text === "") return undefined;
  const lo = from === "" ? 0 : portNumber(from);
  const hi = to === "" ? everyPort[1] : portNumber(to);
  return lo !== undefined && hi !== undefined && lo <= hi ? [lo, hi] : undefined;
}

/** `80,443,1000:2000`; undefined where any part is not understood. */
export function portList(text: string): Ranges<number> | undefined {
  const pairs = text.split(",").map(portRange);
  return pairs.every((pair) => pair !== undefined) ? rangesOf(pairs) : undefined;
}
