import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { BundleFault } from "../../bundle/fault.ts";
import type { SigningKey } from "../../bundle/keys/key.ts";
import { newSigningKey } from "../../bundle/keys/key.ts";
import {
  keyFileBytesMax,
  openKey,
  publicFileOf,
  readPublic,
  sealKey,
  writeKeyFile,
} from "../../bundle/keys/key-file.ts";
import type { Io } from "../command.ts";
import { isSameFile, readBytes, writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { helpFor } from "./help.ts";
import { pathIn } from "./media.ts";
import { publicIn } from "./public-key.ts";
import { passphrase } from "./secret.ts";
import { bundleText } from "./text.ts";

const options = {
  "passphrase-file": { type: "string" },
  public: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** `jochi bundle key new|show FILE`: a signing key in an encrypted file, and its public half. */
export async function keyCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("key", argv, io)) return 0;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = bundleText[io.lang];
  const [what, file, surplus] = positionals;
  if (!file || surplus !== undefined || (what !== "new" && what !== "show"))
    throw new Refusal(text.needsKeyWord);
  const path = pathIn(io, file);
  const open = values.public === undefined ? undefined : pathIn(io, values.public);
  // The public half in the key's own place would be the end of the key.
  if (open !== undefined && isSameFile(open, path)) throw new Refusal(text.taken(values.public!));
  if (what === "new") {
    // Asked first, so that nobody types a passphrase for nothing.
    if (existsSync(path)) throw new BundleFault("key.exists", file);
    const words = await passphrase(values["passphrase-file"], io, { twice: true });
    writeKeyFile(path, await sealKey(newSigningKey(), words));
  }
  const { keyid, publicKey } = publicIn(file, io);
  if (open !== undefined) writeWhole(open, publicFileOf(publicKey), text);
  const shown = { schema: "jochi.bundle-key/1", keyid, public: publicKey };
  if (values.json) io.out(`${JSON.stringify(shown, null, 2)}\n`);
  else {
    io.out(`${what === "new" ? text.keyMade(file) : file}\n`);
    io.out(`${text.keyId}: ${keyid}\n${text.publicHalf}: ${publicKey.keyval.public}\n`);
  }
  return 0;
}

/** The key of a file, its passphrase asked for. */
export async function signingKey(
  file: string,
  passphraseFile: string | undefined,
  io: Io,
): Promise<SigningKey> {
  const bytes = readBytes(pathIn(io, file), keyFileBytesMax, bundleText[io.lang]);
  readPublic(bytes);
  return openKey(bytes, await passphrase(passphraseFile, io));
}
