import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { program, read } from "./_source.ts";

const files = program("src/portal").map((file) => ({ file, source: read(file) }));

/** Folders whose code needs Node: the page takes their types and nothing else. */
const typesOnly = /^import (?!type )[^;]*from "(?:\.\.\/)+(?:actions|doctor)\/[^"]*"/gm;
const nodeOnly = /\b(?:Buffer|process|require|__dirname|setImmediate)\b[.(]/g;
const scripting = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|eval|document\.write)\b\s*[=(]/g;

const found = (pattern: RegExp) =>
  files.flatMap(({ file, source }) =>
    [...source.matchAll(pattern)].map(([what]) => `${file}: ${what}`),
  );

describe("the page (src/portal)", () => {
  it("is there", () => assert.ok(files.length > 30));

  it("takes types alone of folders whose code needs Node", () => {
    assert.deepEqual(found(typesOnly), []);
  });

  it("uses nothing that only Node has", () => assert.deepEqual(found(nodeOnly), []));

  it("writes HTML at one place, from a document that lets nothing through unescaped", () => {
    assert.deepEqual(found(scripting), []);
    const raw = files.filter(({ source }) => source.includes("dangerouslySetInnerHTML"));
    assert.deepEqual(
      raw.map(({ file }) => file),
      ["src/portal/view/guide.tsx"],
    );
  });

  it("has no sentence of its own: every word that is read stands in src/text or the guide", () => {
    const korean = files
      .filter(({ file }) => !file.endsWith("jamo.ts"))
      .flatMap(({ file, source }) => {
        const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
        return /[가-힣]/.test(code) ? [file] : [];
      });
    assert.deepEqual(korean, []);
  });

  it("notices what it should", () => {
    assert.match('import { prepare } from "../doctor/prepare.ts"', new RegExp(typesOnly.source));
    assert.doesNotMatch(
      'import type { Change } from "../../actions/change.ts"',
      new RegExp(typesOnly.source),
    );
    assert.match("Buffer.from(x)", new RegExp(nodeOnly.source));
  });
});
