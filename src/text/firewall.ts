import type { Table } from "./words.ts";

/** What the firewall part says of flows, lines and proofs. */
export const firewall: Table = {
  "firewall.verdict.permitted": { ko: "허용", en: "permitted" },
  "firewall.verdict.denied": { ko: "차단", en: "denied" },
  "firewall.verdict.partly": { ko: "일부만 허용", en: "partly permitted" },
  "firewall.verdict.undetermined": { ko: "판단 불가", en: "cannot tell" },

  "firewall.all-permitted": {
    ko: "필요한 통신 {count}개가 모두 허용됩니다.",
    en: "All {count} required flows are permitted.",
  },
  "firewall.not-all-permitted": {
    ko: "필요한 통신 {count}개 가운데 {bad}개가 모두 허용되지는 않습니다.",
    en: "{bad} of {count} required flows are not wholly permitted.",
  },
  "firewall.of": {
    ko: "설정 {vendor} · 안내서 {guide} · 출발지 {sources}",
    en: "configuration {vendor}, guide {guide}, sources {sources}",
  },
  "firewall.count": { ko: "{verdict} {count}건", en: "{count} {verdict}" },
  "firewall.line": { ko: "{line}행", en: "line {line}" },
  "firewall.line.default": { ko: "방화벽 기본 동작", en: "the firewall's default" },
  "firewall.line.reply": { ko: "{line}행 (응답 패킷)", en: "line {line} (answers)" },
  "firewall.line.default.reply": {
    ko: "방화벽 기본 동작 (응답 패킷)",
    en: "the firewall's default (answers)",
  },
  "firewall.example": {
    ko: "예: {source}:{sourcePort} → {address}:{port} ({protocol})",
    en: "e.g. {source}:{sourcePort} → {address}:{port} ({protocol})",
  },
  "firewall.share": {
    ko: "{percent}% 허용, 막히는 출발지: {sources}",
    en: "{percent}% permitted; not from: {sources}",
  },
  "firewall.more": { ko: "… 그 밖에 {count}개", en: "… and {count} more" },
  "firewall.permitted.these": { ko: "허용되는 통신 {count}개", en: "{count} flows permitted" },
  "firewall.crossing": {
    ko: "{input} → {output} 방향으로 지나간다고 보았습니다. 다르면 --in, --out으로 알려 주십시오.",
    en: "Taken to cross from {input} to {output}; if not, say so with --in and --out.",
  },
  "firewall.crossing.open": {
    ko: "어느 인터페이스로 지나가느냐에 따라 다릅니다. --in, --out으로 알려 주십시오.",
    en: "It depends on the interfaces it crosses; say which with --in and --out.",
  },

  "firewall.nothing-to-request": {
    ko: "신청할 것이 없습니다. 필요한 통신이 모두 이미 허용됩니다.",
    en: "Nothing to request: every required flow is permitted already.",
  },

  "firewall.excess.title": {
    ko: "필요 이상으로 열린 규칙 (넓은 것부터)",
    en: "Open beyond need, widest first",
  },
  "firewall.open": {
    ko: "{sources} → {addresses}, {protocol} {ports}번",
    en: "{sources} → {addresses}, {protocol} {ports}",
  },
  "firewall.excess.default": {
    ko: "기본 동작이 허용입니다.",
    en: "The default is to permit.",
  },
  "firewall.excess.perhaps": { ko: "아마", en: "perhaps" },
  "firewall.excess.undecided": { ko: "끝까지 따지지 못함", en: "not followed to the end" },
  "firewall.excess.none": {
    ko: "이 출발지에서 필요 이상으로 열린 것은 없습니다.",
    en: "Nothing is open beyond need from these sources.",
  },
  "firewall.excess.incomplete": {
    ko: "규칙이 너무 복잡해 일부는 끝까지 따지지 못했습니다.",
    en: "Some rules were too complex to be followed to the end.",
  },
  "firewall.compare.same": {
    ko: "두 설정은 모든 패킷을 똑같이 다룹니다.",
    en: "Both configurations treat every packet alike.",
  },
  "firewall.compare.opened": { ko: "새로 허용됨", en: "newly permitted" },
  "firewall.compare.closed": { ko: "새로 차단됨", en: "newly denied" },
  "firewall.compare.perhaps": { ko: "달라졌을 수 있음", en: "perhaps changed" },
  "firewall.compare.incomplete": {
    ko: "너무 복잡해 끝까지 견주지 못했습니다. 다른 차이가 더 있을 수 있습니다.",
    en: "Too complex to be compared to the end; there may be more differences.",
  },
  "firewall.compare.before": { ko: "이전 {place}  {text}", en: "before, {place}  {text}" },
  "firewall.compare.after": { ko: "이후 {place}  {text}", en: "after, {place}  {text}" },

  "firewall.shadowed.title": { ko: "아무 일도 하지 않는 규칙", en: "Lines that do nothing" },
  "firewall.shadowed.shadowed": {
    ko: "{line}행은 앞의 {by}행에 가려 쓰이지 않습니다.",
    en: "Line {line} never matches: line {by} comes before it.",
  },
  "firewall.shadowed.redundant": {
    ko: "{line}행이 없어도 결과가 같습니다 ({by}행).",
    en: "Without line {line} nothing would change (line {by}).",
  },
  "firewall.not-understood.title": {
    ko: "이해하지 못해 따지지 않은 줄",
    en: "Lines that were not understood and not counted",
  },

  "firewall.fix.title": { ko: "추가할 규칙", en: "Rules to add" },
  "firewall.fix.before": {
    ko: "{chain}의 {line}행 앞에 넣습니다: {text}",
    en: "Put it before line {line} of {chain}: {text}",
  },
  "firewall.fix.end": {
    ko: "{chain} 맨 끝에 넣습니다.",
    en: "Put it at the end of {chain}.",
  },
  "firewall.fix.proved": {
    ko: "넣은 뒤에는 빠진 통신이 모두 허용됨을 같은 방법으로 확인했습니다.",
    en: "With it in place every missing flow is permitted, by the same proof.",
  },
  "firewall.fix.not-proved": {
    ko: "이것만으로는 모두 허용되지 않습니다. 남은 차단 줄을 함께 고쳐야 합니다.",
    en: "This alone does not permit everything; the other denying lines must change too.",
  },
  "firewall.fix.no-writer": {
    ko: "{vendor} 규칙을 쓰는 방법이 없어 추가할 규칙을 내지 못합니다.",
    en: "There is no writer for {vendor}, so the missing rules cannot be written.",
  },
  "firewall.person.name": {
    ko: "{host}: 이 방화벽은 이름으로 열 수 없습니다. 담당자가 주소를 정해야 합니다.",
    en: "{host}: this firewall cannot open a name; a person must decide on addresses.",
  },
  "firewall.person.wildcard": {
    ko: "{host}: 이 방화벽은 *가 든 이름을 열 수 없습니다. 담당자가 이름을 정해야 합니다.",
    en: "{host}: this firewall cannot open a pattern; a person must decide on names.",
  },
  "firewall.person.inbound": {
    ko: "{host}: 밖에서 들어오는 통신은 담당자가 열어야 합니다.",
    en: "{host}: what comes from outside must be opened by a person.",
  },

  "firewall.drift.name": { ko: "이름", en: "name" },
  "firewall.drift.port": { ko: "포트", en: "port" },
  "firewall.drift.address": { ko: "주소", en: "address" },
  "firewall.drift.documented": { ko: "문서", en: "documented" },
  "firewall.drift.resolved": { ko: "이름이 가리킴", en: "resolved" },
  "firewall.drift.connected": { ko: "연결됨", en: "connected" },
  "firewall.drift.advice": { ko: "할 일", en: "what to do" },
  "firewall.drift.yes": { ko: "있음", en: "yes" },
  "firewall.drift.no": { ko: "없음", en: "no" },
  "firewall.drift.advice.keep": { ko: "그대로", en: "keep" },
  "firewall.drift.advice.request": { ko: "열기 신청", en: "request" },
  "firewall.drift.advice.remove": { ko: "회수 신청", en: "remove" },
  "firewall.drift.advice.check": { ko: "제공사에 확인", en: "ask the provider" },
  "firewall.drift.advice.refuse": { ko: "열지 않음", en: "never open" },

  "firewall.person.udp": {
    ko: "{host}: 프록시는 UDP를 지나게 하지 못합니다. 담당자가 다른 길을 정해야 합니다.",
    en: "{host}: a proxy carries no UDP; a person must find another way.",
  },
  "firewall.person.family": {
    ko: "{host}: 출발지와 목적지에 같은 종류(IPv4, IPv6)의 주소가 없습니다.",
    en: "{host}: sources and destination share no family (IPv4, IPv6).",
  },
  "firewall.person.limit": {
    ko: "{host}: 이 방화벽의 규칙 개수 한도를 넘습니다. 담당자가 나누어야 합니다.",
    en: "{host}: over this firewall's limit of rules; a person must split them.",
  },

  "firewall.impossible.no-source-of-family": {
    ko: "출발지에 같은 종류(IPv4, IPv6)의 주소가 없습니다.",
    en: "The sources have no address of this family (IPv4, IPv6).",
  },
  "firewall.impossible.family-not-spoken": {
    ko: "이 설정은 그런 주소(IPv4, IPv6)를 다루지 않습니다.",
    en: "This configuration does not speak of this family (IPv4, IPv6).",
  },
  "firewall.impossible.too-complex": {
    ko: "규칙이 너무 잘게 나뉘어 끝까지 따지지 못했습니다.",
    en: "The rules cut this flow into too many pieces to follow.",
  },

  "firewall.unknown.application": { ko: "응용 프로그램 조건", en: "depends on the application" },
  "firewall.unknown.dynamic-group": { ko: "바뀌는 그룹", en: "a group that changes" },
  "firewall.unknown.fqdn": { ko: "방화벽이 찾는 이름", en: "a name the firewall resolves" },
  "firewall.unknown.geography": { ko: "국가 조건", en: "depends on the country" },
  "firewall.unknown.match": { ko: "이해하지 못한 조건", en: "a condition not understood" },
  "firewall.unknown.nat": { ko: "목적지 주소 변환(NAT)", en: "the destination is rewritten (NAT)" },
  "firewall.unknown.object-cyclic": { ko: "자기를 포함한 그룹", en: "a group inside itself" },
  "firewall.unknown.object-missing": { ko: "정의가 없는 객체", en: "an object not defined" },
  "firewall.unknown.program": { ko: "다른 프로그램이 결정", en: "another program decides" },
  "firewall.unknown.rate": { ko: "횟수 제한", en: "a rate limit" },
  "firewall.unknown.schedule": { ko: "시간 조건", en: "only at certain times" },
  "firewall.unknown.user": { ko: "사용자 조건", en: "depends on the user" },
  "firewall.unknown.value": { ko: "이해하지 못한 값", en: "a value not understood" },

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
