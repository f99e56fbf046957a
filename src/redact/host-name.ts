/**
 * What of a host name belongs to nobody: the part at its end under which registries give names
 * out, or by which inner networks call themselves. The full Public Suffix List is not needed: what
 * is missing here is taken for somebody's own and goes.
 */
const generic = new Set(
  (
    "com net org edu gov mil int info biz name pro mobi asia xyz app dev shop store site online cloud " +
    "arpa local localdomain lan internal intranet intra home corp private invalid test example " +
    "localhost 한국 xn--3e0b707e"
  ).split(" "),
);

/** Below a country's label: kinds of holders, and the regions of Korea. */
const secondLevel = new Set(
  (
    "co or go ac ne re pe hs ms es sc kg com org net gov edu mil seoul busan daegu incheon gwangju " +
    "daejeon ulsan gyeonggi gangwon chungbuk chungnam jeonbuk jeonnam gyeongbuk gyeongnam jeju"
  ).split(" "),
);

/** Two-letter endings of names that stand in texts; others are also endings of files, or words. */
const countries = "kr jp cn tw hk sg vn th us ca uk de fr eu ch it es nl se ru au nz io ai tv";

/** Endings by which a dotted word in a text is known to be a host's name. */
export const endingsInText = [...generic, ...countries.split(" ")];

/** How many labels at the end of a name are public; 0 where the last label is somebody's own. */
export function publicLabels(labels: readonly string[]): number {
  const last = (labels.at(-1) ?? "").toLowerCase();
  const second = (labels.at(-2) ?? "").toLowerCase();
  if (/^[a-z]{2}$/.test(last)) return secondLevel.has(second) && labels.length > 2 ? 2 : 1;
  return generic.has(last) && labels.length > 1 ? 1 : 0;
}

/** `pg.bankpay.or.kr` → `bankpay.or.kr`: the part of a name that one holder has. */
export function holderOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  return labels.slice(-publicLabels(labels) - 1).join(".");
}

/** What a host is for and not whose it is. */
const roles = new Set(
  (
    "www www1 www2 m mail smtp imap pop mx ns ns1 ns2 dns dns1 dns2 ftp sftp proxy proxy1 proxy2 wpad pac vpn " +
    "ldap ad dc dc01 dc02 kms wsus ntp time api cdn img static web portal login sso auth gw fw waf ips idp " +
    "pg ds db intranet groupware _ldap _tcp _udp _msdcs gc"
  ).split(" "),
);

export function isRole(label: string): boolean {
  return roles.has(label.toLowerCase());
}

/** Names without a holder, and a few that belong to everybody. */
const everybodys = new Set([
  "localhost",
  "localhost.localdomain",
  "loopback",
  "wpad",
  "warning.or.kr",
  "www.warning.or.kr",
  "www.w3.org",
  "go.microsoft.com",
  "learn.microsoft.com",
]);

/** Authorities name their own pages in their certificates, and those stand in every PC's store. */
const authorities = new Set(
  (
    "digicert.com verisign.com symantec.com thawte.com geotrust.com globalsign.com entrust.net usertrust.com " +
    "sectigo.com comodo.com comodoca.com valicert.com chambersign.org letsencrypt.org identrust.com godaddy.com " +
    "starfieldtech.com quovadisglobal.com swisssign.com d-trust.net harica.gr certum.pl yessign.or.kr " +
    "zscaler.com zscaler.net zscalerone.net zscalertwo.net zscalerthree.net zscloud.net fortinet.com fortiguard.com " +
    "paloaltonetworks.com sophos.com trendmicro.com mcafee.com ahnlab.com somansa.com signgate.com crosscert.com kisa.or.kr rootca.or.kr gpki.go.kr epki.go.kr"
  ).split(" "),
);

export function isEverybodys(host: string): boolean {
  return everybodys.has(host.toLowerCase()) || authorities.has(holderOf(host));
}
