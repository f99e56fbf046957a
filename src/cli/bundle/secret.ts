import type { Io } from "../command.ts";
import { readBytes } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { canAsk } from "../treat/ask.ts";
import { pathIn } from "./media.ts";
import { bundleText } from "./text.ts";

const bytesMost = 1_024;

/**
 * The passphrase of a key: from a file that was named, or typed by whoever sits there, without being
 * shown. Never from the arguments, which every other program on the PC can read.
 */
export async function passphrase(
  file: string | undefined,
  io: Io,
  { twice = false } = {},
): Promise<Uint8Array> {
  const text = bundleText[io.lang];
  const named = file ?? io.env.JOCHI_PASSPHRASE_FILE;
  if (named !== undefined) {
    const bytes = readBytes(pathIn(io, named), bytesMost, text);
    return Buffer.from(
      bytes
        .toString("utf8")
        .replace(/\r?\n$/, "")
        .normalize("NFC"),
      "utf8",
    );
  }
  if (!canAsk()) throw new Refusal(text.nobodyForPassphrase);
  const first = await typed(text.passphrase, io);
  if (twice && (await typed(text.passphraseAgain, io)) !== first)
    throw new Refusal(text.passphrasesDiffer);
  return Buffer.from(first, "utf8");
}

function typed(question: string, io: Io): Promise<string> {
  const { stdin } = process;
  io.err(question);
  stdin.setRawMode(true);
  return new Promise((resolve, reject) => {
    let line = "";
    const end = (settle: () => void) => {
      stdin.off("data", read);
      stdin.setRawMode(false);
      stdin.pause();
      io.err("\n");
      settle();
    };
    const read = (chunk: string) => {
      for (const sign of chunk) {
        // Ctrl-C and Ctrl-D come as characters while nothing is shown.
        if (sign === "\u0003" || sign === "\u0004" || line.length > bytesMost)
          return end(() => reject(new Refusal(bundleText[io.lang].stopped)));
        if (sign === "\r" || sign === "\n") return end(() => resolve(line.normalize("NFC")));
        if (sign === "\u007f" || sign === "\b") line = [...line].slice(0, -1).join("");
        else line += sign;
      }
    };
    stdin.setEncoding("utf8").on("data", read).resume();
  });
}
