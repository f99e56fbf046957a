import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleCommand } from "../../src/cli/bundle.ts";
import { guideRoots, signerFile } from "../windows/broken/guide.ts";
import { nosInstallerFile } from "../windows/broken/installers.ts";

/** What the connected side hands over: two bundles, and by phone the fingerprint. */
export interface Carried {
  fingerprint: string;
  older: string;
  bundle: string;
}

/**
 * The connected side as its people work: two make a key each, both sign who signs what, one puts the
 * bundle together, both sign it; later they prolong it.
 */
export async function madeByCommands(
  folder: string,
  guide: string,
  installer: Uint8Array,
): Promise<Carried> {
  mkdirSync(folder, { recursive: true });
  const { der } = guideRoots.signer;
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`;
  const files: Record<string, Uint8Array | string> = {
    [nosInstallerFile]: installer,
    [signerFile]: der,
    "authorities.pem": pem,
    "kim.words": "four words of kim\n",
    "lee.words": "four words of lee\n",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const people = ["kim", "lee"];
  const words = (name: string) => ["--passphrase-file", `${name}.words`];
  const sign = async (file: string) => {
    for (const name of people)
      await bundle(0, "sign", file, "--key", `${name}.key`, ...words(name), "--yes");
  };

  for (const name of people)
    await bundle(0, "key", "new", `${name}.key`, "--public", `${name}.pub`, ...words(name));
  const keys = people.flatMap((name) => ["--key", `${name}.pub`]);
  const told = await bundle(0, "root", "new", ...keys, "--output", "1.root.json");
  const fingerprint = /fingerprint ([0-9a-f]{64})/.exec(told)?.[1] ?? "";
  await sign("1.root.json");

  const given = [`nos=${nosInstallerFile}`, `verisign-root=${signerFile}`];
  // 1: it lacks what nobody has given, and says so.
  const artifacts = given.flatMap((each) => ["--artifact", each]);
  const of = ["--guide", guide, "--root", "1.root.json", "--authorities", "authorities.pem"];
  await bundle(1, "create", ...of, ...artifacts, "--output", "older.jochi");
  await sign("older.jochi");
  await bundle(1, "create", "--guide", guide, "--after", "older.jochi", "--output", "bundle.jochi");
  await sign("bundle.jochi");
  return {
    fingerprint,
    older: join(folder, "older.jochi"),
    bundle: join(folder, "bundle.jochi"),
  };

  async function bundle(...[expected, ...argv]: [number, ...string[]]): Promise<string> {
    const said = { out: "", err: "" };
    const code = await bundleCommand.run(argv, {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      lang: "en",
      env: { JOCHI_NETWORK: "none" },
      cwd: folder,
      signal: new AbortController().signal,
    });
    assert.equal(code, expected, `bundle ${argv.join(" ")}: ${said.out}${said.err}`);
    return said.out;
  }
}
