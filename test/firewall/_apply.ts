/**
 * What a device does with lines that are loaded into it, worked out by hand and apart from the
 * readers and writers: configuration and lines in, configuration out.
 */
export const apply: Readonly<Record<string, (config: string, added: string) => string>> = {
  iptables: applyIptables,
  nftables: applyNftables,
  "cisco-asa": applyAsa,
  "cisco-ios": applyIos,
  /** Its reader follows `move`. */
  panos: (config, added) => `${config}${added}`,
  fortios: applyFortios,
  "juniper-srx": applyJuniper,
};

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");
const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
const isComment = (line: string) => /^[#!]/.test(line);

function applyIptables(config: string, added: string): string {
  const lines = linesOf(config);
  let table = "";
  for (const line of linesOf(added).filter((each) => !isComment(each))) {
    if (line.startsWith("*")) table = line;
    const start = lines.indexOf(table);
    const end = lines.indexOf("COMMIT", start);
    if (line.startsWith(":")) lines.splice(start + 1, 0, line);
    else if (line.startsWith("-A ")) lines.splice(end, 0, line);
    else if (line.startsWith("-I ")) {
      const [, chain = "", number = "1", rest] = /^-I (\S+)(?: (\d+))? (.*)$/.exec(line)!;
      const rules = [...lines.keys()].filter(
        (at) => at > start && at < end && lines[at]!.startsWith(`-A ${chain} `),
      );
      lines.splice(rules[Number(number) - 1] ?? end, 0, `-A ${chain} ${rest}`);
    }
  }
  return textOf(lines);
}

/** A number counts the rules of a chain from 0; a handle stands behind its rule. */
function applyNftables(config: string, added: string): string {
  const lines = linesOf(config);
  const command = /^(insert|add) rule \S+ \S+ (\S+)(?: (index|handle) (\d+))? (jump .*)$/;
  for (const line of linesOf(added)) {
    const [, verb, chain, kind, number, rule] = command.exec(line) ?? [];
    if (verb === undefined) continue;
    const start = lines.indexOf(`\tchain ${chain} {`);
    const end = lines.indexOf("\t}", start);
    const rules = [...lines.keys()].filter(
      (at) => at > start && at < end && !/^\t\t(type|comment) /.test(lines[at]!),
    );
    const where =
      kind === "handle"
        ? rules.find((at) => lines[at]!.endsWith(`# handle ${number}`))
        : rules[Number(number ?? 0)];
    lines.splice(verb === "add" ? end : where!, 0, `\t\t${rule}`);
  }
  const rest = linesOf(added).filter((line) => !command.test(line) && !line.startsWith("flush "));
  // Declared again with what is in it: the first time is for flushing only.
  const again = rest.findLastIndex((line) => line.startsWith("table "));
  return textOf([...rest.slice(again), ...lines]);
}

function applyAsa(config: string, added: string): string {
  const lines = linesOf(config);
  for (const line of linesOf(added).filter((each) => !isComment(each))) {
    const [, list, number, rest] = /^access-list (\S+) line (\d+) (.*)$/.exec(line) ?? [];
    const own = [...lines.keys()].filter((at) => lines[at]!.startsWith(`access-list ${list} `));
    if (list !== undefined) {
      const at = own[Number(number) - 1] ?? own.at(-1)! + 1;
      lines.splice(at, 0, `access-list ${list} ${rest}`);
    } else if (/^access-list (\S+)/.test(line)) {
      const name = line.split(" ")[1];
      const last = lines.findLastIndex((each) => each.startsWith(`access-list ${name} `));
      lines.splice(last + 1, 0, line);
    } else lines.splice(lines.indexOf(": end"), 0, line);
  }
  return textOf(lines);
}

function applyIos(config: string, added: string): string {
  const lines = linesOf(config);
  let head = "";
  for (const line of linesOf(added).filter((each) => !isComment(each))) {
    const [, name, from, step] = /^ip access-list resequence (\S+) (\d+) (\d+)$/.exec(line) ?? [];
    if (name !== undefined) {
      head = `ip access-list extended ${name}`;
      for (const [at, where] of entriesOf(lines, head).entries()) {
        const number = Number(from) + at * Number(step);
        lines[where] = ` ${number} ${lines[where]!.trim().replace(/^\d+ /, "")}`;
      }
    } else if (!line.startsWith(" ")) head = line;
    else addEntry(lines, head, line);
  }
  return textOf(lines);
}

function entriesOf(lines: readonly string[], head: string): number[] {
  const start = lines.indexOf(head);
  const end = lines.findIndex((line, at) => at > start && !line.startsWith(" "));
  return [...lines.keys()].slice(start + 1, end);
}

function addEntry(lines: string[], head: string, line: string): void {
  const entries = entriesOf(lines, head);
  const numberOf = (text: string) => Number(/^ (\d+) /.exec(text)?.[1] ?? Number.NaN);
  const number = numberOf(line);
  const behind = entries.find((at) => numberOf(lines[at]!) > number);
  if (entries.some((at) => numberOf(lines[at]!) === number)) throw new RangeError(line);
  lines.splice(behind ?? entries.at(-1)! + 1, 0, line);
}

function applyFortios(config: string, added: string): string {
  const policies = /config firewall policy\n([\s\S]*?)^end\n/gm;
  const [tables, moves] = [...added.matchAll(policies)].map((match) => match[1]!);
  const entries = (text: string) => text.match(/^ {4}edit \d+\n[\s\S]*?^ {4}next\n/gm) ?? [];
  const fresh = entries(tables!);
  const order = entries([...config.matchAll(policies)][0]![1]!);
  const numberOf = (entry: string) => /edit (\d+)/.exec(entry)![1];
  const all = [...order, ...fresh];
  for (const [, which, before] of (moves ?? "").matchAll(/move (\d+) before (\d+)/g)) {
    const [entry] = all.splice(
      all.findIndex((each) => numberOf(each) === which),
      1,
    );
    all.splice(
      all.findIndex((each) => numberOf(each) === before),
      0,
      entry!,
    );
  }
  const objects = linesOf(added.slice(0, added.indexOf("config firewall policy")));
  const own = textOf(objects.filter((line) => !isComment(line)));
  const at = config.indexOf("config firewall policy");
  return `${config.slice(0, at)}${own}config firewall policy\n${all.join("")}end\n`;
}

function applyJuniper(config: string, added: string): string {
  const lines = [...linesOf(config), ...linesOf(added).filter((line) => /^set /.test(line))];
  const path = (line: string) => /^set (security policies .* policy \S+) /.exec(line)?.[1];
  for (const [, moved, base, before] of added.matchAll(
    /^insert ((security policies .*) policy \S+) before policy (\S+)$/gm,
  )) {
    const own = lines.filter((line) => path(line) === moved);
    for (const line of own) lines.splice(lines.indexOf(line), 1);
    const at = lines.findIndex((line) => path(line) === `${base} policy ${before}`);
    lines.splice(at, 0, ...own);
  }
  return textOf(lines);
}
