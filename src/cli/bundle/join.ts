import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { type JoinResult, joinParts } from "../../bundle/media/join.ts";
import type { PartReport } from "../../bundle/media/scan.ts";
import { oneLine } from "../../guide/error.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { checkFolder, orRefusal, pathIn, plainFiles, progressTo, sizeOf } from "./media.ts";
import { mediaText } from "./media-text.ts";

/** Places of damage that a line names; `--json` has more. */
const placesShown = 3;
/** Numbers of parts that a line names. */
const partsShown = 40;

/** `jochi bundle join`: the file again; 1 where parts are still missing. */
export async function joinCommand(argv: string[], io: Io): Promise<number> {
  const text = mediaText[io.lang];
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      output: { type: "string" },
      set: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    strict: true,
    allowPositionals: true,
  });
  if (values.help) {
    io.out(`${text.joinHelp}\n`);
    return 0;
  }
  if (positionals.length === 0) throw new Refusal(text.needsParts);
  if (values.set !== undefined && !/^[0-9a-f]{4,16}$/i.test(values.set)) {
    throw new Refusal(text.badSet(values.set));
  }
  if (values.output !== undefined) checkFolder(dirname(pathIn(io, values.output)), io);
  const files = plainFiles(positionals, io);
  const made = await orRefusal(io, () =>
    joinParts(files, {
      folder: io.cwd,
      ...(values.output !== undefined && { output: pathIn(io, values.output) }),
      ...(values.set !== undefined && { set: values.set }),
      signal: io.signal,
      onProgress: progressTo(io),
    }),
  );
  io.out(
    values.json
      ? `${JSON.stringify({ schema: "jochi.bundle-join/1", ...made }, null, 2)}\n`
      : `${linesOf(made, io).join("\n")}\n`,
  );
  return made.status === "joined" ? 0 : 1;
}

function linesOf(made: JoinResult, io: Io): string[] {
  const text = mediaText[io.lang];
  const lines = made.files.map((file) => oneLine(lineOf(file, io)));
  if (made.resumedBytes > 0) lines.push(text.resumed(sizeOf(made.resumedBytes)));
  if (made.status === "joined") {
    if (made.repairedBytes > 0) lines.push(text.repaired(sizeOf(made.repairedBytes)));
    return [
      ...lines,
      oneLine(text.joined(made.output, sizeOf(made.bytes))),
      `SHA-256 ${made.sha256}`,
    ];
  }
  lines.push(text.incomplete(sizeOf(made.lackingBytes)));
  if (made.missing.length > 0) {
    const shown = made.missing.slice(0, partsShown).join(", ");
    const more = made.missing.length > partsShown ? ", …" : "";
    lines.push(text.missing(shown + more, made.parts));
  }
  return [...lines, text.again];
}

function lineOf(report: PartReport, { lang }: Io): string {
  const text = mediaText[lang];
  const { file, is, part = 0, repeats, damaged, damagedBytes } = report;
  if (is === "foreign") return text.foreign(file);
  if (is === "nothing") return text.nothing(file);
  if (damagedBytes > 0) {
    const list = damaged.slice(0, placesShown).map(({ from, to }) => `${from}–${to}`);
    const places = text.places(list, damaged.length > placesShown);
    return text.damaged(file, part, sizeOf(damagedBytes), places);
  }
  return repeats === undefined ? text.whole(file, part) : text.repeats(file, part, repeats);
}
