import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { commands } from "../../src/cli/commands.ts";
import { read, root, sources, tracked } from "./_source.ts";

const pages = tracked().filter((file) => file.endsWith(".md"));
const scripts = Object.keys(
  (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts,
);

/** Lines inside fenced or indented code, and `code` in sentences. */
function codeOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, code]) =>
    code!.split("\n"),
  );
  const indented = [...markdown.matchAll(/^ {4}(.*)$/gm)].map(([, code]) => code!);
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
  return [...blocks, ...indented, ...spans].map((line) => line.trim());
}

describe("documents", () => {
  it("name only commands that exist", () => {
    const known = new Set([...Object.keys(commands), "--help", "--version", "--lang"]);
    for (const page of ["README.md", "CONTRIBUTING.md", "docs/architecture.md"]) {
      for (const line of codeOf(read(page))) {
        const [, word] = /^(?:\$ )?(?:\.\/)?jochi (--?[a-z]+|[a-z]+)/.exec(line) ?? [];
        if (word) assert.ok(known.has(word), `${page}: jochi ${word}`);
        const [, script] =
          /^(?:\$ )?npm (?:run )?(test\S*|check|format|bench|generate)/.exec(line) ?? [];
        if (script) assert.ok(scripts.includes(script), `${page}: npm run ${script}`);
      }
    }
  });

  it("link only to files that exist", () => {
    for (const page of pages) {
      for (const [, target] of read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
        assert.ok(existsSync(join(root, dirname(page), target!)), `${page}: ${target}`);
      }
    }
  });

  it("name only source files that exist", () => {
    for (const page of ["README.md", "CONTRIBUTING.md", "docs/architecture.md"]) {
      for (const [, path] of read(page).matchAll(
        /`((?:src|test|scripts|docs|bench)\/[\w./-]+)`/g,
      )) {
        assert.ok(existsSync(join(root, path!)), `${page}: ${path}`);
      }
    }
  });

  it("number the decisions without a gap, each with the five headings", () => {
    const decisions = sources("docs/decisions", ".md").map((path) => path.split("/").at(-1)!);
    assert.ok(decisions.length > 0);
    for (const [at, name] of decisions.entries()) {
      assert.match(name, new RegExp(`^${String(at + 1).padStart(4, "0")}-[a-z0-9-]+\\.md$`));
      const headings = [...read(`docs/decisions/${name}`).matchAll(/^## (.+)$/gm)].map(
        ([, text]) => text,
      );
      assert.deepEqual(
        headings,
        ["Context", "Decision", "Reasons", "Consequences", "When to revisit"],
        name,
      );
    }
  });
});
