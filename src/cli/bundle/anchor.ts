import { BundleFault } from "../../bundle/fault.ts";
import { readRoot } from "../../bundle/metadata/envelope.ts";
import { rootBytesMax } from "../../bundle/metadata/roles.ts";
import type { Anchor } from "../../bundle/verify.ts";
import type { Io } from "../command.ts";
import { readBytes } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { installText } from "./install-text.ts";
import { pathIn } from "./media.ts";
import { bundleText } from "./text.ts";

/** Whose bundle it must be, as somebody was told in another way than with the bundle. */
export function anchorOf(
  { root, fingerprint }: { root?: string | undefined; fingerprint?: string | undefined },
  io: Io,
): Anchor | undefined {
  if (fingerprint !== undefined && root !== undefined)
    throw new Refusal(bundleText[io.lang].oneAnchor);
  if (fingerprint !== undefined) {
    const digits = fingerprint.replace(/[\s:]/g, "");
    if (!/^[0-9a-f]{64}$/i.test(digits))
      throw new Refusal(installText[io.lang].badFingerprint(fingerprint));
    return { fingerprint: digits.toLowerCase() };
  }
  return root === undefined ? undefined : { root: rootBytes(root, io) };
}

/** A root's file, which is one; where it is not, that says nothing about any bundle. */
export function rootBytes(file: string, io: Io): Buffer {
  const text = bundleText[io.lang];
  const bytes = readBytes(pathIn(io, file), rootBytesMax, text);
  try {
    readRoot(bytes, file);
  } catch (error) {
    throw error instanceof BundleFault ? new Refusal(text.badRoot(file)) : error;
  }
  return bytes;
}
