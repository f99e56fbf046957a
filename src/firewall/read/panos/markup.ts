import { SaxesParser } from "saxes";
import { ConfigError } from "../../source.ts";
import { deepest, grow, newTree, partOf, put, type Tree } from "./tree.ts";

/**
 * Reads the XML form. An `<entry name="…">` is called by its name and a `<member>` is its text, so the
 * same tree comes out as from commands. Entities beyond those of XML itself are an error.
 */
export function readMarkup(text: string, firstLine: number): Tree {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const root = newTree(firstLine);
  const open: Tree[] = [root];
  let pending = "";
  let line = firstLine;
  const place = () => firstLine - 1 + parser.line;

  function settle(): void {
    const word = pending.trim();
    if (word !== "") put(open.at(-1)!, word);
    pending = "";
  }

  parser.on("error", () => {
    throw new ConfigError("firewall.config.bad-xml", place());
  });
  parser.on("opentagstart", () => {
    settle();
    // The parser has read one character past the name, which may have been the end of the line.
    line = parser.column === 0 ? place() - 1 : place();
  });
  parser.on("opentag", ({ name, attributes }) => {
    const above = open.at(-1)!;
    if (open.length > deepest) throw new ConfigError("firewall.config.too-large", line);
    if (name === "member") open.push(above);
    else if (name === "entry" && attributes.name !== undefined) {
      const twice = partOf(above, attributes.name) !== undefined;
      const entry = grow(above, attributes.name, line);
      // Which of two entries of one name counts is not known; the word keeps both from being trusted.
      if (twice) grow(entry, "entry", line);
      open.push(entry);
    } else open.push(grow(above, name, line));
  });
  parser.on("closetag", () => {
    settle();
    open.pop();
  });
  parser.on("text", (part) => {
    pending += part;
  });
  parser.on("cdata", (part) => {
    pending += part;
  });
  parser.write(text).close();
  return root;
}
