import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isNode, parseDocument } from "yaml";
import { seededRandom } from "../machine/memory/random.ts";
import { ownPath } from "../own/files.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import type { DataPath } from "./value.ts";

const files = globSync(["guides/*/*/*.yaml", "test/guide/*-guide/*.yaml"], { cwd: ownPath(".") })
  .sort()
  .map((name) => ({ name, text: readFileSync(ownPath(name), "utf8") }));

/** Pieces in which YAML has rules of its own. */
const pieces =
  "\n|\n  |\n- |: | #|#|- |[|]|{|}|,|\"|'|&a |*a|!x |> |? |%|@|~|null|true|0x1|1e3|-1|.5|\\n|\\u0041|''|  |:|a:|a: b|null: a|true: a|<<: |---|...|\t|é|가|__proto__: 1"
    .split("|")
    .concat("|", "|-\n", "a: |\n  b\n", "a: |-\n    b\n     c\n\n", "Yes", "True", "NULL")
    .concat(
      "\n   \n",
      "\n      \n",
      "a: |-\n  b\n   \n",
      "a: |\n  b\n\n    ",
      "\n  #\n",
      "\n   # b\n",
    );

function* pathsOf(value: unknown, path: DataPath = []): Generator<DataPath> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** What the whole parser reads, or that it complains. */
function wholly(text: string) {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  const bad = document.errors.length + document.warnings.length > 0;
  return bad ? undefined : { data: document.toJS() as unknown, document };
}

test("guides are read as YAML reads them, every value from where it stands", () => {
  const read = files.filter(({ name, text }) => {
    const plain = readPlainYaml(text);
    if (!plain) return false;
    const whole = wholly(text)!;
    assert.deepStrictEqual(plain.data, whole.data, name);
    for (const path of pathsOf(plain.data)) {
      const node = path.length === 0 ? whole.document.contents : whole.document.getIn(path, true);
      assert.ok(isNode(node) && node.range, `${name}: ${path.join(".")}`);
      assert.equal(plain.offsetOf(path), node.range[0], `${name}: ${path.join(".")}`);
    }
    return true;
  });
  assert.ok(read.length > files.length * 0.8, `${read.length} of ${files.length} are plain`);
});

test("whatever else stands in a file is left to a whole parser or read in the same way", () => {
  const random = seededRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let read = 0;
  for (let at = 0; at < 6_000; at += 1) {
    const lines = pick(files).text.split("\n");
    const from = Math.floor(random() * lines.length);
    let text = lines.slice(from, from + 1 + Math.floor(random() * 12)).join("\n");
    for (let change = Math.floor(random() * 3); change >= 0; change -= 1) {
      const place = Math.floor(random() * (text.length + 1));
      const gone = random() < 0.4 ? Math.floor(random() * 4) : 0;
      text = text.slice(0, place) + (random() < 0.8 ? pick(pieces) : "") + text.slice(place + gone);
    }
    const plain = readPlainYaml(text);
    if (!plain) continue;
    read += 1;
    const whole = wholly(text);
    assert.ok(whole, `only YAML is read: ${JSON.stringify(text)}`);
    assert.deepStrictEqual(plain.data, whole.data, JSON.stringify(text));
  }
  assert.ok(read > 100, `${read} texts were plain`);
});

test("lines of spaces below a block of text are its own, or nobody's, as YAML has it", () => {
  let read = 0;
  for (const mark of ["|", "|-"]) {
    for (const spaces of [0, 1, 2, 3, 4, 9]) {
      for (const end of ["", "\n", "\nid: a\n", "\n# end\n", "\n\n   # end\n", "\n  \nid: a\n"]) {
        const text = `message: ${mark}\n  안녕\n${" ".repeat(spaces)}${end}`;
        const plain = readPlainYaml(text);
        if (!plain) continue;
        read += 1;
        assert.deepStrictEqual(plain.data, wholly(text)?.data, JSON.stringify(text));
      }
    }
  }
  assert.ok(read >= 12, `${read} texts were plain`);
  assert.equal(readPlainYaml("message: |-\n  안녕\n   \nid: a\n"), undefined);
});

test("a hostile file costs no more than another", () => {
  const texts = [
    `a: b${" ".repeat(500_000)}c`,
    `a: [${"[".repeat(100_000)}`,
    `a: "${"\\".repeat(500_001)}`,
    `${"- ".repeat(200_000)}a`,
    `a: ${"b:".repeat(200_000)} c: d`,
  ];
  for (const text of texts) assert.equal(readPlainYaml(text), undefined);
});
