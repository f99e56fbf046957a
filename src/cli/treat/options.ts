import { parseArgs } from "node:util";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { treatText } from "./text.ts";

/** Options of what changes a PC and of what takes changes back. */
const shared = {
  help: { type: "boolean", short: "h", default: false },
  list: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

export interface TreatArguments {
  help: boolean;
  guide: string | undefined;
  remedies: string[];
  list: boolean;
  dryRun: boolean;
  yes: boolean;
  files: string | undefined;
  /** A bundle in the place of guide and files, and whose it must be. */
  bundle: string | undefined;
  fingerprint: string | undefined;
  json: boolean;
}

export function treatArguments(argv: string[], { lang }: Io): TreatArguments {
  const text = treatText[lang];
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      ...shared,
      guide: { type: "string" },
      files: { type: "string" },
      bundle: { type: "string" },
      fingerprint: { type: "string" },
    },
  });
  const { help, guide, list, yes, files, bundle, fingerprint, json } = values;
  const dryRun = values["dry-run"];
  if (dryRun && yes) throw new Refusal(text.together("--dry-run", "--yes"));
  if (bundle !== undefined && files !== undefined)
    throw new Refusal(text.together("--bundle", "--files"));
  if (list && bundle !== undefined) throw new Refusal(text.together("--list", "--bundle"));
  const [first] = positionals;
  if (list && first !== undefined) throw new Refusal(text.notWith("--list", first));
  // Windows' programs are handed the path as it stands, from whatever folder they start in.
  if (files !== undefined && !/^[A-Za-z]:[\\/]/.test(files))
    throw new Refusal(text.notAbsolute(files));
  const remedies = [...new Set(positionals)];
  return { help, guide, remedies, list, dryRun, yes, files, bundle, fingerprint, json };
}

export interface UndoArguments {
  help: boolean;
  id: string | undefined;
  all: boolean;
  list: boolean;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
}

export function undoArguments(argv: string[], { lang }: Io): UndoArguments {
  const text = treatText[lang];
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { ...shared, all: { type: "boolean", default: false } },
  });
  const [id, surplus] = positionals;
  const { help, all, list, yes, json } = values;
  const dryRun = values["dry-run"];
  if (dryRun && yes) throw new Refusal(text.together("--dry-run", "--yes"));
  if (all && id !== undefined) throw new Refusal(text.together("--all", id));
  if (list && id !== undefined) throw new Refusal(text.notWith("--list", id));
  if (surplus !== undefined) throw new Refusal(text.notWith(id!, surplus));
  return { help, id, all, list, dryRun, yes, json };
}
