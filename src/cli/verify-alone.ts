import { BundleFault } from "../bundle/fault.ts";
import { faultWords } from "../bundle/said.ts";
import { oneLine } from "../guide/error.ts";
import { mainArguments } from "./arguments.ts";
import { bundleHelp } from "./bundle/help-text.ts";
import { verifyCommand } from "./bundle/verify.ts";
import type { Io } from "./command.ts";
import { openOutput } from "./output.ts";
import { LateRefusal, Refusal } from "./refusal.ts";
import { mainText } from "./text.ts";
import { lineFor } from "./trouble.ts";

// For scripts of others, which may want the answer as data.
export { openContainer } from "../bundle/container/read.ts";
export { BundleFault } from "../bundle/fault.ts";
export { writeReceipt } from "../bundle/receipt.ts";
export { verifyBundle } from "../bundle/verify.ts";

const command = "node jochi-verify.mjs";

/**
 * `jochi bundle verify` as a script of its own (`dist/jochi-verify.mjs`), for a security officer who
 * wants Node and one file that can be read, and no program.
 */
export async function runAlone(): Promise<void> {
  const { lang, badLang, rest } = mainArguments(process.argv.slice(2), process.env);
  const text = mainText[lang];
  const io: Io = {
    out: openOutput(1, () => {}),
    err: openOutput(2, () => {}),
    lang,
    env: process.env,
    cwd: process.cwd(),
    signal: new AbortController().signal,
  };
  if (badLang !== undefined) process.exitCode = refuse(io, text.badLang(badLang));
  else if (rest.some((word) => word === "--help" || word === "-h")) {
    io.out(`${bundleHelp[lang].verify.replaceAll("jochi bundle verify", command)}\n`);
    process.exitCode = 0;
  } else process.exitCode = await verify(rest, io);
}

async function verify(argv: string[], io: Io): Promise<number> {
  try {
    return await verifyCommand(argv, io);
  } catch (error) {
    if (error instanceof BundleFault) return refuse(io, faultWords(error, io.lang));
    if (error instanceof LateRefusal) return refuse(io, await error.words());
    if (error instanceof Refusal) return refuse(io, error.message);
    return refuse(io, lineFor(error, mainText[io.lang]));
  }
}

function refuse(io: Io, line: string): number {
  io.err(`jochi-verify: ${oneLine(line)}\n`);
  return 2;
}
