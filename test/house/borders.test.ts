import assert from "node:assert/strict";
import { posix } from "node:path";
import { describe, it } from "node:test";
import { importsOf, listed, program, read, sources, table } from "./_source.ts";

const architecture = read("docs/architecture.md");
const folders = table(architecture, "folder").map((row) => ({
  name: row.folder!,
  planned: row.is!.startsWith("(planned)"),
  imports: listed(row.imports),
  packages: listed(row.packages),
  node: listed(row["node:"]),
}));
const exceptions = table(architecture, "file").map((row) => ({
  file: row.file!,
  also: listed(row.also),
}));
const order = folders.map(({ name }) => name);
const files = program().map((file) => ({
  file,
  source: read(file),
  imports: importsOf(read(file)),
}));
const folderOf = (file: string) => file.split("/")[1]!;

function breachesOf({ file, imports }: (typeof files)[number]): string[] {
  const own = folders.find(({ name }) => name === folderOf(file));
  if (!own) return [`${file}: its folder has no row in docs/architecture.md`];
  const also = exceptions.find((exception) => exception.file === file)?.also ?? [];
  return imports.filter((name) => !permitted(name)).map((name) => `${file} imports ${name}`);

  function permitted(name: string): boolean {
    if (name.startsWith(".")) {
      const target = posix.join(posix.dirname(file), name);
      const folder = folderOf(target);
      return target.startsWith("src/") && (folder === own!.name || own!.imports.includes(folder));
    }
    if (name.startsWith("node:")) {
      const word = name.slice("node:".length);
      return own!.node.includes("any") || [...own!.node, ...also].includes(word);
    }
    const [scope, rest] = name.split("/");
    const known = name.startsWith("@") ? `${scope}/${rest}` : scope!;
    return [...own!.packages, ...also].includes(known);
  }
}

/** A ring of files that import one another, types too, as the way around it; empty where none is. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe("borders between folders (docs/architecture.md)", () => {
  it("reads the table", () => {
    assert.ok(order.length >= 10, "the folder table was not found");
    assert.ok(files.length > 20, "no source files were found");
  });

  it("lets every folder import folders above it only", () => {
    for (const [at, { name, imports }] of folders.entries()) {
      for (const other of imports) {
        assert.ok(order.slice(0, at).includes(other), `${name} may not import ${other}`);
      }
    }
  });

  it("says of a folder that it is planned exactly while it is empty", () => {
    for (const { name, planned } of folders)
      assert.equal(program(`src/${name}`).length === 0, planned, name);
  });

  it("holds in every file", () => {
    assert.deepEqual(files.flatMap(breachesOf), []);
  });

  it("notices an import it should not allow", () => {
    const sample = { file: "src/engine/x.ts", source: "" };
    for (const name of ["node:net", "../machine/machine.ts", "zod", "../../test/x.ts"]) {
      assert.equal(breachesOf({ ...sample, imports: [name] }).length, 1, name);
    }
    const forms = [
      'import "a";',
      'import {\n  b,\n} from "b";',
      'await import("c")',
      'export * from "d"',
    ];
    assert.deepEqual(forms.flatMap(importsOf), ["a", "b", "c", "d"]);
  });

  it("has no files that import one another in a circle, be it for types alone", () => {
    const near = (file: string) =>
      importsOf(read(file))
        .filter((name) => name.startsWith("."))
        .map((name) => posix.join(posix.dirname(file), name));
    const all = ["src", "test", "scripts", "bench"].flatMap((folder) => sources(folder));
    assert.deepEqual(circleIn(new Map(all.map((file) => [file, near(file)]))), []);
  });

  it("notices a circle, and takes no two ways to one file for one", () => {
    const square: [string, string[]][] = [
      ["a", ["b", "c"]],
      ["b", ["d"]],
      ["c", ["d"]],
    ];
    assert.deepEqual(circleIn(new Map(square)), []);
    assert.deepEqual(circleIn(new Map([...square, ["d", ["c"]]])), ["d", "c", "d"]);
  });

  it("has no exception that is no longer needed", () => {
    for (const { file, also } of exceptions) {
      const imports = files.find((known) => known.file === file)?.imports;
      assert.ok(imports, `${file} is gone`);
      for (const word of also) assert.ok(imports.includes(`node:${word}`), `${file}: ${word}`);
    }
  });

  it("keeps clock, chance, console, process and network out of the pure folders", () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|performance\.|process\.|console\.|fetch\(|setTimeout|setInterval|globalThis)/;
    const pure = "evidence text windows trust engine firewall deploy embed redact erasure".split(
      " ",
    );
    const found = files
      .filter(({ file }) => pure.includes(folderOf(file)))
      .flatMap(({ file, source }) => {
        const code = source
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
          // Functions that run in a page use what its browser has through `page` only.
          .replace(/^(export )?interface \w+ \{[\s\S]*?^\}|\bpage\s*\.\w+/gm, "")
          .replace(/"(?:[^"\\]|\\.)*"/g, '""');
        const match = impure.exec(code);
        return match ? [`${file}: ${match[1]}`] : [];
      });
    assert.deepEqual(found, []);
  });

  it("keeps the tests' stages out of the program", () => {
    const staged = files.filter(({ imports }) =>
      imports.some((name) => /(^|\/)stage\//.test(name)),
    );
    assert.deepEqual(
      staged.map(({ file }) => file),
      [],
    );
  });

  it("prints from the command line only, and where a process of our own answers its parent", () => {
    const answering = ["src/machine/node/lookup-helper.ts", "src/server/practice/inside.ts"];
    const printing = files.filter(
      ({ file, source }) =>
        !["cli", "lab"].includes(folderOf(file)) &&
        !answering.includes(file) &&
        /^[^/*]*\bconsole\.|process\.std(out|err)/m.test(source),
    );
    assert.deepEqual(
      printing.map(({ file }) => file),
      [],
    );
  });
});
