import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { BundleFault } from "../../bundle/fault.ts";
import { type Read, readRoot } from "../../bundle/metadata/envelope.ts";
import { roleNames, rootBytesMax } from "../../bundle/metadata/roles.ts";
import type { RootSigned } from "../../bundle/metadata/shape.ts";
import {
  fileOfRole,
  type Progress,
  progressOf,
  rolesFor,
  signBundle,
  signRoot,
} from "../../bundle/sign.ts";
import { lastRoot, readMetadata } from "../../bundle/verify/metadata.ts";
import { quorumOf } from "../../bundle/verify/trust.ts";
import { readContents } from "../../bundle/verify.ts";
import type { Io } from "../command.ts";
import { readBytes, writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { ask, canAsk } from "../treat/ask.ts";
import { rootBytes } from "./anchor.ts";
import { helpFor } from "./help.ts";
import { signingKey } from "./key.ts";
import { pathIn } from "./media.ts";
import { withBundle } from "./open.ts";
import { publicIn } from "./public-key.ts";
import { bundleText } from "./text.ts";
import { artefactLines, indented, missingLines } from "./told.ts";

const options = {
  key: { type: "string" },
  root: { type: "string" },
  "passphrase-file": { type: "string" },
  yes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

const parse = (argv: string[]) => parseArgs({ args: argv, options, allowPositionals: true });
type Values = ReturnType<typeof parse>["values"];

/** `jochi bundle sign FILE`: shows what would be signed, asks, signs; 1 where nobody agreed. */
export async function signCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("sign", argv, io)) return 0;
  const { values, positionals } = parse(argv);
  const text = bundleText[io.lang];
  const [file, surplus] = positionals;
  if (file === undefined || surplus !== undefined) throw new Refusal(text.needsBundle);
  if (values.key === undefined) throw new Refusal(text.needs("--key"));
  if (!values.yes && !canAsk()) throw new Refusal(text.nobodyForConsent);
  return isJson(file, io) ? signRootFile(file, values, io) : signWhole(file, values, io);
}

/** A root's file begins with a brace; a bundle, and anything else, does not. */
function isJson(file: string, io: Io): boolean {
  const path = pathIn(io, file);
  try {
    const handle = openSync(path, "r");
    try {
      const head = Buffer.alloc(1);
      return readSync(handle, head) === 1 && head[0] === 0x7b;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new Refusal(bundleText[io.lang].unreadable(file, code));
  }
}

async function signWhole(file: string, values: Values, io: Io): Promise<number> {
  const path = pathIn(io, file);
  const beside = join(dirname(path), `.jochi-sign-${randomUUID().slice(0, 8)}.tmp`);
  try {
    const signed = await signBeside(file, beside, values, io);
    if (!signed) return 1;
    // Only now, as Windows lets no open file be replaced.
    renameSync(beside, path);
    tell(signed.progress, signed.keyid, values, io);
    return 0;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Shows, asks, and writes the signed bundle beside the old one; undefined where nobody agreed. */
function signBeside(file: string, beside: string, values: Values, io: Io) {
  const text = bundleText[io.lang];
  return withBundle(file, io, async (container) => {
    const { keyid } = publicIn(values.key!, io);
    const metadata = await readMetadata(container);
    const roles = rolesFor(metadata, keyid);
    if (roles.length === 0) throw new BundleFault("key.no-role", keyid);
    const contents = await readContents(container, metadata, { now: new Date() });
    const root = lastRoot(metadata);
    const say = values.json ? io.err : io.out;
    const lines = [
      text.fingerprint(root.sha256, root.signed.version),
      text.contents,
      ...indented(contents.artefacts.flatMap((one) => artefactLines(one, io.lang))),
    ];
    const { missing } = contents.plan;
    if (missing.length > 0)
      lines.push(text.missing, ...indented(missingLines(missing, contents.guides, io.lang)));
    const progress = progressOf(metadata);
    // An end far ahead would let this bundle pass for today's as long.
    const ends = roles.map((name) => {
      const { has: signedBy, needs: threshold } = progress.find((one) => one.name === name)!;
      const day = fileOfRole(metadata, name).signed.expires.slice(0, 10);
      return text.roleLine({ name, threshold, signedBy, day });
    });
    lines.push(text.aboutToSign(roles.join(", ")), ...indented(ends));
    say(`${lines.join("\n")}\n`);
    if (!(await agreed(values, io))) return undefined;
    const key = await signingKey(values.key!, values["passphrase-file"], io);
    const signed = await signBundle(beside, container, { metadata, contents, key });
    return { progress: signed, keyid };
  });
}

async function signRootFile(file: string, values: Values, io: Io): Promise<number> {
  const text = bundleText[io.lang];
  const path = pathIn(io, file);
  publicIn(values.key!, io);
  const bytes = readBytes(path, rootBytesMax, text);
  const before = values.root === undefined ? undefined : rootBytes(values.root, io);
  const { signed: root, sha256 } = readRoot(bytes, file);
  // Without it nobody could say whether enough of the old keys have signed.
  if (root.version > 1 && before === undefined) throw new Refusal(text.needs("--root"));
  // In full: for the beginning of an id somebody can make a key that has it too.
  const ids = [...new Set(roleNames.flatMap((name) => quorumOf(root, name).keyids))].sort();
  const letter = (id: string) => `[${ids.indexOf(id) + 1}]`;
  const keys = ids.map((id) => `${letter(id)} ${id}`);
  const roles = roleNames.map((name) => {
    const { keyids, threshold } = quorumOf(root, name);
    const own = keyids.map(letter).join(" ");
    return `${name.padEnd(13)}${text.quorum(threshold, keyids.length)}: ${own}`;
  });
  const say = values.json ? io.err : io.out;
  say(`${[text.fingerprint(sha256, root.version), ...indented([...keys, ...roles])].join("\n")}\n`);
  if (!(await agreed(values, io))) return 1;
  const key = await signingKey(values.key!, values["passphrase-file"], io);
  const signed = signRoot(bytes, key, before);
  writeWhole(path, signed, text);
  tell(rootProgress(readRoot(signed, file), before), key.keyid, values, io);
  return 0;
}

/** How far a root is by its own keys, and by those of the one before it. */
function rootProgress(root: Read<RootSigned>, before: Uint8Array | undefined): RootProgress[] {
  const older = before === undefined ? [] : [readRoot(before, "--root").signed];
  return [root.signed, ...older].map(({ version, roles }) => {
    const { keyids, threshold } = roles.root;
    const has = root.signatures.filter(({ keyid }) => keyids.includes(keyid)).length;
    const own = { name: "root" as const, version: root.signed.version, has, needs: threshold };
    return version === root.signed.version ? own : { ...own, by: version };
  });
}

/** `by`: the version of the root whose keys are counted, where that is not its own. */
type RootProgress = Progress & { by?: number };

async function agreed({ yes }: Values, io: Io): Promise<boolean> {
  const text = bundleText[io.lang];
  if (yes || (await ask(text.askSign, io))) return true;
  io.err(`${text.declined}\n`);
  return false;
}

function tell(progress: readonly RootProgress[], keyid: string, { json }: Values, io: Io): void {
  const text = bundleText[io.lang];
  if (json) {
    const told = { schema: "jochi.bundle-sign/1", keyid, roles: progress };
    io.out(`${JSON.stringify(told, null, 2)}\n`);
    return;
  }
  const whole = progress.every(({ has, needs }) => has >= needs);
  const lines = [text.signatures, ...indented(progress.map(text.signatureLine))];
  io.out(`${[...lines, whole ? text.signedAll : text.signNext].join("\n")}\n`);
}
