import { BundleFault } from "../../bundle/fault.ts";
import { keyFileBytesMax, readPublic } from "../../bundle/keys/key-file.ts";
import type { PublicKey } from "../../bundle/metadata/shape.ts";
import type { Io } from "../command.ts";
import { readBytes } from "../files.ts";
import { pathIn } from "./media.ts";
import { bundleText } from "./text.ts";

/** The public half, of a key's file or of one that holds it alone. A file that is neither is named. */
export function publicIn(file: string, io: Io): { keyid: string; publicKey: PublicKey } {
  const bytes = readBytes(pathIn(io, file), keyFileBytesMax, bundleText[io.lang]);
  try {
    return readPublic(bytes);
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error;
    throw new BundleFault(error.code, file, error.detail);
  }
}
