import { ConfigError, type Source } from "../../source.ts";
import { wholeText } from "../wholeness.ts";

/** One line of a configuration with the lines that stand indented below it. */
export interface Command {
  line: number;
  /** Without the spaces around it. */
  text: string;
  indent: number;
  inside: Command[];
}

export interface Layout {
  /** Whether a line belongs to the command above although its indentation was lost. */
  belongs(above: string, text: string): boolean;
  /** Whether banners are free text between delimiters that may run over many lines. */
  delimitedBanners: boolean;
}

/** A device has one of each kind; more are no banners. */
const mostBanners = 64;

/** The commands of a configuration in order, without comments. Throws ConfigError. */
export function commandsOf(source: Source, layout: Layout): Command[] {
  const text = wholeText(source);
  refuseCut(text);
  const commands: Command[] = [];
  let above: Command | undefined;
  let banners = 0;
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at);
    const raw = text.slice(at, end);
    const own = raw.trim();
    line += 1;
    at = end + 1;
    if (own === "" || own.startsWith("!") || own.startsWith(":")) continue;
    if (layout.delimitedBanners && own.startsWith("banner ") && banners < mostBanners) {
      banners += 1;
      const past = endOfBanner(text, end - raw.length);
      line += newlines(text, at, past);
      at = Math.max(at, past);
      continue;
    }
    const indent = own.length === raw.length ? 0 : raw.length - raw.trimStart().length;
    const command = { line, text: own, indent, inside: [] };
    if (above && (indent > above.indent || layout.belongs(above.text, own))) {
      above.inside.push(command);
    } else {
      commands.push(command);
      above = command;
    }
  }
  return commands;
}

/** What a device prints of itself from its first line to its last has a beginning and an end. */
const beginning = /^(?::? ?Saved\b|Building configuration|Current configuration)/m;
const end = /^:? ?end\s*$/m;
const versionLine = /^(?:ASA Version|PIX Version|version) \d/m;

/** Whether a text that begins like a whole configuration does not end like one. */
export function lacksEnd(source: Source): boolean {
  const text = source.text();
  return versionLine.test(text.slice(0, 4_000)) && !end.test(text.slice(-400));
}

/** Without its end a list or its use may be missing, and what is missing permits. */
function refuseCut(text: string): void {
  if (!beginning.test(text.slice(0, 4_000)) || end.test(text.slice(-400))) return;
  throw new ConfigError("firewall.config.truncated", 1);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Where the line after the banner begins; `from` itself where it is never closed. */
function endOfBanner(text: string, from: number): number {
  const head = /^\s*banner\s+\S+\s+(\^C|\S)/.exec(text.slice(from, from + 200));
  if (!head) return from;
  const close = text.indexOf(head[1]!, from + head[0].length);
  return close < 0 ? from : endOfLine(text, close) + 1;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = endOfLine(text, at) + 1) count += 1;
  return count;
}
