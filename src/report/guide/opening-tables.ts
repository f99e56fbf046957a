import type { Guide } from "../../guide/guide.ts";
import type { Endpoint } from "../../guide/schema/endpoint.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { pick } from "../words.ts";
import type { Cell, Section } from "./document.ts";

type Group = Guide["groups"][number];

/** One table a program, as the printed guide heads them: group, host, address, port, purpose. */
export function openingTables(guide: Guide, groups: readonly Group[], lang: Lang): Section[] {
  return byProgram(guide, groups, lang).map(({ id, title, groups: own }) => ({
    id,
    title,
    blocks: [
      {
        kind: "table",
        caption: title,
        head: ["group", "host", "address", "port", "purpose"].map((column) =>
          say(lang, `guide.openings.${column}`),
        ),
        rows: own.flatMap((group) => rowsOf(guide, group, lang)),
      },
      ...notesOf(guide, own, lang),
    ],
    sections: [],
  }));
}

/** The groups of each program, and what their table is called. */
export function byProgram(
  guide: Guide,
  groups: readonly Group[],
  lang: Lang,
): { id: string; title: string; groups: Group[] }[] {
  return [...Map.groupBy(groups, ({ program }) => program)].map(([program, own]) => {
    const name = guide.programs.find(({ id }) => id === program)?.title;
    const title = say(lang, "guide.openings", { program: name ? pick(name, lang) : program });
    return { id: `openings-${program}`, title, groups: own };
  });
}

/** A host with several addresses is several rows; what they share reaches over them. */
function rowsOf(guide: Guide, group: Group, lang: Lang): Cell[][] {
  const endpoints = guide.endpoints.filter((endpoint) => endpoint.group === group.id);
  const height = (endpoint: Endpoint) => Math.max(1, endpoint.addresses.length);
  const span = endpoints.reduce((sum, endpoint) => sum + height(endpoint), 0);
  return endpoints.flatMap((endpoint, at) => {
    const addresses = endpoint.addresses.length > 0 ? endpoint.addresses : ["–"];
    return addresses.map((address, line) => [
      ...(at === 0 && line === 0 ? [{ lines: [pick(group.title, lang)], span }] : []),
      ...(line === 0 ? [{ lines: [endpoint.host], span: height(endpoint) }] : []),
      { lines: [address] },
      ...(line === 0
        ? [
            { lines: [endpoint.ports.map(portWords).join(", ")], span: height(endpoint) },
            { lines: [purposeOf(endpoint, lang)], span: height(endpoint) },
          ]
        : []),
    ]);
  });
}

export function portWords({ port, to, label, protocol }: Endpoint["ports"][number]): string {
  if (label !== undefined) return label;
  const range = to === undefined ? `${port}` : `${port}–${to}`;
  return protocol === "udp" ? `${range}/udp` : range;
}

function purposeOf({ purpose, required, direction }: Endpoint, lang: Lang): string {
  const marks = [
    ...(required ? [] : [say(lang, "request.optional")]),
    ...(direction === "inbound" ? [say(lang, "request.inbound")] : []),
  ];
  return [pick(purpose, lang), ...marks.map((mark) => `(${mark})`)].join(" ");
}

function notesOf(guide: Guide, groups: readonly Group[], lang: Lang) {
  const items = guide.endpoints
    .filter(({ group }) => groups.some(({ id }) => id === group))
    .flatMap(({ host, note }) => (note ? [`${host}: ${pick(note, lang)}`] : []));
  return items.length > 0 ? [{ kind: "list" as const, items }] : [];
}
