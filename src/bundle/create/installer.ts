import type { Guide } from "../../guide/guide.ts";
import type { ByteSource } from "../../trust/source.ts";
import type { Source } from "../container/source.ts";
import { BundleFault } from "../fault.ts";
import type { InstallerPin } from "../pin.ts";
import { guideName } from "../pins/guide.ts";
import { judgePublisher } from "../pins/publisher.ts";
import { measure, openNamed } from "./measure.ts";
import { checkedName, type Judges, type Offered, type Part } from "./wanted.ts";

type Program = Guide["programs"][number];
type Download = NonNullable<Program["download"]>;

/** An installer that is what the guide pins: one of the hashes, the publisher, or both. */
export async function installerPart(
  guide: Guide,
  program: Program & { download: Download },
  offered: Offered,
  judges: Judges,
): Promise<Part> {
  const { download } = program;
  const refused = (because: string, detail = {}) =>
    new BundleFault("create.refused", program.id, { because, ...detail });
  if (!download.sha256 && !download.publisher) throw refused("no-pin");
  const name = checkedName(`installers/${download.file}`);
  const source = await openNamed(offered.path);
  try {
    const { size, sha256 } = await measure(source, offered.path);
    if (download.sha256 && !download.sha256.includes(sha256))
      throw refused("guide-other-hash", { found: sha256 });
    const publisher = download.publisher && (await signer(source, download.publisher));
    return {
      role: "installers",
      entry: { name, path: offered.path, size, sha256 },
      size,
      sha256,
      pin: (expires) => ({
        kind: "installer",
        id: program.id,
        guide: guideName(guide),
        title: program.title,
        purpose: guide.title,
        expires,
        ...(publisher && { publisher }),
        source: offered.source ?? download.url,
        retrievedOn: offered.retrievedOn ?? judges.day,
      }),
    };
  } finally {
    await source.close();
  }

  async function signer(
    file: Source,
    wanted: NonNullable<Download["publisher"]>,
  ): Promise<NonNullable<InstallerPin["publisher"]>> {
    const now = new Date(`${judges.day}T00:00:00Z`);
    const judged = await judgePublisher(byteSource(file), wanted, {
      roots: judges.authorities,
      now,
    });
    const { check, found } = judged;
    // Names alone prove nothing: anybody can sign under any of them.
    if (check.is !== "yes" || !found) throw refused(check.because, check.detail);
    return { ...found, ...(wanted.old && { old: true as const }) };
  }
}

const byteSource = (source: Source): ByteSource => ({
  size: source.size,
  async read(offset, length) {
    const into = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
    return into.subarray(0, await source.read(into, offset));
  },
});
