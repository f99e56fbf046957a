import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GuideIn } from "../../src/bundle/create/wanted.ts";
import type { Connected } from "./_closed.ts";
import { putTogether, refit, resign, takeApart } from "./_forge.ts";
import { sha256 } from "./_scene.ts";

/** Both signers sign another edition of the guide's files, whatever else the bundle holds. */
export async function slipIn(side: Connected, bundle: string, guide: GuideIn): Promise<string> {
  const entries = await takeApart(bundle);
  const { id, edition } = guide.guide;
  for (const { kind, bytes } of guide.files) {
    const name = `guides/${id}/${edition}/${kind}.yaml`;
    entries.set(name, Buffer.from(bytes));
    resign(entries, "metadata/guides.json", side.keys, (signed) => {
      Object.assign(signed.targets[name], {
        length: bytes.length,
        hashes: { sha256: sha256(bytes) },
      });
    });
  }
  refit(entries, side.keys);
  const path = join(side.folder, "slipped.jochi");
  writeFileSync(path, putTogether(entries));
  return path;
}
