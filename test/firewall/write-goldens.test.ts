import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { writers } from "../../src/firewall/write/index.ts";
import { requests } from "./_requests.ts";

const goldens = fileURLToPath(new URL("../../src/firewall/write/goldens", import.meta.url));
const rewrite =
  "JOCHI_UPDATE_GOLDENS=1 bash scripts/test.sh unit test/firewall/write-goldens.test.ts";

/** File names and their texts, as they lie in one folder. */
function folder(path: string): Record<string, string> {
  const names = existsSync(path) ? readdirSync(path).sort() : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

describe("rules as they are written", () => {
  const all = Object.entries(requests());
  for (const [id, writer] of Object.entries(writers)) {
    for (const [kind, request] of all) {
      it(`${id}: the ${kind} request`, () => {
        const { add, remove, needsPerson } = writer.write(request);
        const person = needsPerson.map(({ opening, key }) => `${opening.name} ${key}\n`).join("");
        const files = [...add, ...remove];
        if (person) files.push({ name: "needs-person", text: person });
        const path = join(goldens, id, kind);
        if (process.env.JOCHI_UPDATE_GOLDENS) {
          rmSync(path, { recursive: true, force: true });
          mkdirSync(path, { recursive: true });
          for (const { name, text } of files) writeFileSync(join(path, name), text);
        }
        const written = Object.fromEntries(files.map(({ name, text }) => [name, text]));
        assert.deepEqual(written, folder(path), `if this is meant: ${rewrite}`);
      });
    }
  }
});
