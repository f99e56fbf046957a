import type { Evidence, Fact } from "../../src/evidence/evidence.ts";

/**
 * Evidence of the lab with what evidence of a real office has beside it: names of people and
 * machines, an organisation's own hosts, other sites, a certificate of a person. The lab's own
 * words for its proxy, filter and inspection become such of an office.
 */
export function dressed(evidence: Evidence): Evidence {
  const swapped = swaps.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    JSON.stringify(evidence),
  );
  const own = JSON.parse(swapped) as Evidence;
  for (const fact of own.facts) dress(fact);
  return own;
}

const swaps: [string, string][] = [
  ["10.10.2.80:3128", "proxy01.hanbit-trading.local:3128"],
  ["10.10.2.81:3128", "211.45.7.81:3128"],
  ["http://10.10.2.80/proxy.pac", "http://pac.hanbit-trading.local/proxy.pac?u=haneul.moon"],
  ["10.10.2.53", "211.45.7.53"],
  [
    "http://blocked.lab.invalid/",
    "http://blocked.hanbit-trading.co.kr/notice.html?user=%EB%AC%B8%ED%95%98%EB%8A%98&ip=10.10.1.20",
  ],
  [
    "CN=Lab Inspection CA, O=Lab Security Gateway, C=KR",
    "CN=HANBIT-DC01-CA, DC=hanbit-trading, DC=local",
  ],
  ["CN=somebody-else.lab.invalid", "CN=erp.hanbit-trading.co.kr"],
  [
    "업무상 필요한 경우",
    "사용자: 문하늘 (haneul.moon@hanbit-trading.co.kr, 010-9988-7766) PC명: HB-FIN-0231 IP: 10.10.1.20 주민등록번호 850412-1234563. 업무상 필요한 경우",
  ],
];

type Found = { state: "found"; value: unknown[] };

const additions: Record<string, unknown[]> = {
  interfaces: [{ name: "한빛 재무팀 LAN", address: "10.10.1.21", loopback: false }],
  programs: [
    {
      name: "Backup of 문하늘",
      version: "3.0.0.19",
      state: "complete",
      installFolder: "C:\\Users\\문하늘\\AppData\\Local\\Backup",
      uninstall: '"C:\\Users\\문하늘\\AppData\\Local\\Backup\\unins000.exe"',
    },
  ],
  "zone-entries": [
    { entry: "*.hanbit-trading.co.kr", zone: 1 },
    { entry: "10.10.*.*", zone: 1 },
    { entry: "http://groupware01", zone: 1 },
  ],
  roots: [
    {
      sha256: "5".repeat(64),
      subject: "CN=문하늘()0012345678901234567, OU=KB, OU=personal4IB, O=yessign, C=kr",
      notAfter: 1_900_000_000_000,
      distrusted: false,
    },
  ],
  "site-permissions": [
    {
      browser: "chrome",
      permission: "popups",
      origin: "https://erp.hanbit-trading.co.kr:443,*",
      setting: "block",
    },
  ],
  "browser-policies": [
    {
      browser: "chrome",
      place: "machine-policy",
      name: "PopupsBlockedForUrls",
      values: ["[*.]hanbit-trading.com"],
    },
  ],
};

function dress({ probe, fact }: Fact): void {
  const reading = fact as Found | undefined;
  if (reading?.state !== "found") return;
  const more = additions[probe];
  // One without any network keeps none.
  const offline = probe === "interfaces" && JSON.stringify(reading).includes("eth0") === false;
  if (more && !offline) reading.value.push(...more);
  if (probe === "proxy-settings") {
    const settings = (reading as unknown as { value: { bypass: string[] } }).value;
    settings.bypass.push("*.hanbit-trading.local", "10.10.*", "hberp*");
  }
}

/** What of that must be nowhere in the redacted evidence. */
export const dressings = [
  "hanbit",
  "한빛",
  "문하늘",
  "haneul",
  "HB-FIN",
  "010-9988-7766",
  "850412",
  "groupware01",
  "hberp",
  "10.10.1.2",
  "211.45.7",
  "0012345678901234567",
  "%EB%AC%B8",
];
