import type { DraftPort } from "./draft.ts";

/** What a cell for ports says. */
export interface PortsRead {
  ports: DraftPort[];
  /** Numbers that no port has. */
  impossible: string[];
  unreadable: string[];
  /** Ports of which the cell does not clearly say whether they are UDP. */
  unclear: string[];
}

type Spoken = DraftPort["protocol"];

const spoken: Record<string, readonly Spoken[]> = {
  http: ["http"],
  https: ["https"],
  ldap: ["ldap"],
  tcp: ["tcp"],
  udp: ["udp"],
  "tcp/udp": ["tcp", "udp"],
  "udp/tcp": ["tcp", "udp"],
  "tcp+udp": ["tcp", "udp"],
};
/** Names that say TCP, and nothing a row could be proved by. */
const overTcp = new Set(
  "ssl tls ldaps ws wss ftp ftps sftp ssh smtp imap pop3 rdp ocsp".split(" "),
);
/** Without a label only these say by themselves what is spoken on them. */
const wellKnown: Record<number, Spoken> = { 80: "http", 443: "https", 389: "ldap" };

const label = "[A-Za-z][A-Za-z0-9]*(?:[/+][A-Za-z]+)?";
const number = "(\\d{1,9})(?:\\s*[-~]\\s*(\\d{1,9}))?";
const part = new RegExp(
  `^(?:(${label}|포트)\\s*[(:/ ]?\\s*)?${number}\\s*(?:번\\s*)?(?:포트|ports?)?\\s*\\)?(?:\\s*[/( ]\\s*(${label})\\s*\\)?)?$`,
  "i",
);

/**
 * `HTTP(80), HTTPS(443)`, `80, 8080`, `TCP 6000~6010`, `443/TCP`, `UDP(500,4500)`. A column for
 * protocols holds for ports without a label, and those that the text speaks to elsewhere are known.
 */
export function readPorts(
  cell: string,
  column: string,
  known: ReadonlyMap<number, Spoken>,
): PortsRead {
  const isUdp = /udp/i.test(column);
  const isTcp = /tcp|http|ldap/i.test(column) || !isUdp;
  const named = namedAlone(column);
  const read: PortsRead = { ports: [], impossible: [], unreadable: [], unclear: [] };
  // What stands before a list holds for the whole of it, and what stands behind it may.
  let before: readonly Spoken[] | undefined;
  const bare: string[] = [];
  for (const text of partsOf(cell)) {
    const match = part.exec(text);
    const [, front, first = "", last, back] = match ?? [];
    const said = (/^(?:포트|ports?)$/i.test(front ?? "") ? back : (front ?? back))?.toLowerCase();
    const ways = said === undefined ? undefined : waysOf(said);
    if (!match || (said !== undefined && !ways)) {
      read.unreadable.push(text);
      continue;
    }
    const port = Number(first);
    const to = last === undefined ? undefined : Number(last);
    if ([port, to ?? port].some((each) => each < 1 || each > 65535) || (to ?? port) < port) {
      read.impossible.push(text);
      continue;
    }
    const span = { port, ...(to !== undefined && to > port && { to }) };
    const plain = known.get(port) ?? wellKnown[port];
    if (ways) {
      const own = overTcp.has(said!) ? [plain ?? "tcp"] : ways;
      for (const protocol of own)
        read.ports.push({ ...span, protocol, label: text, guessed: false });
      if (front !== undefined) before = /tcp|udp/.test(said!) ? ways : undefined;
      else if (ways.includes("udp")) read.unclear.push(...bare.splice(0));
      continue;
    }
    if (before?.includes("udp")) {
      for (const protocol of before) read.ports.push({ ...span, protocol, guessed: false });
      read.unclear.push(text);
      continue;
    }
    if (!isUdp) bare.push(text);
    const protocol = plain ?? named ?? "tcp";
    if (isTcp) read.ports.push({ ...span, protocol, guessed: plain === undefined && !named });
    if (isUdp) read.ports.push({ ...span, protocol: "udp", guessed: false });
  }
  return read;
}

/** What of a column for protocols is not known to be one. */
export function unknownProtocols(column: string): string[] {
  const words = column.split(/[\s,/+·&()]+/).filter((word) => word !== "");
  return words.filter((word) => waysOf(word.toLowerCase()) === undefined);
}

/** What is spoken on ports without a label, where a column names one thing and no more. */
function namedAlone(column: string): Spoken | undefined {
  const word = column.trim().toLowerCase();
  return /^(?:https?|ldap)$/.test(word) ? (word as Spoken) : undefined;
}

function waysOf(word: string): readonly Spoken[] | undefined {
  if (overTcp.has(word)) return ["tcp"];
  return Object.hasOwn(spoken, word) ? spoken[word] : undefined;
}

/** Every port with what is said of it, whatever stands between them. */
function partsOf(cell: string): string[] {
  return (
    cell
      .replace(/[‐‑–—−∼〜]/g, "~")
      // A protocol in front of a list in parentheses is that of each.
      .replace(/([A-Za-z]+)\s*\(\s*(\d[\d\s~-]*(?:,\s*\d[\d\s~-]*)+)\)/g, (_, word, list: string) =>
        list
          .split(",")
          .map((each) => `${word}(${each.trim()})`)
          .join(", "),
      )
      .replace(/(?<![A-Za-z0-9])[[(]\s*(tcp|udp|tcp\/udp)\s*[\])]\s*(?=\d)/gi, "$1 ")
      .replace(/(\d)\s*\/\s*(?=\d)/g, "$1, ")
      .replace(/(?<=[\d)])\s+(?=[A-Za-z]+[\s:/(]*\d)|(?<=\d)\s+(?=\d+(?:\s|,|$))/g, ", ")
      .split(/\s*[,、;·ㆍ・]\s*|\s+\/\s+|\s+(?:및|and|&|와|과)\s+/)
      .map((text) => text.trim())
      .filter((text) => text !== "")
  );
}
