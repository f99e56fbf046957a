import { ConfigError, type Source } from "../../source.ts";
import { commandLine, isMarkup, kind, markup } from "../kinds/panos.ts";
import { wholeText } from "../wholeness.ts";
import { readBraces } from "./braces.ts";
import { readCommands } from "./commands.ts";
import { readMarkup } from "./markup.ts";
import { configurationOf, isRunning } from "./running.ts";
import type { Told, Tree } from "./tree.ts";

/** XML is often one line; the parser holds it once. */
const longestMarkupBytes = 64 << 20;
const headBytes = 65_536;

/** Reads whichever form it is; the same tree comes out of all. */
export function readForm(source: Source, told: Told): Tree {
  const head = new TextDecoder().decode(source.bytes.subarray(0, headBytes));
  if (isMarkup(head)) return readMarkupOf(source);
  const text = wholeText(source).replace(/^\ufeff/, "");
  if (commandLine.test(text)) return readCommands(text, told);
  if (text.trim() === "") throw new ConfigError("firewall.config.empty", 0);
  if (!text.includes("{")) {
    if (/^[ \t]*set /m.test(text)) return readCommands(text, told);
    throw new ConfigError("firewall.config.wrong-form", 0, { command: kind.command });
  }
  const tree = readBraces(text, told);
  return isRunning(tree) ? configurationOf(tree) : tree;
}

function readMarkupOf(source: Source): Tree {
  if (source.bytes.length > longestMarkupBytes) {
    throw new ConfigError("firewall.config.too-large", 0);
  }
  const text = source.text();
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new ConfigError("firewall.config.binary", lineAt(nul));
  // A terminal's prompt and command may stand in front.
  const start = markup.exec(text)?.index ?? 0;
  return readMarkup(text.slice(start), lineAt(start));
}
