import { parseArgs } from "node:util";
import { defaultShare, parseShare, parseSize } from "../../bundle/media/size.ts";
import { splitFile } from "../../bundle/media/split.ts";
import { oneLine } from "../../guide/error.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { inFolder, pathIn, progressTo, sizeOf } from "./media.ts";
import { mediaText } from "./media-text.ts";

/** `jochi bundle split`: a file in parts for media, with what repairs them. */
export async function splitCommand(argv: string[], io: Io): Promise<number> {
  const text = mediaText[io.lang];
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      size: { type: "string" },
      parity: { type: "string" },
      to: { type: "string", default: "." },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    strict: true,
    allowPositionals: true,
  });
  if (values.help) {
    io.out(`${text.splitHelp}\n`);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refusal(text.needsFile);
  if (values.size === undefined) throw new Refusal(text.needsSize);
  const partBytes = parseSize(values.size);
  if (partBytes === undefined) throw new Refusal(text.badSize(values.size));
  const share = values.parity === undefined ? defaultShare : parseShare(values.parity);
  if (share === undefined) throw new Refusal(text.badParity(values.parity!));
  const to = pathIn(io, values.to);
  const made = await inFolder(to, io, () =>
    splitFile(pathIn(io, file), {
      to,
      partBytes,
      share,
      signal: io.signal,
      onProgress: progressTo(io),
    }),
  );
  if (values.json) {
    io.out(`${JSON.stringify({ schema: "jochi.bundle-split/1", ...made }, null, 2)}\n`);
    return 0;
  }
  const parity = `${(made.parity * 100).toFixed(1)} %`;
  const lines = [
    text.split(made.name, sizeOf(made.bytes), made.parts.length, parity),
    ...made.parts.map((part) => `  ${part.file}  ${sizeOf(part.bytes)}`),
    `SHA-256 ${made.sha256}`,
    ...(made.parts.length > 1 ? [made.anyPartSpare ? text.spare : text.noSpare] : []),
  ];
  io.out(`${lines.map(oneLine).join("\n")}\n`);
  return 0;
}
