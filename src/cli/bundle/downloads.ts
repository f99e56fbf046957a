import { rmSync } from "node:fs";
import { join } from "node:path";
import { installerBytesMax } from "../../actions/file-hash.ts";
import { notAsked } from "../../bundle/create/parts.ts";
import type { Offered } from "../../bundle/create/wanted.ts";
import { BundleFault } from "../../bundle/fault.ts";
import { certificateBytesMax } from "../../bundle/pins/certificate.ts";
import { guideName } from "../../bundle/pins/guide.ts";
import type { Guide } from "../../guide/guide.ts";
import { download } from "../../machine/node/download.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { ask, canAsk } from "../treat/ask.ts";
import { bundleText } from "./text.ts";

interface Address {
  guide: string;
  url: string;
  maxBytes: number;
}

/**
 * Fetches what was asked for by name, each from the address that the guide gives, each after the
 * address was shown and somebody agreed. Nothing is ever fetched that nobody named.
 */
export async function downloads(
  ids: readonly string[],
  guides: readonly Guide[],
  { folder, yes, io }: { folder: string; yes: boolean; io: Io },
): Promise<Offered[]> {
  const text = bundleText[io.lang];
  const offered: Offered[] = [];
  for (const [at, id] of ids.entries()) {
    const { guide, url, maxBytes } = addressOf(id, guides);
    io.err(`${text.downloadAsk(id, guide, url)}\n`);
    if (!yes && !canAsk()) throw new Refusal(text.nobodyForConsent);
    if (!yes && !(await ask(text.askDownload, io))) throw new Refusal(text.stopped);
    const path = join(folder, String(at));
    const got = await download(url, path, { env: io.env, maxBytes, signal: io.signal });
    if (!got.ok) {
      const code = got.code === undefined ? "" : ` (${got.code})`;
      throw new Refusal(text.downloadFailed(id, `${text.downloadWhy[got.failure]}${code}`));
    }
    offered.push({ id, path, source: url });
  }
  return offered;
}

function addressOf(id: string, guides: readonly Guide[]): Address {
  const found = guides.flatMap((guide): Address[] => {
    const name = guideName(guide);
    const bare = [guide.id, name].find((prefix) => id.startsWith(`${prefix}/`));
    const wanted = bare === undefined ? id : id.slice(bare.length + 1);
    const program = guide.programs.find((one) => one.id === wanted)?.download;
    if (program) return [{ guide: name, url: program.url, maxBytes: installerBytesMax }];
    const certificate = guide.certificates.find((one) => one.id === wanted);
    if (!certificate) return [];
    return [{ guide: name, url: certificate.url, maxBytes: certificateBytesMax }];
  });
  if (found.length === 0) {
    const ids = guides.flatMap(({ programs, certificates }) => [
      ...programs.filter(({ download }) => download),
      ...certificates,
    ]);
    throw notAsked(
      id,
      ids.map((one) => one.id),
    );
  }
  if (found.length > 1) throw new BundleFault("create.ambiguous", id);
  return found[0]!;
}

export const forget = (folder: string) => rmSync(folder, { recursive: true, force: true });
