import { parseArgs } from "node:util";
import { BundleFault } from "../../bundle/fault.ts";
import { faultWords } from "../../bundle/said.ts";
import { placeFor, type Unpacked, unpackBundle } from "../../bundle/unpack.ts";
import { oneLine } from "../../guide/error.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { anchorOf } from "./anchor.ts";
import { authoritiesOf } from "./authorities.ts";
import { believe } from "./believe.ts";
import { installText } from "./install-text.ts";
import { orRefusal, pathIn, sizeOf } from "./media.ts";
import { withBundle } from "./open.ts";
import { seenBefore } from "./seen.ts";
import { bundleText } from "./text.ts";
import { unpackText } from "./unpack-text.ts";

const options = {
  help: { type: "boolean", short: "h", default: false },
  to: { type: "string" },
  root: { type: "string" },
  fingerprint: { type: "string" },
  state: { type: "string" },
  authorities: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** `jochi bundle unpack FILE --to DIR`: what was verified, and only that; 1 where something is left out. */
export async function unpackCommand(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = unpackText[io.lang];
  if (values.help) {
    io.out(`${text.help}\n`);
    return 0;
  }
  const [file, surplus] = positionals;
  if (file === undefined || surplus !== undefined)
    throw new Refusal(bundleText[io.lang].needsBundle);
  if (values.to === undefined) throw new Refusal(bundleText[io.lang].needs("--to"));
  const { state, authorities, json } = values;
  const to = pathIn(io, values.to);
  try {
    const unpacked = await orFault(io, async () => {
      if ((await placeFor(to)) === "taken") throw new Refusal(text.taken(to));
      const anchor = anchorOf(values, io);
      const states = await seenBefore(state === undefined ? undefined : pathIn(io, state), io);
      const roots = await authoritiesOf(authorities, io);
      return withBundle(file, io, async (container) => {
        const verified = await believe(container, states, { anchor, roots, now: new Date() });
        if (verified.trust === "first-seen")
          throw new Refusal(installText[io.lang].needsAnchor(verified.root.sha256));
        return unpackBundle(container, verified, to);
      });
    });
    if (unpacked === "taken") throw new Refusal(text.taken(to));
    io.out(json ? jsonOf(to, unpacked) : `${linesOf(to, unpacked, io).join("\n")}\n`);
    return unpacked.left.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error;
    io.err(`jochi bundle unpack: ${oneLine(faultWords(error, io.lang))}\n`);
    io.err(`${text.nothing}\n`);
    return 1;
  }
}

/** Trouble with files becomes one line; a bundle that is refused stays what it is. */
async function orFault<T>(io: Io, work: () => Promise<T>): Promise<T> {
  const done = await orRefusal(io, async () => {
    try {
      return { value: await work() };
    } catch (error) {
      if (error instanceof BundleFault) return { fault: error };
      throw error;
    }
  });
  if ("fault" in done) throw done.fault;
  return done.value;
}

function linesOf(to: string, { files, left }: Unpacked, { lang }: Io): string[] {
  const text = unpackText[lang];
  return [
    text.done(to, files.length),
    ...files.map(({ name, size, sha256 }) => `  ${sha256}  ${name}  ${sizeOf(size)}`),
    ...left.map((name) => text.left(name)),
  ].map(oneLine);
}

function jsonOf(folder: string, { files, left }: Unpacked): string {
  const value = { schema: "jochi.bundle-unpack/1", folder, files, left };
  return `${JSON.stringify(value, null, 2)}\n`;
}
