import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import type { Offered } from "../../src/bundle/create/wanted.ts";
import { type CreateWanted, createBundle } from "../../src/bundle/create.ts";
import { newSigningKey, type SigningKey } from "../../src/bundle/keys/key.ts";
import { signedSha256 } from "../../src/bundle/metadata/envelope.ts";
import { expiryOf } from "../../src/bundle/metadata/make.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { readGuideFolder } from "../../src/guide/read.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { guideFolder, guideRoots, signerFile } from "../windows/broken/guide.ts";
import { nosInstaller, nosInstallerFile } from "../windows/broken/installers.ts";
import { rootOf, sign, workshop } from "./_stage.ts";

/** The day on which the clock of this machine stands: processes of their own go by that. */
export const day = new Date().toISOString().slice(0, 10);

/** The connected side: two people with keys, a guide, and the files that it asks for. */
export interface Connected {
  folder: string;
  keys: [SigningKey, SigningKey];
  root: Buffer;
  /** What people compare by phone. */
  fingerprint: string;
  /** The installer of NOS, signed under the first of the guide's roots. */
  installer: Buffer;
  /** Makes a bundle that both sign; gives its path. */
  bundle(name: string, wanted?: Partial<CreateWanted>): Promise<string>;
}

/** @param guide the folder of a guide that `guideFolder` made */
export function connectedSide(
  folder: string,
  guide: string,
  installer: Buffer = signedPe(nosInstaller),
): Connected {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const offered: Offered[] = [
    { id: "nos", path: put(nosInstallerFile, installer) },
    { id: "verisign-root", path: put(signerFile, guideRoots.signer.der) },
  ];
  const keys: [SigningKey, SigningKey] = [newSigningKey(), newSigningKey()];
  const root = rootOf(keys, { expires: expiryOf("root", day) });
  const guideIn = {
    guide: loadGuide(guide, { cache: false }),
    files: readGuideFolder(guide).map(({ kind, bytes }) => ({ kind, bytes })),
  };
  return {
    folder,
    keys,
    root,
    fingerprint: signedSha256(JSON.parse(root.toString("utf8")).signed),
    installer,
    async bundle(name, wanted = {}) {
      const output = join(folder, name);
      await createBundle({
        output,
        day,
        roots: wanted.after ? [] : [root],
        guides: [guideIn],
        pages: [],
        offered,
        authorities: [guideRoots.made.certificate],
        ...wanted,
      });
      for (const key of keys) await sign(output, key);
      return output;
    },
  };
}

/** The bundle that follows another one, which then is a step back. */
export async function nextBundle(side: Connected, name: string, before: string): Promise<string> {
  const after = await openContainer(readFileSync(before));
  return side.bundle(name, { after, offered: [] });
}

/** A folder and a guide for the tests of one file, gone after the last, and the connected side in it. */
export function connectedStage() {
  const { folder, remove } = workshop();
  const guide = guideFolder();
  after(() => {
    guide.remove();
    remove();
  });
  return { folder, guide, side: connectedSide(join(folder, "connected"), guide.path) };
}
