import { readFileSync } from "node:fs";
import { rootBytesMax } from "../../bundle/metadata/roles.ts";
import type { Anchor } from "../../bundle/verify.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { installText } from "./install-text.ts";
import { pathIn } from "./media.ts";

/** Whose bundle it must be, as somebody was told in another way than with the bundle. */
export function anchorOf(
  { root, fingerprint }: { root?: string | undefined; fingerprint?: string | undefined },
  io: Io,
): Anchor | undefined {
  if (fingerprint !== undefined) {
    const digits = fingerprint.replace(/[\s:]/g, "");
    if (!/^[0-9a-f]{64}$/i.test(digits))
      throw new Refusal(installText[io.lang].badFingerprint(fingerprint));
    return { fingerprint: digits.toLowerCase() };
  }
  if (root === undefined) return undefined;
  const bytes = readFileSync(pathIn(io, root));
  return { root: bytes.subarray(0, rootBytesMax + 1) };
}
