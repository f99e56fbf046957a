import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { verifyScript } from "../../scripts/build/verify-script.ts";
import { type Verifier, witnesses } from "./_forge.ts";

/** The script as it is built, in a folder with nothing else. */
export const folder: string = mkdtempSync(join(tmpdir(), "jochi-alone-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
export const script: string = join(folder, "jochi-verify.mjs");
export const { text, packages } = await verifyScript();
writeFileSync(script, text);

const alone = (await import(pathToFileURL(script).href)) as Verifier;
let bundles = 0;
/** How many bundles it has been given since. */
export const judged = (): number => bundles;

witnesses.push({
  ...alone,
  openContainer(from) {
    bundles += 1;
    return alone.openContainer(from);
  },
});
