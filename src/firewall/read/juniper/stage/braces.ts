import { parseSetForm } from "../set-form.ts";
import type { Statement } from "../statement.ts";

/** The configuration of `set` lines as `show configuration` prints it, one word a level. */
export function bracesOf(setForm: string): string {
  return inside(parseSetForm(setForm).root, "");
}

function inside({ inner }: Statement, indent: string): string {
  return [...inner.values()].map((each) => printed(each, indent)).join("");
}

/** A chain of single words is one statement: `from-zone trust to-zone untrust {`. */
function printed(statement: Statement, indent: string): string {
  let last = statement;
  const words = [quoted(last.word)];
  while (!last.inactive && last.inner.size === 1) {
    const [only] = last.inner.values();
    last = only!;
    words.push(quoted(last.word));
  }
  const head = `${indent}${last.inactive ? "inactive: " : ""}${words.join(" ")}`;
  if (last.inner.size === 0) return `${head};\n`;
  return `${head} {\n${inside(last, `${indent}    `)}${indent}}\n`;
}

function quoted(word: string): string {
  return /^[\w.:/<*>-]+$/.test(word) ? word : `"${word.replace(/["\\]/g, "\\$&")}"`;
}
