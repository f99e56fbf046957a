import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blobMaker } from "./blob-maker.ts";
import { run } from "./run.ts";

/** The script in the form that Node looks for inside its own executable. `folder` is for drafts. */
export function blobOf(script: string, folder: string): Buffer {
  const config = {
    // Without the folder: what stands here is written into the program.
    main: "main.cjs",
    output: "main.blob",
    disableExperimentalSEAWarning: true,
    // Both hold machine code of the system they were made on, and this one is not Windows.
    useSnapshot: false,
    useCodeCache: false,
    // Whatever runs for a user can set NODE_OPTIONS, and so have its own script started with the
    // rights that the program is given.
    execArgvExtension: "none",
  };
  writeFileSync(join(folder, config.main), script);
  writeFileSync(join(folder, "main.json"), JSON.stringify(config));
  run(blobMaker(), ["--experimental-sea-config", "main.json"], folder);
  return readFileSync(join(folder, config.output));
}
