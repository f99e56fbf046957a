/**
 * Draws the facts out of the printed guide's text, each with the line it stands on, and writes them
 * to test/guide/printed-facts.json: `node scripts/printed-facts.ts PRINTED.txt`. Only names and
 * values leave the text, and messages that appear on a screen; never its sentences.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface PrintedFact {
  kind: string;
  value: string;
  line: number;
}

/** Every fact in the order of the lines. */
export function printedFacts(text: string): PrintedFact[] {
  const lines = text.split(/\r?\n/).map((line) => line.replaceAll("**", ""));
  return [...coverFacts(lines), ...lineFacts(lines), ...siteFacts(lines), ...tableFacts(lines)]
    .filter(isFirst)
    .sort((a, b) => a.line - b.line);
}

// The same word twice on one line is one fact.
function isFirst(fact: PrintedFact, index: number, all: PrintedFact[]): boolean {
  const same = ({ kind, value, line }: PrintedFact) =>
    kind === fact.kind && value === fact.value && line === fact.line;
  return all.findIndex(same) === index;
}

/** Quoted blocks that run over two lines: the title on the cover and the message on the screen. */
function coverFacts(lines: string[]): PrintedFact[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1] ?? "";
    if (!/^“[^”]+$/.test(line) || !/^[^“]+”$/.test(next)) return [];
    const isMessage = lines.slice(Math.max(0, i - 2), i).some((before) => /메시지/.test(before));
    const parts = [line.slice(1), next.slice(0, -1)];
    return isMessage
      ? [{ kind: "message", value: parts.join("\n"), line: i + 1 }]
      : [{ kind: "title", value: parts.join(" "), line: i + 1 }];
  });
}

/** One pattern, one kind; the groups of the pattern make the value. */
const patterns: [kind: string, pattern: RegExp][] = [
  ["edition", /^(\d{4}\.\d{2})$/g],
  ["audience", /^- (.+) ver -$/g],
  ["browser", /\b(IE)(\d+)이상/g],
  ["unsupported-browser", /(Internet Explorer) (\d+) 이하/g],
  ["remedy", /조치방법 (\d+)\.\s*(.+?)\s*”$/g],
  ["app", /^(?:- )?([A-Z][A-Za-z ]*?)의?\s?\[(?=[^\]]+\]-\[)/g],
  ["menu", /(\[[^\]]+\](?:-\[[^\]]+\])+)/g],
  ["button", /(?<![-\]])(?<=\S.*)\[([^\]]+)\](?!-\[)/g],
  ["window", /(\S+ \S+ 마법사)/g],
  ["program", /([A-Za-z][A-Za-z0-9 ]*?)\s?\([A-Za-z]+\)/g],
  ["short-name", /[A-Za-z]\s?\(([A-Za-z]+)\)/g],
  ["url", /(https?:\/\/[^\s>*]+\.[a-z]+)(?=>|$)/g],
  ["file", /(\w+\.(?:exe|der))\b/g],
  ["folder", /\b([a-z]+) 디렉토리/g],
  ["path", /([A-Z]:\\.+)$/g],
];

const ordinals = ["첫", "두", "세", "네"];

function lineFacts(lines: string[]): PrintedFact[] {
  return lines.flatMap((text, i) => {
    const line = i + 1;
    const found = patterns.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(([, ...groups]) => ({ kind, value: groups.join(" "), line })),
    );
    const menus = found.map((fact) =>
      fact.kind === "menu" ? { ...fact, value: menu(fact) } : fact,
    );
    return [
      ...menus,
      ...sectionFacts(text, line),
      ...quoteFacts(text, line),
      ...toolbars(text, line),
    ];
  });
}

function menu({ value }: PrintedFact): string {
  return value.slice(1, -1).split("]-[").join(" > ");
}

function sectionFacts(text: string, line: number): PrintedFact[] {
  const match = /^(?:“\s*)?(첫|두|세|네) 번째\.\s*(.+?)(?:\s*”)?$/.exec(text);
  if (!match) return [];
  return [{ kind: "section", value: `${ordinals.indexOf(match[1]!) + 1} ${match[2]}`, line }];
}

/** Quoted words inside a line: what is chosen is a label, what is pressed is a button. */
function quoteFacts(text: string, line: number): PrintedFact[] {
  if (/^“/.test(text)) return [];
  return [...text.matchAll(/“([^”]+)”|"([^"]+)"|'([^']+)'/g)].flatMap((match) => {
    const value = match[1] ?? match[2] ?? match[3] ?? "";
    if (/\(\w+\)$/.test(value)) return [];
    const after = text.slice(match.index + match[0].length);
    return [{ kind: /^(의|\s*선택|\s*\[)/.test(after) ? "label" : "button", value, line }];
  });
}

function toolbars(text: string, line: number): PrintedFact[] {
  const list = /툴바[^(]*\(([^)]+?)\s*등\)/.exec(text)?.[1];
  return (list?.split(/,\s*/) ?? []).map((value) => ({ kind: "toolbar", value, line }));
}

/** Bare addresses: first those to enter, then, under the warning, those not to. */
function siteFacts(lines: string[]): PrintedFact[] {
  let kind: "site" | "wrong-site" = "site";
  return lines.flatMap((text, i) => {
    if (/오입력/.test(text)) kind = "wrong-site";
    const entry = /^(?:https?:\/\/)?(?:\*\.)?[\w-]+(?:\.[\w-]+)+$/.test(text);
    return entry && /[a-z]/.test(text) ? [{ kind, value: text, line: i + 1 }] : [];
  });
}

/** The firewall tables; an empty cell stands for the one above it. */
function tableFacts(lines: string[]): PrintedFact[] {
  const facts: PrintedFact[] = [];
  let program = "";
  let [group, host, ports]: [string, string, string[]] = ["", "", []];
  for (const [i, text] of lines.entries()) {
    program = /^-.*\((\w+)\) 관련/.exec(text)?.[1] ?? program;
    const cells = text.split("\t");
    if (cells.length !== 4 || cells[2] === "IP") continue;
    const [groupCell, hostCell, address, portCell] = cells as [string, string, string, string];
    const add = (kind: string, value: string) => facts.push({ kind, value, line: i + 1 });
    group = groupCell || group;
    host = hostCell || host;
    if (portCell) ports = portCell.split(/,\s*/);
    if (groupCell) add("group", `${program} ${group}`);
    if (hostCell) add("host", host);
    add("address", `${host} ${address}`);
    for (const port of ports) {
      const number = /\d+/.exec(port)?.[0] ?? "";
      if (portCell) add("port", `${host} ${number}`);
      if (portCell && port !== number) add("port-label", `${host} ${port}`);
      add("row", `${group} ${host}|${address}:${number}`);
    }
  }
  return facts;
}

const [, script, printed] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (!printed) {
    console.error("usage: node scripts/printed-facts.ts PRINTED.txt");
    process.exit(2);
  }
  const facts = printedFacts(readFileSync(printed, "utf8"));
  const path = new URL("../test/guide/printed-facts.json", import.meta.url);
  writeFileSync(path, `${JSON.stringify(facts, null, 2)}\n`);
  console.log(`${facts.length} facts`);
}
