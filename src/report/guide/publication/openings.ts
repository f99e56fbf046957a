import type { Guide } from "../../../guide/guide.ts";
import type { Endpoint } from "../../../guide/schema/endpoint.ts";
import { say } from "../../../text/say.ts";
import { pick } from "../../words.ts";
import type { Cell } from "../document.ts";
import { byProgram, portWords } from "../opening-tables.ts";
import { ageLines, oldLines, originLine } from "./age.ts";
import type { Part, PartBlock, PublicationOptions } from "./publication.ts";

type Group = Guide["groups"][number];

/** As the printed tables are headed, in every language. */
const printedHeads = ["URL", "IP", "Port"];

/** More addresses than these stand in one cell, one after the other. */
const mostRows = 12;
/** A cell over more lines than half a page is said again, so that each page says what it is about. */
const mostSpan = 20;

/**
 * The firewall tables in the shape of the printed guide, one for each program: group, URL, IP, port, and
 * what is the same for rows below one another in one cell. What each host is for follows in a second table.
 */
export function openingParts(
  guide: Guide,
  groups: readonly Group[],
  options: PublicationOptions,
): Part[] {
  const { lang } = options;
  return byProgram(guide, groups, lang).map(({ id, title, groups: own }) => ({
    id,
    title,
    blocks: [
      {
        kind: "table",
        caption: "",
        head: [say(lang, "guide.openings.group"), ...printedHeads],
        rows: own.flatMap((group) => rowsOf(guide, group, options)),
      },
      ...ageOf(guide, own, options),
      whyTable(guide, own, options),
    ],
    parts: [],
  }));
}

const endpointsOf = ({ endpoints }: Guide, group: Group) =>
  endpoints.filter((endpoint) => endpoint.group === group.id);

/** One line of a table before what is equal is made one. */
interface Line {
  host: string[];
  address: string;
  port: string;
  /** Whether its host begins here. */
  first: boolean;
  /** Whether it holds all addresses of its host. */
  list: boolean;
}

function rowsOf(guide: Guide, group: Group, options: PublicationOptions): Cell[][] {
  const lines = endpointsOf(guide, group).flatMap((endpoint) => linesOf(endpoint, options));
  const spans = {
    group: spansOf(lines, () => false),
    host: spansOf(lines, (line) => line.first),
    // Hosts with long lists often have the same one; single addresses each stand for themselves.
    address: spansOf(lines, (line, above) => !line.list || line.address !== above.address),
    port: spansOf(lines, (line, above) => line.port !== above.port),
  };
  const cell = (span: number | undefined, words: string[]): Cell[] =>
    span === undefined ? [] : [span > 1 ? { lines: words, span } : { lines: words }];
  return lines.map((line, at) => [
    ...cell(spans.group[at], [pick(group.title, options.lang)]),
    ...cell(spans.host[at], line.host),
    ...cell(spans.address[at], [line.address]),
    ...cell(spans.port[at], [line.port]),
  ]);
}

/** Where a cell begins, how many lines it reaches over; undefined where one above goes on. */
function spansOf(
  lines: readonly Line[],
  isNew: (line: Line, above: Line) => boolean,
): (number | undefined)[] {
  const spans: (number | undefined)[] = [];
  let start = 0;
  for (const [at, line] of lines.entries()) {
    if (at === 0 || at - start >= mostSpan || isNew(line, lines[at - 1]!)) {
      start = at;
      spans.push(1);
    } else {
      spans.push(undefined);
      spans[start] = at - start + 1;
    }
  }
  return spans;
}

function linesOf(endpoint: Endpoint, { lang }: PublicationOptions): Line[] {
  const { addresses, direction, required } = endpoint;
  // Whoever copies this table alone must not open what is not needed.
  const words = [
    ...(direction === "inbound" ? ["publication.openings.inbound"] : []),
    ...(required ? [] : ["request.optional"]),
  ];
  const host = [endpoint.host, ...words.map((key) => `(${say(lang, key)})`)];
  const port = endpoint.ports.map(portWords).join(", ");
  const list = addresses.length > mostRows;
  const any = say(lang, "publication.openings.any");
  const cells = list ? [addresses.join(", ")] : addresses.length > 0 ? addresses : [any];
  return cells.map((address, at) => ({ host, address, port, first: at === 0, list }));
}

/** What was verified longest ago speaks for the whole table. */
function ageOf(guide: Guide, groups: readonly Group[], options: PublicationOptions): PartBlock[] {
  const endpoints = groups.flatMap((group) => endpointsOf(guide, group));
  const lines = oldLines(endpoints, options, ".addresses");
  return lines.length > 0 ? [{ kind: "note", lines }] : [];
}

function whyTable(
  guide: Guide,
  groups: readonly Group[],
  options: PublicationOptions,
): Extract<PartBlock, { kind: "table" }> {
  const { lang } = options;
  return {
    kind: "table",
    caption: say(lang, "publication.openings.why"),
    head: ["host", "purpose"].map((column) => say(lang, `guide.openings.${column}`)),
    rows: groups
      .flatMap((group) => endpointsOf(guide, group))
      .map((endpoint) => [
        { lines: [endpoint.host] },
        { lines: [purposeOf(endpoint, options), ...notesOf(endpoint, options)] },
      ]),
  };
}

function purposeOf({ purpose, required }: Endpoint, { lang }: PublicationOptions): string {
  const words = pick(purpose, lang);
  return required ? words : `${words} (${say(lang, "request.optional")})`;
}

function notesOf(endpoint: Endpoint, options: PublicationOptions): string[] {
  const { lang } = options;
  const { verifiedOn, ...days } = endpoint;
  return [
    ...(endpoint.note ? [pick(endpoint.note, lang)] : []),
    originLine(endpoint, lang),
    ...ageLines(days, options),
  ].filter((line) => line !== "");
}
