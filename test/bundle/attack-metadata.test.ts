import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { fate } from "./_forge.ts";
import { installers, sceneIn } from "./_scene.ts";
import { workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { seen, changed } = await sceneIn(folder);

describe("metadata that could be read in more than one way", () => {
  const twisted: [string, (text: string) => string, string][] = [
    ["a key twice", (t) => t.replace('"version":', '"version":9,"version":'), "metadata.malformed"],
    [
      "a __proto__",
      (t) => t.replace('"signed":{', '"signed":{"__proto__":{},'),
      "metadata.malformed",
    ],
    ["spaces", (t) => t.replace('"signed":', '"signed": '), "metadata.malformed"],
    ["a byte order mark", (t) => `\ufeff${t}`, "metadata.malformed"],
    ["an escape", (t) => t.replace('"_type"', '"\\u005ftype"'), "metadata.malformed"],
    ["a fraction", (t) => t.replace(/"version":\d+/, '"version":1.0'), "metadata.malformed"],
    ["something behind it", (t) => `${t}\n`, "metadata.malformed"],
    [
      "more depth than anything needs",
      (t) => t.replace('"signed":', `"x":${"[".repeat(9_000)}${"]".repeat(9_000)},"signed":`),
      "metadata.malformed",
    ],
    ["another field", (t) => t.replace('"signed":', '"signee":1,"signed":'), "metadata.malformed"],
    [
      "another field, in its order",
      (t) => t.replace('{"signatures"', '{"signatories":1,"signatures"'),
      "metadata.shape",
    ],
    [
      "capitals in a signature",
      (t) => t.replace(/"sig":"([0-9a-f]+)"/, (all) => all.toUpperCase().replace("SIG", "sig")),
      "metadata.shape",
    ],
  ];
  for (const [what, twist, code] of twisted) {
    it(what, async () => {
      for (const name of ["1.root", "timestamp", "snapshot", "installers"]) {
        const file = `metadata/${name}.json`;
        const bytes = changed((e) => e.set(file, Buffer.from(twist(e.get(file)!.toString()))));
        assert.equal(await fate(bytes, seen), code, name);
      }
    });
  }

  it("more of it than anything needs", async () => {
    const huge = Buffer.alloc(8 << 20, " ");
    const bytes = changed((e) => e.set(installers, huge));
    assert.equal(await fate(bytes, seen), "metadata.too-large");
  });
});
