import { createHash } from "node:crypto";
import { openSource, pieces, type Source } from "../container/source.ts";
import { BundleFault } from "../fault.ts";
import { isPrivateDer, secretFinder } from "../keys/secrets.ts";

const smallBytes = 16_384;

export interface Measured {
  size: number;
  sha256: string;
}

/** Opens a file that somebody named; `create.no-file` where there is none or it is no plain file. */
export async function openNamed(path: string): Promise<Source> {
  const source = await openSource(path).catch(() => undefined);
  if (!source) throw new BundleFault("create.no-file", path);
  return source;
}

/** Size and hash of a file that is to go into a bundle. Throws `create.secret` for a private key. */
export async function measure(
  source: Pick<Source, "size" | "read">,
  name: string,
): Promise<Measured> {
  const hash = createHash("sha256");
  const secrets = secretFinder();
  for await (const piece of pieces(source, 0, source.size)) {
    hash.update(piece);
    secrets.look(piece);
  }
  if (secrets.found) throw new BundleFault("create.secret", name);
  if (source.size <= smallBytes) {
    const whole = new Uint8Array(source.size);
    await source.read(whole, 0);
    if (isPrivateDer(whole)) throw new BundleFault("create.secret", name);
  }
  return { size: source.size, sha256: hash.digest("hex") };
}

/** The same for bytes in memory. */
export function measureBytes(bytes: Uint8Array, name: string): Measured {
  const secrets = secretFinder();
  secrets.look(bytes);
  if (secrets.found || isPrivateDer(bytes)) throw new BundleFault("create.secret", name);
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
