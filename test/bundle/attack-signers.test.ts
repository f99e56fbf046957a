import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { sealKey, writeKeyFile } from "../../src/bundle/keys/key-file.ts";
import { keyCommand } from "../../src/cli/bundle/key.ts";
import { signCommand } from "../../src/cli/bundle/sign.ts";
import type { Io } from "../../src/cli/command.ts";
import { resign } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { rootOf, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, changed } = await sceneIn(folder);
const { alice, bob } = people.keys;
const at = (name: string) => join(folder, name);
writeFileSync(at("words"), "several words that nobody guesses");
const sealed = await sealKey(alice, Buffer.from("several words that nobody guesses"));
writeKeyFile(at("alice.key"), sealed);
const own = ["--key", "alice.key", "--passphrase-file", "words", "--yes"];

async function call(command: (argv: string[], io: Io) => Promise<number>, ...argv: string[]) {
  const told = { out: "", err: "" };
  const io: Io = {
    out: (text) => {
      told.out += text;
    },
    err: (text) => {
      told.err += text;
    },
    lang: "en",
    env: {},
    cwd: folder,
    signal: new AbortController().signal,
  };
  return { code: await command(argv, io), ...told };
}

describe("whoever signs", () => {
  it("is shown how long what he signs would pass for today's", async () => {
    const bytes = changed((e) =>
      resign(e, "metadata/timestamp.json", [], (signed) => {
        signed.expires = "9999-12-31T00:00:00Z";
      }),
    );
    writeFileSync(at("long.jochi"), bytes);
    const { out } = await call(signCommand, "long.jochi", ...own);
    assert.match(out, /timestamp +1 needed, 0 signed, until 9999-12-31/);
  });

  it("is shown the keys of a root in full, as their beginnings can be imitated", async () => {
    writeFileSync(at("1.root.json"), rootOf([alice, bob]));
    const { out } = await call(signCommand, "1.root.json", ...own);
    for (const { keyid } of [alice, bob]) assert.ok(out.includes(keyid), out);
  });

  it("has no passphrase of three syllables", async () => {
    for (const words of ["김이박", "1234567"])
      await assert.rejects(sealKey(bob, Buffer.from(words)), { code: "key.passphrase-short" });
    await assert.doesNotReject(sealKey(bob, Buffer.from("여덟 글자 암호")));
  });

  it("does not lose a key to its public half", async () => {
    for (const name of ["alice.key", "./alice.key", at("alice.key")])
      await assert.rejects(
        call(keyCommand, "show", "alice.key", "--public", name),
        /not overwritten/,
      );
    await assert.rejects(call(keyCommand, "new", "k.key", "--public", "k.key"), /not overwritten/);
    assert.ok(readFileSync(at("alice.key")).equals(sealed));
  });
});
