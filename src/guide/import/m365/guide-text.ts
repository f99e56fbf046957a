import type { Gaps } from "../../template/template.ts";
import type { ImportOptions, Note } from "../importer.ts";
import { inBoth, listed, scalar } from "../yaml.ts";
import { groupOf } from "./areas.ts";
import type { Row } from "./rows.ts";

/** The id of the source that every row cites, and of the program whose openings they are. */
export const list = "published-list";
export const program = "microsoft-365-apps";

/** Open questions that are written one by one; a file with more is a broken one. */
const mostQuestions = 200;

interface Parts {
  rows: readonly Row[];
  notes: readonly Note[];
  version: string | undefined;
  options: ImportOptions;
  gaps: Gaps;
}

export function guideText({ rows, notes, version, options, gaps }: Parts): string {
  const { id, edition, day, service } = gaps;
  const groups = [...new Set(rows.map(({ record }) => groupOf(record)))];
  const unread = notes.filter(({ severity }) => severity === "error").slice(0, mostQuestions);
  const remedies = "firewall-request ask-proxy-team exempt-from-inspection ask-dns-team".split(" ");
  return [
    "# yaml-language-server: $schema=../../../schemas/guide.schema.json",
    "schema: jochi.guide/1",
    `id: ${id}`,
    `edition: "${edition}"`,
    `title: ${inBoth({ ko: `${service.ko} 연결 안내서`, en: `Connecting to ${service.en}` })}`,
    `audience: ${inBoth({ ko: "폐쇄망 사용자와 네트워크 담당자", en: "Users inside a closed network and their network team" })}`,
    `published: "${edition}"`,
    `service: ${inBoth({ ko: `${service.ko} (전 세계 공용)`, en: `${service.en} (worldwide)` })}`,
    "words:",
    `  name: ${inBoth(service)}`,
    `  itself: ${inBoth(service)}`,
    `  act: ${inBoth({ ko: "사용", en: `use ${service.en}` })}`,
    "",
    "sources:",
    `  - id: ${list}`,
    `    title: ${inBoth({ ko: "Microsoft 365 URL과 IP 주소 범위 (웹 서비스의 목록)", en: "Microsoft 365 URLs and IP address ranges (the list of the web service)" })}`,
    "    publisher: Microsoft",
    ...(version === undefined ? [] : [`    published: "${version}"`]),
    "    url: https://endpoints.office.com/endpoints/worldwide",
    `    retrievedOn: ${day}`,
    `    about: ${inBoth({ ko: `${options.file} 파일에서 옮겼습니다. # 뒤의 숫자는 목록의 번호입니다.`, en: `Taken over from the file ${options.file}. The number after # is the list's own.` })}`,
    "  - id: jochi",
    `    title: ${inBoth({ ko: "어느 서비스에나 맞는 Jochi의 조치", en: "Jochi's remedies, which fit any service" })}`,
    "",
    "sections:",
    ...section(1, "symptoms", ["payer"], {
      title: { ko: "무엇이 보입니까", en: "What do you see" },
      text: {
        ko: "보이는 것을 고르면 그 뒤에 있을 수 있는 원인부터 확인합니다.",
        en: "Choose what you see, and the causes that may lie behind it are checked first.",
      },
      contains: ["does-not-open", "certificate-warning", "sign-in-repeats", "slow-or-cut-off"],
    }),
    ...section(2, "openings", ["network", "admin"], {
      title: { ko: "열어야 하는 연결", en: "Connections that must be open" },
      text: {
        ko: "목록의 Optimize는 곧장 나가야 하고, Allow는 열어야 하며, Default는 보통 웹처럼 나가도 됩니다.",
        en: "What the list calls Optimize must go out directly, Allow must be open, and Default may go like the rest of the web.",
      },
      contains: groups,
    }),
    ...section(3, "requests", ["network", "admin"], {
      title: { ko: "누구에게 무엇을 부탁합니까", en: "Whom to ask for what" },
      text: {
        ko: "결과에 나온 담당자에게 다음을 부탁합니다.",
        en: "Ask the team that the result names for the following.",
      },
      contains: remedies,
    }),
    "",
    ...(unread.length === 0 ? [] : ["openQuestions:", ...unread.flatMap(questionLines(day)), ""]),
    "escalation:",
    `  text: ${inBoth({ ko: "그래도 되지 않으면 결과를 네트워크 담당자에게 보여 주세요.", en: "Where nothing helps, show the result to your network team." })}`,
    "  remedy: firewall-request",
    "  source: jochi",
    "",
  ].join("\n");
}

function section(
  number: number,
  id: string,
  audience: string[],
  {
    title,
    text,
    contains,
  }: Record<"title" | "text", { ko: string; en: string }> & { contains: string[] },
): string[] {
  return [
    `  - id: ${id}`,
    `    number: ${number}`,
    `    title: ${inBoth(title)}`,
    `    audience: ${listed(audience)}`,
    "    paragraphs:",
    `      - text: ${inBoth(text)}`,
    "        source: jochi",
    `    contains: ${listed(contains)}`,
  ];
}

/** What could not be read is asked in the guide itself, so that it is not forgotten. */
function questionLines(day: string): (note: Note, at: number) => string[] {
  return ({ line, words }, at) => [
    `  - id: unread-${at + 1}`,
    `    text: ${inBoth({ ko: `목록의 ${line}번째 줄: ${words.ko}`, en: `Line ${line} of the list: ${words.en}` })}`,
    `    asks: ${inBoth({ ko: "안내서를 만든 사람", en: "Whoever made this guide" })}`,
    "    about: []",
    `    source: ${list}`,
    `    since: ${day}`,
  ];
}

/** `programs.yaml`: what opens these connections. Any browser does too, so none is required. */
export function programsText(day: string): string {
  return [
    "# yaml-language-server: $schema=../../../schemas/programs.schema.json",
    "programs:",
    `  - id: ${program}`,
    `    title: ${inBoth({ ko: "Microsoft 365 앱", en: "Microsoft 365 apps" })}`,
    `    name: ${scalar("Microsoft 365")}`,
    '    uninstallNames: ["Microsoft 365*"]',
    "    required: false",
    "    certainty: inferred",
    `    source: ${list}`,
    `    verifiedOn: ${day}`,
    "agents: []",
    "",
  ].join("\n");
}
