import { type Branch, branchOf, type Configuration, type Part } from "./configuration.ts";

/** How commands are written: with or without `vsys`, and members together or one in a line. */
export interface Style {
  vsys: boolean;
  lists: boolean;
  /** A rule in one command, as people type it. */
  whole: boolean;
}

export function asCommands(configuration: Configuration, style: Style): string {
  const { system, shared } = branchOf(configuration);
  const root = style.vsys ? ["set", "vsys", "vsys1"] : ["set"];
  const lines = [...commands(["set", "shared"], shared), ...commands(root, system)];
  return `${lines.join("\n")}\n`;

  function commands(path: readonly string[], part: Part): string[] {
    if (isList(part)) {
      if (style.lists && part.length > 1) return [line(path, listed(part))];
      return part.map((word) => line(path, quoted(word)));
    }
    const parts = Object.entries(part);
    if (style.whole && path.at(-2) === "rules" && parts.every(([, each]) => isList(each))) {
      return [line(path, parts.map(([word, each]) => `${word} ${listed(each)}`).join(" "))];
    }
    return parts.flatMap(([word, each]) => commands([...path, word], each));
  }

  function line(path: readonly string[], rest: string): string {
    return `${path.map(quoted).join(" ")} ${rest}`;
  }
}

function listed(part: Part): string {
  const words = (part as readonly string[]).map(quoted);
  return words.length === 1 ? words[0]! : `[ ${words.join(" ")} ]`;
}

export function asMarkup(configuration: Configuration): string {
  const { system, shared } = branchOf(configuration);
  return [
    '<?xml version="1.0"?>',
    '<config version="10.2.0" urldb="paloaltonetworks">',
    ...element("shared", markup("shared", shared)),
    "<devices>",
    '<entry name="localhost.localdomain"><vsys><entry name="vsys1">',
    ...markup("vsys1", system),
    "</entry></vsys></entry>",
    "</devices>",
    "</config>",
    "",
  ].join("\n");
}

const named = ["zone", "address", "address-group", "service", "service-group", "rules"];
const multiple = ["from", "to", "source", "destination", "application", "service", "static"];

function markup(above: string, branch: Branch): string[] {
  return Object.entries(branch).flatMap(([word, part]) => {
    const several = [...multiple, "members", "source-user", "layer3"].includes(word);
    const inner = !isList(part)
      ? markup(word, part)
      : several
        ? part.map((each) => `<member>${escaped(each)}</member>`)
        : [escaped(part[0]!)];
    if (!named.includes(above)) return element(word, inner);
    return [`<entry name="${escaped(word)}">`, ...inner, "</entry>"];
  });
}

function element(name: string, inner: readonly string[]): string[] {
  return [`<${name}>`, ...inner, `</${name}>`];
}

export function asBraces(configuration: Configuration): string {
  const { system, shared } = branchOf(configuration);
  return `${braces({ shared, vsys: { vsys1: system } }, "").join("\n")}\n`;
}

function braces(branch: Branch, indent: string): string[] {
  return Object.entries(branch).flatMap(([word, part]) => {
    if (isList(part)) return [`${indent}${quoted(word)} ${listed(part)};`];
    return [`${indent}${quoted(word)} {`, ...braces(part, `${indent}  `), `${indent}}`];
  });
}

function isList(part: Part): part is readonly string[] {
  return Array.isArray(part);
}

function quoted(word: string): string {
  return /[\s"]/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word;
}

function escaped(word: string): string {
  return word.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
