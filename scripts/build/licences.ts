import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "../../src/own/files.ts";
import { nodeLicence } from "./node-licence.ts";

const rule = "=".repeat(72);

/** The licences of everything in a program: its own, Node's where that is in it, and those of the packages. */
export function licences(packages: readonly string[], withNode = true): string {
  const parts: [name: string, text: string][] = [
    ["Jochi", textIn(ownPath("."))],
    ...(withNode ? [["Node.js", nodeLicence()] satisfies [string, string]] : []),
    ...packages.map((name): [string, string] => {
      const folder = ownPath(join("node_modules", name));
      return [name, textIn(folder)];
    }),
  ];
  return parts.map(([name, text]) => `${rule}\n${name}\n${rule}\n\n${text.trim()}\n`).join("\n");
}

function textIn(folder: string): string {
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8");
  const about = join(folder, "package.json");
  if (!existsSync(about)) return "";
  const { license = "" } = JSON.parse(readFileSync(about, "utf8")) as { license?: string };
  return license;
}
