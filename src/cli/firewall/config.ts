import { isUtf8 } from "node:buffer";
import type { Policy } from "../../firewall/policy.ts";
import { readers, recognise } from "../../firewall/read/index.ts";
import type { ReadOptions } from "../../firewall/read/reader.ts";
import { ConfigError, lineAt, type Source } from "../../firewall/source.ts";
import type { Io } from "../command.ts";
import { readBytes } from "../files.ts";
import { LateRefusal, type Refusal } from "../refusal.ts";
import { choiceOf, pathOf } from "./options.ts";
import { firewallText } from "./text.ts";

/** A million rules are 84 MB; Node's own strings end at 512 MB. */
const configBytesMax = 400_000_000;

/** A configuration's bytes, `-` for standard input; refused where it is no UTF-8 text. */
export function readSource(file: string, io: Io): Source {
  const path = file === "-" ? file : pathOf(file, io);
  const bytes = readBytes(path, configBytesMax, firewallText[io.lang]);
  const wrong = notText(bytes);
  if (wrong) throw refusalOf(wrong, file, io);
  let text: string | undefined;
  return {
    file,
    bytes: withoutMark(bytes),
    text: () => {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
  };
}

/** Reads a configuration of the vendor that is named, or that its content tells. */
export async function readPolicy(
  source: Source,
  vendor: string | undefined,
  options: ReadOptions,
  io: Io,
): Promise<Policy> {
  if (vendor !== undefined) choiceOf("--vendor", vendor, Object.keys(readers), io);
  try {
    const reader = await (vendor === undefined ? recognise(source) : readers[vendor]!());
    return reader.read(source, options);
  } catch (error) {
    if (error instanceof ConfigError) throw refusalOf(error, source.file, io);
    throw error;
  }
}

function refusalOf({ key, values }: ConfigError, file: string, io: Io): Refusal {
  return new LateRefusal(`${file}: ${key}`, async () => {
    const { say } = await import("../../text/say.ts");
    return firewallText[io.lang].inConfig(file, say(io.lang, key, values));
  });
}

function notText(bytes: Uint8Array): ConfigError | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return new ConfigError("firewall.config.encoding", 1, { from: "utf-16" });
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return new ConfigError("firewall.config.binary", lineAt(bytes, nul));
  if (isUtf8(bytes)) return undefined;
  const line = firstBadLine(bytes);
  // What else an old Korean machine would have written.
  return new ConfigError("firewall.config.encoding", line, { from: "cp949" });
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to;
  }
  return line;
}

/** Windows programs begin UTF-8 files with a mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
