import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { bytesOf, readRoot } from "../../bundle/metadata/envelope.ts";
import { expiryOf, makeRoot, quorumsOf, unsigned } from "../../bundle/metadata/make.ts";
import { type RoleName, roleNames } from "../../bundle/metadata/roles.ts";
import type { PublicKey, RootSigned } from "../../bundle/metadata/shape.ts";
import { quorumOf } from "../../bundle/verify/trust.ts";
import type { Io } from "../command.ts";
import { isDay, localDay } from "../day.ts";
import { writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { rootBytes } from "./anchor.ts";
import { freeFile } from "./free-file.ts";
import { helpFor } from "./help.ts";
import { publicIn } from "./public-key.ts";
import { bundleText } from "./text.ts";

const options = {
  key: { type: "string", multiple: true, default: [] as string[] },
  role: { type: "string", multiple: true, default: [] as string[] },
  threshold: { type: "string", multiple: true, default: [] as string[] },
  from: { type: "string" },
  expires: { type: "string" },
  today: { type: "string" },
  output: { type: "string" },
  json: { type: "boolean", default: false },
} satisfies ParseArgsOptionsConfig;

type Keys = Map<string, PublicKey>;
type Change = Partial<Record<RoleName, { keyids?: readonly string[]; threshold?: number }>>;

/** `jochi bundle root new|next`: who may sign what, as a file that is then signed by its keys. */
export async function rootCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("root", argv, io)) return 0;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = bundleText[io.lang];
  const [what, surplus] = positionals;
  if ((what !== "new" && what !== "next") || surplus !== undefined)
    throw new Refusal(text.needsRootWord);
  if (values.output === undefined) throw new Refusal(text.needs("--output"));
  const output = freeFile(values.output, io);
  const today = dayOf("--today", values.today ?? localDay(), io);
  const expires = endOf(values.expires, today, io);
  const before = what === "next" ? rootFile(values.from, io) : undefined;
  const { keys, change } = keysOf(values, before, io);
  if (keys.size === 0) throw new Refusal(text.needs("--key"));
  const root = makeRoot({
    version: (before?.version ?? 0) + 1,
    expires: expiryOf("root", today, expires),
    keys,
    quorums: quorumsOf([...keys.keys()], change),
  });
  writeWhole(output, bytesOf(unsigned(root)), text);
  const read = readRoot(bytesOf(unsigned(root)), values.output);
  const told = {
    schema: "jochi.bundle-root/1",
    version: root.version,
    fingerprint: read.sha256,
    expires: root.expires.slice(0, 10),
    roles: roleNames.map((name) => ({ name, ...partOf(root, name) })),
  };
  if (values.json) io.out(`${JSON.stringify(told, null, 2)}\n`);
  else io.out(`${text.rootMade(values.output, told)}\n`);
  return 0;
}

const partOf = (root: RootSigned, name: RoleName) => {
  const { keyids, threshold } = quorumOf(root, name);
  return { threshold, keyids };
};

export function dayOf(option: string, value: string, io: Io): string {
  if (!isDay(value)) throw new Refusal(bundleText[io.lang].badDay(option, value));
  return value;
}

/** An end that is still to come; undefined where none was chosen. */
export function endOf(value: string | undefined, today: string, io: Io): string | undefined {
  if (value === undefined) return undefined;
  const day = dayOf("--expires", value, io);
  if (day <= today) throw new Refusal(bundleText[io.lang].alreadyOver("--expires", day));
  return day;
}

function rootFile(file: string | undefined, io: Io): RootSigned {
  const text = bundleText[io.lang];
  if (file === undefined) throw new Refusal(text.needs("--from"));
  return readRoot(rootBytes(file, io), file).signed;
}

/** Without keys of its own a later root keeps those that there were; roles named alone change alone. */
function keysOf(
  values: { key: string[]; role: string[]; threshold: string[] },
  before: RootSigned | undefined,
  io: Io,
): { keys: Keys; change: Change } {
  const text = bundleText[io.lang];
  const keys: Keys = new Map();
  const take = (file: string): string => {
    const { keyid, publicKey } = publicIn(file, io);
    keys.set(keyid, publicKey);
    return keyid;
  };
  const taken = (files: readonly string[]) => [...new Set(files.map(take))];
  const given = taken(values.key);
  const change: Change = {};
  if (before && given.length === 0) {
    const old = { ...before.keys, ...before.delegations.keys };
    for (const role of roleNames) change[role] = quorumOf(before, role);
    for (const [keyid, key] of Object.entries(old)) keys.set(keyid, key);
  } else if (before) {
    for (const role of roleNames) change[role] = { threshold: quorumOf(before, role).threshold };
  } else {
    for (const role of roleNames) change[role] = { keyids: given };
  }
  for (const word of values.role) {
    const [role, files] = pairOf("--role", word, io);
    change[role] = { ...change[role], keyids: taken(files.split(",")) };
  }
  for (const word of values.threshold) {
    const [role, count] = pairOf("--threshold", word, io);
    if (!/^[1-9][0-9]?$/.test(count)) throw new Refusal(text.badPair("--threshold", word));
    change[role] = { ...change[role], threshold: Number(count) };
  }
  if (before && given.length > 0) {
    for (const role of roleNames) change[role] = { keyids: given, ...change[role] };
  }
  const used = new Set(roleNames.flatMap((role) => change[role]?.keyids ?? []));
  for (const keyid of [...keys.keys()]) if (!used.has(keyid)) keys.delete(keyid);
  return { keys, change };
}

function pairOf(option: string, word: string, io: Io): [RoleName, string] {
  const [role = "", value = ""] = word.split("=");
  const known = roleNames.find((name) => name === role);
  if (!known || value === "") throw new Refusal(bundleText[io.lang].badPair(option, word));
  return [known, value];
}
