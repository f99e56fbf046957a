import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Source files below a folder, as paths from the repository's root. */
export function sources(folder: string, ...endings: string[]): string[] {
  const wanted = endings.length > 0 ? endings : [".ts", ".tsx"];
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => wanted.some((ending) => path.endsWith(ending)))
    .sort();
}

/** Source that is part of the program, not of its tests; a `stage/` folder serves tests only. */
export function program(folder = "src"): string[] {
  return sources(folder).filter((path) => !/\.test\.ts$|\/stage\//.test(path));
}

/** Every file in git's index or about to be: what a reader of the repository would see. */
export function tracked(): string[] {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", list, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
}

/** What a file imports, however it does so: statically, lazily, for types, or by require. */
export function importsOf(text: string): string[] {
  const source = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const forms =
    /\bfrom\s+"([^"]+)"|\bimport\s+"([^"]+)"|\b(?:import|require)\w*\(\s*["'`]([^"'`]+)/g;
  const required = /createRequire\([^)]*\)\(\s*"([^"]+)"/g;
  return [...source.matchAll(forms), ...source.matchAll(required)]
    .map((match) => match[1] ?? match[2] ?? match[3])
    .filter((name) => name !== undefined);
}

/** The rows of the Markdown table whose first heading is `heading`, cells by heading. */
export function table(markdown: string, heading: string): Record<string, string>[] {
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  if (start < 0) return [];
  const names = cells(lines[start]!);
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  return lines
    .slice(start + 2, end < 0 ? undefined : end)
    .map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at]!, cell])));
}

/** A cell that lists names; a dash is an empty list. */
export const listed = (cell = ""): string[] =>
  cell
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "–");
