import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { offlineFiles, offlineParts } from "../../scripts/build/page.ts";
import { loadGuide } from "../../src/guide/load.ts";

export const guide = loadGuide("bankpay-transfer@2018.11");

const folder = mkdtempSync(join(tmpdir(), "jochi-file-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let made: Promise<{ plain: string; probe: string }> | undefined;

/** Both files of the guide, made once for a process. */
export function texts(): Promise<{ plain: string; probe: string }> {
  made ??= offlineParts().then((parts) => {
    const [plain, probe] = Object.values(offlineFiles(parts, guide)) as [string, string];
    return { plain, probe };
  });
  return made;
}

/** Their paths on the disk, for as long as the tests run. */
export async function paths(): Promise<{ folder: string; plain: string; probe: string }> {
  const { plain, probe } = await texts();
  const put = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return { folder, plain: put("guide.html", plain), probe: put("guide-probe.html", probe) };
}
