import { kebab } from "../kebab.ts";
import { inBoth, listed, scalar } from "../yaml.ts";
import { categoryWords, groupOf, titleOf } from "./areas.ts";
import { list, program } from "./guide-text.ts";
import type { Ports } from "./ports.ts";
import { anyHost, type Row } from "./rows.ts";

/** `endpoints.yaml`: a group for each service and category, and the rows in the list's order. */
export function endpointsText(rows: readonly Row[], day: string): string {
  const groups = new Map(rows.map(({ record }) => [groupOf(record), record]));
  const ids = newIds();
  return [
    "# yaml-language-server: $schema=../../../schemas/endpoints.schema.json",
    "groups:",
    ...[...groups].flatMap(([id, record]) => {
      const { ko, en } = categoryWords[record.category];
      return [
        `  - id: ${id}`,
        `    title: ${inBoth({ ko: `${titleOf(record)} · ${ko}`, en: `${titleOf(record)} · ${en}` })}`,
        `    program: ${program}`,
        `    source: ${list}`,
        `    verifiedOn: ${day}`,
      ];
    }),
    "",
    "# The number after # is the record's own in the list.",
    "endpoints:",
    ...rows.flatMap((row) => rowLines(row, ids(row), day)),
    "",
  ].join("\n");
}

/** Gives each row an id of its own: its host's, with the record's number where that is taken. */
function newIds(): (row: Row) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return ({ host, record }) => {
    const name = host === anyHost ? "addresses" : kebab(host.replace(/^\*\./, "any."));
    const stem = `${name}-${record.id}`;
    let id = taken.has(name) ? stem : name;
    for (let at = next.get(stem) ?? 2; taken.has(id); at += 1) {
      id = `${stem}-${at}`;
      next.set(stem, at + 1);
    }
    taken.add(id);
    return id;
  };
}

function rowLines(row: Row, id: string, day: string): string[] {
  const { record, host, addresses, ports } = row;
  const title = titleOf(record);
  const note = noteOf(row);
  return [
    `  - id: ${id}`,
    `    group: ${groupOf(record)}`,
    `    host: ${scalar(host)}`,
    `    addresses: ${listed(addresses)}`,
    `    ports: [${ports.map(portLine).join(", ")}]`,
    `    purpose: ${inBoth({ ko: `${title}에 연결합니다`, en: `Connects to ${title}` })}`,
    ...(note ? [`    note: ${inBoth(note)}`] : []),
    `    required: ${record.required}`,
    `    source: ${list}#${record.id}`,
    `    verifiedOn: ${day}`,
  ];
}

function portLine({ port, to, protocol }: Ports): string {
  return `{ port: ${port}${to === undefined ? "" : `, to: ${to}`}, protocol: ${protocol} }`;
}

/** What the list says about the row, and where the guide says it otherwise. */
function noteOf({ record, widenedFrom }: Row): { ko: string; en: string } | undefined {
  const parts: { ko: string; en: string }[] = [];
  if (record.notes !== undefined && record.notes.trim() !== "") {
    const text = record.notes.trim();
    parts.push({ ko: `목록의 설명: ${text}`, en: `The list says: ${text}` });
  }
  if (widenedFrom !== undefined) {
    parts.push({
      ko: `목록에는 ${widenedFrom}(으)로 있어 여기서는 더 넓게 적었습니다.`,
      en: `The list has ${widenedFrom}; here it is written more widely.`,
    });
  }
  if (parts.length === 0) return undefined;
  return { ko: parts.map(({ ko }) => ko).join(" "), en: parts.map(({ en }) => en).join(" ") };
}
