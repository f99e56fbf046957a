import { GuideError } from "../error.ts";
import { isPattern } from "../host.ts";
import { fromTemplate, type Gaps } from "../template/template.ts";
import type { Imported, Importer, ImportOptions } from "./importer.ts";
import { endpointsText } from "./m365/endpoints-text.ts";
import { guideText, list, programsText } from "./m365/guide-text.ts";
import { type ListNotes, listNotes } from "./m365/notes.ts";
import { type Listed, readRecords } from "./m365/records.ts";
import { rowsOf } from "./m365/rows.ts";
import { refuseTooMany } from "./m365/too-many.ts";
import { listed } from "./yaml.ts";

/**
 * The list of endpoints that Microsoft publishes as JSON, as it stands or in an object that tells
 * its version. Whatever cannot be held in a guide is said in a note; what cannot be read stands in
 * the guide as an open question.
 */
export const m365: Importer = {
  id: "m365",
  bytesMax: 8 * 2 ** 20,
  read(text, options) {
    const { records, unread, version } = readRecords(text, options.file);
    const told = listNotes();
    for (const { line, id, field, found, expected } of unread) {
      told.add(line, "record", { record: id, field, found, expected });
    }
    noteTwice(records, told);
    noteLeftOut(records, told);
    refuseTooMany(records, options.file);
    const rows = rowsOf(records, told, options.file);
    if (rows.length === 0) {
      throw new GuideError(
        { file: options.file },
        { ko: "읽을 수 있는 기록이 없음", en: "no record that can be read" },
        { ko: "이름과 포트가 있는 기록", en: "records with hosts and ports" },
      );
    }
    const notes = told.all();
    const gaps = gapsOf(options, version, optimized(rows));
    const files = [
      { name: "guide.yaml", text: guideText({ rows, notes, version, options, gaps }) },
      { name: "endpoints.yaml", text: endpointsText(rows, gaps.day) },
      { name: "programs.yaml", text: programsText(gaps.day) },
      ...(["symptoms", "causes", "remedies"] as const).map((kind) => ({
        name: `${kind}.yaml`,
        text: fromTemplate(kind, gaps),
      })),
    ];
    return { id: gaps.id, edition: gaps.edition, files, notes } satisfies Imported;
  },
};

function gapsOf(options: ImportOptions, version: string | undefined, names: string[]): Gaps {
  const { day } = options;
  const published = version === undefined ? day : `${version.slice(0, 4)}-${version.slice(4, 6)}`;
  const step = [
    "      - text:",
    "          ko: 목록이 Optimize로 나눈 다음 이름은 프록시와 TLS 검사를 거치지 않고 곧장 나가게 해 달라고 하세요.",
    "          en: Ask to let the following names, which the list puts under Optimize, go out directly, past proxy and TLS inspection.",
    `        names: ${listed(names)}`,
    `        source: ${list}`,
  ];
  return {
    id: options.id ?? "microsoft-365",
    edition: options.edition ?? published.slice(0, 7).replace("-", "."),
    day,
    service: { ko: "Microsoft 365", en: "Microsoft 365" },
    lines: names.length > 0 ? { direct: step } : {},
  };
}

/** Hosts that should be reached without any detour. */
function optimized(rows: ReturnType<typeof rowsOf>): string[] {
  const own = rows.filter(({ record }) => record.category === "Optimize");
  const names = own.map(({ host }) => host).filter((host) => !isPattern(host) || host.length > 1);
  return [...new Set(names)];
}

function noteTwice(records: readonly Listed[], notes: ListNotes): void {
  const seen = new Set<number>();
  for (const { id, line } of records) {
    if (seen.has(id)) notes.add(line, "twice-numbered", { record: id });
    seen.add(id);
  }
}

const held = new Set(
  "id serviceArea serviceAreaDisplayName urls ips tcpPorts udpPorts category required notes".split(
    " ",
  ),
);
const mostFields = 20;

/** One note for each field that a guide has no place for. */
function noteLeftOut(records: readonly Listed[], notes: ListNotes): void {
  const fields = new Map<string, { line: number; count: number }>();
  for (const record of records) {
    for (const [field, value] of Object.entries(record)) {
      if (held.has(field) || value === false || field === "line" || field === "lineOf") continue;
      const known = fields.get(field);
      if (known) known.count += 1;
      else fields.set(field, { line: record.lineOf(field), count: 1 });
    }
  }
  for (const [field, { line, count }] of [...fields].slice(0, mostFields)) {
    notes.add(line, "left-out", { field, count });
  }
}
