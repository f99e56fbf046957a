import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { GuideIn, Offered } from "../../bundle/create/wanted.ts";
import { type Created, createBundle } from "../../bundle/create.ts";
import { BundleFault } from "../../bundle/fault.ts";
import { guideName } from "../../bundle/pins/guide.ts";
import { faultWords } from "../../bundle/said.ts";
import { findGuide } from "../../guide/find.ts";
import { loadGuide } from "../../guide/load.ts";
import { readGuideFolder } from "../../guide/read.ts";
import { offlinePage, unshown } from "../../report/guide/offline-page.ts";
import type { Io } from "../command.ts";
import { localDay } from "../day.ts";
import { offlineParts } from "../offline-parts.ts";
import { Refusal } from "../refusal.ts";
import { rootBytes } from "./anchor.ts";
import { authoritiesOf } from "./authorities.ts";
import { downloads, forget } from "./downloads.ts";
import { freeFile } from "./free-file.ts";
import { helpFor } from "./help.ts";
import { pathIn, sizeOf } from "./media.ts";
import { withBundle } from "./open.ts";
import { dayOf, endOf } from "./root.ts";
import { bundleText } from "./text.ts";
import { indented, missingLines, replacementLines } from "./told.ts";

const many = { type: "string", multiple: true, default: [] as string[] } as const;
const options = {
  guide: many,
  root: many,
  after: { type: "string" },
  artifact: many,
  from: many,
  download: many,
  program: { type: "string" },
  authorities: { type: "string" },
  expires: { type: "string" },
  today: { type: "string" },
  output: { type: "string" },
  yes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} satisfies ParseArgsOptionsConfig;

const parse = (argv: string[]) => parseArgs({ args: argv, options }).values;

/** `jochi bundle create`: 0 complete, 1 made although something of the guides is missing. */
export async function createCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("create", argv, io)) return 0;
  const values = parse(argv);
  const text = bundleText[io.lang];
  if (values.output === undefined) throw new Refusal(text.needs("--output"));
  if (values.guide.length === 0) throw new BundleFault("create.no-guide");
  if (values.root.length === 0 && values.after === undefined)
    throw new Refusal(text.needs("--root"));
  const output = freeFile(values.output, io);
  const day = dayOf("--today", values.today ?? localDay(), io);
  const expires = endOf(values.expires, day, io);
  const guides = values.guide.map(guideIn);
  const given = offeredIn(values.artifact, values.from, io);
  const folder = values.download.length > 0 ? mkdtempSync(join(tmpdir(), "jochi-download-")) : "";
  try {
    const fetched = await downloads(
      values.download,
      guides.map(({ guide }) => guide),
      { folder, yes: values.yes, io },
    );
    const wanted = {
      output,
      day,
      ...(expires !== undefined && { expires }),
      roots: values.root.map((file) => rootBytes(file, io)),
      guides,
      pages: await pagesOf(guides, io),
      ...(values.program !== undefined && {
        program: { path: pathIn(io, values.program), source: values.program },
      }),
      offered: [...given, ...fetched],
      authorities: await authoritiesOf(values.authorities, io),
      signal: io.signal,
    };
    const made =
      values.after === undefined
        ? await createBundle(wanted)
        : await withBundle(values.after, io, (after) => createBundle({ ...wanted, after }));
    tell(made, values, guides, io);
    return made.missing.length === 0 ? 0 : 1;
  } catch (error) {
    throw withReplacement(error, guides, io);
  } finally {
    if (folder !== "") forget(folder);
  }
}

function guideIn(name: string): GuideIn {
  const guide = loadGuide(name);
  const files = readGuideFolder(findGuide(name).folder);
  return { guide, files: files.map(({ kind, bytes }) => ({ kind, bytes })) };
}

async function pagesOf(guides: readonly GuideIn[], io: Io) {
  const parts = await offlineParts();
  return guides.map(({ guide }) => {
    if (unshown(parts, guide).length > 0) throw new Refusal(bundleText[io.lang].noPage);
    const bytes = Buffer.from(offlinePage(parts, guide, false), "utf8");
    return { guide: guideName(guide), bytes };
  });
}

function offeredIn(artifacts: readonly string[], from: readonly string[], io: Io): Offered[] {
  const pair = (option: string, word: string) => {
    const at = word.indexOf("=");
    if (at < 1 || at === word.length - 1)
      throw new Refusal(bundleText[io.lang].badPair(option, word));
    return [word.slice(0, at), word.slice(at + 1)] as const;
  };
  const sources = new Map(from.map((word) => pair("--from", word)));
  const offered = artifacts.map((word): Offered => {
    const [id, file] = pair("--artifact", word);
    return { id, path: pathIn(io, file), source: sources.get(id) };
  });
  for (const id of sources.keys()) {
    if (!offered.some((one) => one.id === id)) throw new Refusal(bundleText[io.lang].fromAlone(id));
  }
  return offered;
}

function tell(
  made: Created,
  values: ReturnType<typeof parse>,
  guides: readonly GuideIn[],
  io: Io,
): void {
  const text = bundleText[io.lang];
  if (values.json) {
    io.out(`${JSON.stringify({ schema: "jochi.bundle-create/1", ...made }, null, 2)}\n`);
    return;
  }
  const { files } = made.plan;
  const shown = guides.map(({ guide }) => guide);
  const lines = [
    text.made(values.output!, sizeOf(made.bytes), made.sha256),
    text.contents,
    ...indented(files.map(({ name }) => name)),
  ];
  if (made.missing.length > 0)
    lines.push(text.missing, ...indented(missingLines(made.missing, shown, io.lang)));
  lines.push(text.signatures, ...indented(made.roles.map(text.signatureLine)), text.signNext);
  io.out(`${lines.join("\n")}\n`);
}

/** What may not be put in, with what to do instead: as the guide says, or as this command can. */
function withReplacement(error: unknown, guides: readonly GuideIn[], io: Io): unknown {
  if (!(error instanceof BundleFault) || error.code !== "create.refused") return error;
  const lines = guides.flatMap(({ guide }) => replacementLines(guide, error.entry ?? "", io.lang));
  if (error.detail.because === "authority-unknown") lines.push(bundleText[io.lang].giveAuthorities);
  if (lines.length === 0) return error;
  return new Refusal(`${faultWords(error, io.lang)} ${lines.join(" ")}`);
}
