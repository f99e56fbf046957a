import type { Table } from "./words.ts";

/** What is said of a firewall's configuration as a whole: taken for granted, or not readable. */
export const firewallConfig: Table = {
  "firewall.assumed.output-hook": {
    ko: "지나가는 패킷의 규칙이 없어 이 호스트에서 나가는 규칙(output)으로 보았습니다.",
    en: "No rule is about forwarded packets, so those about outgoing ones (output) were judged.",
  },
  "firewall.assumed.input-hook": {
    ko: "지나가는 패킷의 규칙이 없어 이 호스트로 들어오는 규칙(input)으로 보았습니다.",
    en: "No rule is about forwarded packets, so those about incoming ones (input) were judged.",
  },
  "firewall.assumed.undefined-list": {
    ko: "{line}행이 쓰는 접근 목록 {list}은(는) 정의가 없어, 모두 허용하는 것으로 보았습니다.",
    en: "Line {line} uses the access list {list}, which is not defined and so permits everything.",
  },
  "firewall.assumed.aws-subnet": {
    ko: "출발지가 네트워크 ACL {list}의 서브넷에 있다고 보았습니다.",
    en: "The sources were taken to be in the subnet of the network ACL {list}.",
  },
  "firewall.assumed.azure-defaults": {
    ko: "파일에 기본 규칙이 없어 Azure의 기본 규칙(65000번대)을 더했습니다.",
    en: "The file has no default rules, so Azure's own (65000 and up) were added.",
  },
  "firewall.assumed.azure-internet": {
    ko: "Internet 태그는 공인 주소 전체로 보았습니다.",
    en: "The tag Internet was taken as every public address.",
  },
  "firewall.assumed.static-routes": {
    ko: "존은 설정에 적힌 고정 경로로 알아냈습니다. 동적 라우팅이 있으면 --in, --out으로 알려 주십시오.",
    en: "Zones were found by the static routes in the file; with dynamic routing say --in and --out.",
  },
  "firewall.assumed.between-zones": {
    ko: "존 이름이 하나도 없어, 서로 다른 존 사이를 지난다고 보았습니다.",
    en: "The file names no zone, so packets were taken to cross between two.",
  },
  "firewall.assumed.no-end": {
    ko: "설정의 마지막 줄(end)이 없습니다. 잘린 파일이라면 빠진 줄이 막고 있을 수 있습니다.",
    en: "The last line (end) is missing; if the file is cut, what is missing may deny.",
  },
  "firewall.assumed.only-list": {
    ko: "어디에도 걸려 있지 않은 접근 목록 {list}을(를) 따졌습니다.",
    en: "The access list {list}, which no interface uses, was judged.",
  },

  "firewall.config.truncated": {
    ko: "설정이 중간에 끊겼습니다. {line}행에서 시작한 것이 끝나지 않습니다",
    en: "the configuration is cut off: what begins in line {line} never ends",
  },
  "firewall.config.long-line": {
    ko: "{line}행이 너무 깁니다. 방화벽 설정이 아닌 것 같습니다",
    en: "line {line} is too long for a firewall configuration",
  },
  "firewall.config.binary": {
    ko: "{line}행에 글자가 아닌 것이 있습니다. 설정을 글자로 내보내 주십시오",
    en: "line {line} holds bytes that are no text; export the configuration as text",
  },
  "firewall.config.encoding": {
    ko: "{line}행부터 UTF-8이 아닙니다. UTF-8로 바꾸어 주십시오 (예: iconv -f {from} -t utf-8)",
    en: "not UTF-8 from line {line} on; convert it first (e.g. iconv -f {from} -t utf-8)",
  },
  "firewall.config.not-understood": {
    ko: "{line}행을 이해할 수 없습니다: {what}",
    en: "line {line} is not understood: {what}",
  },
  "firewall.config.which-list": {
    ko: "따질 목록이 여럿입니다. --list로 하나를 골라 주십시오: {lists}",
    en: "several lists could be judged; choose one with --list: {lists}",
  },
  "firewall.config.empty": {
    ko: "규칙이 하나도 없습니다",
    en: "there is no rule in it",
  },
  "firewall.config.bad-json": {
    ko: "{line}행: 올바른 JSON이 아닙니다",
    en: "line {line}: not valid JSON",
  },
  "firewall.config.bad-xml": {
    ko: "{line}행: 올바른 XML이 아닙니다",
    en: "line {line}: not well-formed XML",
  },
  "firewall.config.wrong-form": {
    ko: "읽을 수 없는 형식입니다. 이 명령의 출력이 필요합니다: {command}",
    en: "this form cannot be read; what is needed is the output of: {command}",
  },
  "firewall.config.unknown-vendor": {
    ko: "어떤 방화벽의 설정인지 알 수 없습니다. --vendor로 알려 주십시오: {vendors}",
    en: "no firewall's configuration was recognised; say which with --vendor: {vendors}",
  },
  "firewall.config.mixed": {
    ko: "{line}행부터 다른 방화벽의 설정이 섞여 있습니다: {vendors}",
    en: "from line {line} on it is mixed with another firewall's configuration: {vendors}",
  },
  "firewall.config.too-large": {
    ko: "설정이 너무 크거나 복잡해 다 읽지 못합니다",
    en: "the configuration is too large or too complex to be read",
  },
  "firewall.config.too-deep": {
    ko: "{line}행: 너무 깊이 겹쳐 있습니다",
    en: "line {line}: nested too deeply",
  },
  "firewall.config.too-many-values": {
    ko: "{line}행: 값이 너무 많습니다 (많아야 {most}개)",
    en: "line {line}: too many values (at most {most})",
  },
  "firewall.config.no-table": {
    ko: "규칙의 표(*filter 등)가 하나도 없습니다",
    en: "there is no table of rules (such as *filter)",
  },
  "firewall.config.table-twice": {
    ko: "{line}행: 같은 표가 두 번 나옵니다",
    en: "line {line}: this table stands twice",
  },
  "firewall.config.two-families": {
    ko: "{line}행: IPv4 규칙과 IPv6 규칙이 한 파일에 섞여 있습니다",
    en: "line {line}: rules for IPv4 and for IPv6 are mixed in one file",
  },
  "firewall.config.ipset": {
    ko: "ipset 파일의 {line}행을 이해할 수 없습니다",
    en: "line {line} of the ipset file is not understood",
  },
};
